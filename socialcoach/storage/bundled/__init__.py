"""Reading the data that comes with SocialCoach: platforms, trades and ideas."""
