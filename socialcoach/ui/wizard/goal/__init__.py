"""What you want: a goal that is not about likes."""
