"""Tests of the files that are not pages."""
