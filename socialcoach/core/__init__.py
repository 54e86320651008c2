"""The rules of SocialCoach in pure Python: no Qt, no disk, no network and no clock of their own."""
