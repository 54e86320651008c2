"""The living plan: promises kept, looking back each month, going through it each quarter."""
