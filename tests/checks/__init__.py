"""Tests of the room `checks`: no build, no browser."""
