"""Where the fonts of the site come from."""
