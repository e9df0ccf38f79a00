"""Tests of what the interface says."""
