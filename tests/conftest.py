"""Fixtures for all tests."""

from pathlib import Path

import pytest

from tests.desks import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a front page and nothing else."""
    return Desk(tmp_path)
