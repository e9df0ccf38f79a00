"""Fixtures for all tests. Nothing here loads a browser: `make quick` must do without one."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.desks import Desk

# A build that may not keep what Python compiles spends as long on that as on all else, hundreds of times.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How long a test takes says more about the machine than about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a front page and nothing else."""
    return Desk(tmp_path)
