"""A desk being previewed, as `spotbrief serve` does."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests.desks import NOW, Desk

PATIENCE = 60
"""Seconds after which a change counts as not seen."""


class Preview:
    """A desk being served at *address*."""

    def __init__(self, desk: Desk, address: str, process: subprocess.Popen[bytes]) -> None:
        self.desk, self.address, self.process = desk, address, process

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """Status and text of what is served at *path*, asked for under the name *host*."""
        asked = urllib.request.Request(f"{self.address}{path}", headers={} if host is None else {"Host": host})
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")

    def policy(self, path: str) -> str | None:
        """The policy that is served with the file at *path*."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return str(said) if (said := answer.headers["Content-Security-Policy"]) else None

    def waits_for(self, path: str, text: str) -> bool:
        """Whether *text* comes to be shown at *path*."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in self.get(path)[1]:
                return True
            time.sleep(0.1)
        return False


@contextmanager
def previewed(desk: Desk, host: str = "127.0.0.1") -> Iterator[Preview]:
    """*desk*, served below the path of its site at *host*."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (desk.root / "serve.log").open("w")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment = {**os.environ, **quiet, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    command = [sys.executable, "-m", "spotbrief", "serve", "-f", str(desk.root / "mkdocs.yml"), "-a", f"{host}:{port}"]
    process = subprocess.Popen(command, cwd=desk.root, env=environment, stdout=log, stderr=log)
    served = Preview(desk, f"http://127.0.0.1:{port}/base/", process)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            served.get("")
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield served
    finally:
        process.terminate()
        process.wait(PATIENCE)
        log.close()
