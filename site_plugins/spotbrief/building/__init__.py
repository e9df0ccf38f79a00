"""A desk's folder -> its site: read, check, cut away, plan, render, write."""
