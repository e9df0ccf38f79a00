"""The pictures of the documentation show what their pages say today."""

import json
from pathlib import Path

from PIL import Image

from tests.docs.pictures import FOLDER, TAKEN, examples, said, sample


def test_the_pictures_are_fresh(tmp_path: Path) -> None:
    """Stale? `make pictures`. A page that only looks otherwise is not seen here."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    pages = {**examples(tmp_path / "one"), **sample(tmp_path / "two")}
    assert json.loads(TAKEN.read_text("utf-8")) == {name: said(page) for name, page in sorted(pages.items())}
    assert {path.stem for path in FOLDER.glob("*.webp")} == set(pages)


def test_the_pictures_are_small() -> None:
    """Git keeps each for ever, and readers load them."""
    for path in FOLDER.glob("*.webp"):
        assert path.stat().st_size < 150_000
        with Image.open(path) as picture:
            assert picture.width == 1100
