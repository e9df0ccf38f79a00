"""A real editor: Neovim, without settings and without a screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.desks import Desk, environment

SCRIPT = Path(__file__).with_name("neovim.lua")
TEXT = """\
---
title: Talks in Oslo
published: 2025-03-01
actors: [norway]
---
Осло 𝕏: [[norway]] agreed.
"""


def test_neovim_shows_what_the_server_says(desk: Desk, tmp_path: Path) -> None:
    """A mistake while it is there, ids, what a thing is and where it is told; it renames one in all files."""
    assert shutil.which("nvim"), "This test needs Neovim: install the package neovim (Debian: apt install neovim)."
    desk.actor("norway", "type: state\ndescription: A kingdom.\n").write("briefings/a.md", TEXT)
    said = tmp_path / "said.json"
    told = {"LSP_PYTHON": sys.executable, "LSP_FILE": "briefings/a.md", "LSP_FOLDER": str(desk.root), "LSP_OUT": str(said)}
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = ["nvim", "--headless", "--clean", "-n", "-c", f"luafile {SCRIPT}"]
    done = subprocess.run(
        command, cwd=desk.root, env={**environment(desk.now), **home, **told}, capture_output=True, text=True, timeout=120
    )
    assert said.is_file(), done.stdout + done.stderr
    found = json.loads(said.read_text("utf-8"))
    assert "failed" not in found, found["failed"]
    message = "there is no actor 'norwayy'\ndid you mean 'norway'?"
    assert found["diagnostics"] == [{"line": 4, "column": 9, "text": message}]
    assert found["offered"] == ["norway"]
    assert "A kingdom." in found["hover"]
    assert found["definition"].endswith("/content/actors/norway.yml")
    assert "[[norge]] agreed" in (desk.root / "briefings/a.md").read_text("utf-8")
    assert "former_slugs: [norway]" in (desk.root / "content/actors/norge.yml").read_text("utf-8")
    assert "error" not in desk.said()
    assert os.listdir(desk.root / "content/actors") == ["norge.yml"]
