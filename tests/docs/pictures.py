"""`python -m tests.docs.pictures`: what the examples of the documentation, and the sample desk, look like; needs Chromium.

Beside the pictures lies what their pages said when they were taken, so that a test knows which are stale.
"""

import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.desks import Desk
from tests.docs.pages import DOCS, ROOT, desk_of_examples, fences, put
from tests.serving import served

FOLDER = DOCS / "pages/pictures"
TAKEN = FOLDER / "taken.json"
NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)
_SAMPLE = ("briefings", "content", "mkdocs.yml")
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_TEXT, _TAG = re.compile(r"<main.*?</main>", re.DOTALL), re.compile(r"<[^>]*>")


def examples(root: Path) -> dict[str, Path]:
    """Build the examples of the page *Write*: the name of each picture, and the page that it is of."""
    desk = desk_of_examples(root)
    ids = []
    for fence in fences(DOCS / "pages/write.md"):
        if fence.title.startswith("briefings/"):
            put(desk, fence)
            ids.append(Path(fence.title).stem)
    return {id: _built(desk) / f"briefings/{id}/index.html" for id in ids}


def sample(root: Path) -> dict[str, Path]:
    """Build the sample desk: the picture of its front page."""
    desk = Desk(root)
    for name in _SAMPLE:
        there, here = ROOT / name, desk.root / name
        shutil.copytree(there, here, dirs_exist_ok=True) if there.is_dir() else shutil.copyfile(there, here)
    return {"front": _built(desk) / "index.html"}


def _built(desk: Desk) -> Path:
    site = desk.root / "site"
    if not site.is_dir():
        built = desk.build(now=NOW)
        assert built.code == 0, built.said
    return site


def said(page: Path) -> str:
    """A digest of all that a page says, whatever it looks like."""
    main = _TEXT.search(page.read_text("utf-8"))
    words = " ".join(_TAG.sub(" ", main[0] if main else "").split())
    return sha256(words.encode()).hexdigest()[:16]


def _pictures(pages: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM)
        for name, page in pages.items():
            height = 860 if name == "front" else 760
            tab = browser.new_page(viewport={"width": 1100, "height": height}, color_scheme="light", device_scale_factor=1)
            site = next(folder for folder in page.parents if folder.name == "site")
            with served(site) as address:
                tab.goto(f"{address}{page.parent.relative_to(site).as_posix()}/")
                tab.wait_for_load_state("networkidle")
                yield name, tab.screenshot()
            tab.close()
        browser.close()


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        pages = {**examples(Path(one)), **sample(Path(two))}
        for name, data in _pictures(pages):
            Image.open(io.BytesIO(data)).convert("RGB").save(FOLDER / f"{name}.webp", quality=72, method=6)
        taken = {name: said(page) for name, page in sorted(pages.items())}
    TAKEN.write_text(json.dumps(taken, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
