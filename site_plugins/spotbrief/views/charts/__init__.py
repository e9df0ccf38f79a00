"""Charts: figures whose every coordinate is ready, so that templates only loop.

Along the width most charts count in per cent, along the height in pixels: they fit a phone and a desk with letters of one size.
"""
