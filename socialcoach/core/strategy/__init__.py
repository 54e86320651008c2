"""The owner's strategy: who they are, whom they serve, what they want and where they post."""
