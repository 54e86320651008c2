"""Use cases of the strategy: the wizard's answers and the plan."""
