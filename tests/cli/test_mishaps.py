"""What the system refuses is said in a sentence."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import Desk


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    """Before anything is built."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(Desk(tmp_path), "serve", "--address", f"127.0.0.1:{port}")
    assert done.exit_code == 1
    assert f"127.0.0.1:{port} cannot be used" in done.output
    assert "write it as 127.0.0.1:8000" in run(Desk(tmp_path / "b"), "serve", "--address", "8000").output


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    """In every command."""
    desk = Desk(tmp_path)
    (tmp_path / "briefings").rmdir()
    desk.write("briefings", "x")
    done = run(desk, "new", "Talks")
    assert done.exit_code == 1
    assert done.output.startswith(f"Error: {tmp_path}/briefings")


@pytest.mark.parametrize("command", [("-m", "mkdocs", "build"), ("-m", "spotbrief", "build")])
def test_a_disk_that_is_full(command: tuple[str, ...], tmp_path: Path) -> None:
    """The site is as it was; a limit on the size of files stands for the disk."""
    Desk(tmp_path).brief("a").write("content/large.csv", b"x" * 3_000_000)
    limit = "import resource, signal, os, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000)); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    done = subprocess.run(
        [sys.executable, "-c", limit, *command], cwd=tmp_path, capture_output=True, text=True, env={**os.environ}, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "The site is as it was" in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()
    assert not list(tmp_path.glob(".site*"))


def test_the_engine_says_any_language(tmp_path: Path) -> None:
    """Its log goes to a pipe with the code page of Windows."""
    desk = Desk(tmp_path).write("briefings/a.md", "---\ntitle: A\npublished: Вчора\n---\nText.\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=desk.root,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    assert "Вчора" in said
    assert "Traceback" not in said
