"""Tests of the room `reading`: no build, no browser."""
