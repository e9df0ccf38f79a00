"""Commands, as an editor calls them."""
