"""Each bad input in tests/cases/bad is laid over a tiny desk, checked, and built for real."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases" / "bad"
MARKUP = {".html", ".xml", ".svg", ".eml"}
FEEDS = {".xml", ".ics", ".eml"}
CONFIG = """\
site_name: Tiny desk
site_url: https://desk.example/
docs_dir: content
theme: {name: material, font: false}
plugins: [briefings, actors, timelines, outlook, exports]
"""

manifest: list[dict[str, Any]] = yaml.safe_load((CASES / "manifest.yml").read_text("utf-8"))["cases"]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python in *folder*."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "400"}
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


def laid_out(case: dict[str, Any], folder: Path) -> Path:
    """The tiny desk with the case's files laid over it."""
    shutil.copytree(CASES / "_base", folder, dirs_exist_ok=True)
    shutil.copytree(CASES / case["id"], folder, dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG)
    return folder


def outputs(site: Path, suffixes: set[str] | None = None) -> str:
    """Everything in the site's files, and their names."""
    files = [p for p in sorted(site.rglob("*")) if p.is_file() and "assets" not in p.parts]
    chosen = [p for p in files if suffixes is None or p.suffix in suffixes]
    return "\n".join(f"{p.relative_to(site)}\n{p.read_bytes().decode('utf-8', 'replace')}" for p in chosen)


def outcome(checked: str, built: subprocess.CompletedProcess[str], names: list[str]) -> str:
    """What the generator did: error, warn, or accept (which includes showing as harmless text)."""
    named = [line for line in checked.splitlines() if any(line.startswith(name) for name in names)]
    if built.returncode:
        assert any(": error[" in line for line in named), f"no error names {names}:\n{checked}\n{built.stderr}"
        return "error"
    return "warn" if any(": warning[" in line or ": advice[" in line for line in named) else "accept"


@pytest.mark.parametrize("case", manifest, ids=[case["id"] for case in manifest])
def test_bad_input(case: dict[str, Any], tmp_path: Path) -> None:
    """A bad input is refused with its file and line, or published as harmless text; never a traceback, never a leak."""
    folder = laid_out(case, tmp_path / "desk")
    checked = run(folder, "spotbrief", "check")
    built = run(folder, "mkdocs", "build", "-q")
    said = checked.stdout + checked.stderr + built.stdout + built.stderr
    assert "Traceback" not in said
    assert checked.returncode == built.returncode, said
    did = outcome(checked.stdout, built, case["files"])
    allowed = set(case["must"]) | ({"accept", "warn"} if {"escape", "accept"} & set(case["must"]) else set())
    assert did in allowed, f"{did}, but must be {case['must']}:\n{said}"
    if did == "error" and "line" in case:
        assert f"{case['files'][0]}:{case['line']}:" in checked.stdout
    if did != "accept" and "message" in case:
        assert case["message"] in checked.stdout
    site = folder / "site"
    assert_absent_and_present(case, site, built=site.exists())


def assert_absent_and_present(case: dict[str, Any], site: Path, *, built: bool) -> None:
    """What must not be in any output is in none; what must be shown is shown."""
    for key, suffixes in {"absent": None, "absent_markup": MARKUP, "absent_pages": {".html"}, "absent_feeds": FEEDS}.items():
        for text in case.get(key, []):
            assert text not in outputs(site, suffixes)
    for text in case.get("present", []) if built else []:
        assert text in outputs(site, {".html"})
    if "outside" in case:
        assert not list(Path("/var/tmp").glob(f"*{case['outside']}*"))


def test_a_warning_stops_a_strict_build(tmp_path: Path) -> None:
    """`mkdocs build --strict` fails on a warning, in the words of `spotbrief check`."""
    folder = laid_out({"id": "prob-percent"}, tmp_path / "desk")
    checked, built = run(folder, "spotbrief", "check"), run(folder, "mkdocs", "build", "--strict")
    assert checked.returncode == 0
    assert built.returncode == 1
    warning = next(line for line in checked.stdout.splitlines() if "warning[" in line)
    assert warning in built.stderr
