"""The benchmark: the same desk built with Spotbrief and with Hugo."""
