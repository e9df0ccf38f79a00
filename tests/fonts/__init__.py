"""Makes the fonts that come with the package."""
