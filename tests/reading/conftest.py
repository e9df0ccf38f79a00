"""The engine is asked once."""

from tests.cli.run import asked_once

__all__ = ["asked_once"]
