"""What machines read: structured data, cards, twins, citations."""
