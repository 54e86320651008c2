"""The meter on the screen: the band, the words that count and the feed as dots."""
