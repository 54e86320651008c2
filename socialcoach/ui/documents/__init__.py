"""What can be printed or saved as a PDF."""
