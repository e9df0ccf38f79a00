"""`python -m spotbrief`."""

from spotbrief.cli import main

main()
