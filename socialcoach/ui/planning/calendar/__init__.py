"""The calendar on the screen: month, week and list, and the cards beside them."""
