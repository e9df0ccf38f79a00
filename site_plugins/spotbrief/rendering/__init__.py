"""Views -> HTML: templates, shells, styles and scripts."""
