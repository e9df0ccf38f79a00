"""The folder that readers are served from: where it may lie, what in it is ours, and how a whole new site takes its place."""
