"""What a month did: figures, their uncertainty and what they mean."""
