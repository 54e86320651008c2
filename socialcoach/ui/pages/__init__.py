"""The pages of the sidebar; a page never knows another page."""
