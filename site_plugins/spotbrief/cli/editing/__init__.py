"""Writes into the files of a desk what an editor was asked for, and leaves everything else in them as it was."""
