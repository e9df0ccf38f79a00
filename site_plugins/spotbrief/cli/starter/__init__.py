"""A desk of its own: the files that it begins with, and what a newer version makes of them."""
