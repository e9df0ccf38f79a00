"""While the desk is read, nobody waits; and whoever leaves is gone at once."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.desks import Desk
from tests.language_server.client import SECONDS, Editor, editor, played, started

A = """\
---
title: A
published: 2025-03-01
actorz: [norway]
actors: [nobody, norway]
sources: [{id: wire, publisher: The Wire, title: No deal}]
---
The body.
"""


def rules(here: Editor, file: str) -> set[object]:
    return {one.code for one in here.told.get(here.uri(file), [])}


@asynccontextmanager
async def held_up(here: Editor) -> AsyncIterator[None]:
    """The reading of the desk waits for the end of the block."""
    beside = await _beside(here)
    os.kill(beside, signal.SIGSTOP)
    try:
        yield
        assert not here.is_read
    finally:
        os.kill(beside, signal.SIGCONT)


async def _beside(here: Editor) -> int:
    """The process that reads."""
    server: Any = here.client._server  # pygls tells the process to nobody
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    async with asyncio.timeout(SECONDS):
        while not (found := [int(one) for one in children.read_text().split() if "spawn_main" in _command(int(one))]):
            await asyncio.sleep(0.01)
    return found[0]


def _command(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text()
    return ""


def test_help_begins_before_the_desk_is_read(desk: Desk) -> None:
    """With the form of the open file, its fields and its own sources; nothing is said of what others hold, and nothing is written."""
    desk.actor("norway").write("briefings/a.md", A)

    async def typed() -> None:
        async with editor(desk, waits=False) as here, held_up(here):
            assert {one.code for one in await here.open("briefings/a.md")} == {"unknown-field"}
            typed = A.replace("title: A", "bott\ntitle: A").replace("sources:", "key_takeaways: [{text: So., sources: [wi]}]\nsources:")
            await here.type("briefings/a.md", typed)
            assert [one.label for one in await here.offered("briefings/a.md", "bott")] != []
            assert await here.offered("briefings/a.md", "actors: [no") == []
            await here.type("briefings/a.md", typed.replace("bott\n", ""))
            assert [one.label for one in await here.offered("briefings/a.md", "sources: [wi")] == ["wire"]
            assert (await here.hover("briefings/a.md", "publ")).startswith("**published**: ")
            assert await here.references("briefings/a.md", "actors: [no") == []
            with pytest.raises(Exception, match="still being read"):
                await here.renamed("briefings/a.md", "nobody, nor", "norge")

    played(typed())


def test_what_was_typed_meanwhile_is_told_of_as_soon_as_the_desk_is_read(desk: Desk) -> None:
    """And so is what others wrote to disk. The editor is told when the reading begins and when it ends."""
    desk.actor("norway").write("briefings/a.md", A).brief("b")

    async def typed() -> None:
        async with editor(desk, waits=False) as here:
            async with held_up(here):
                await here.open("briefings/a.md")
                await here.type("briefings/a.md", A.replace("actorz: [norway]\n", ""))
                desk.brief("b", "actors: [neverland]\n")
                here.changed_on_disk("briefings/b.md")
            await here.until(lambda: "unknown-reference" in rules(here, "briefings/a.md"))
            await here.until(lambda: "unknown-reference" in rules(here, "briefings/b.md"))
            (line,) = {one.range.start.line for one in here.told[here.uri("briefings/a.md")] if one.code == "unknown-reference"}
            assert line == 3
            assert here.progress == ["begin", "end"]

    played(typed())


@pytest.mark.parametrize("how", ["exit", "word", "nothing"])
@pytest.mark.parametrize("is_read", [False, True])
def test_the_server_ends_with_its_editor(desk: Desk, how: str, *, is_read: bool) -> None:
    """However that goes: by the book, without asking first, or without a word."""
    desk.brief("a")

    async def leave() -> None:
        here = await started(desk)
        server: Any = here.client._server
        beside = await _beside(here)
        if is_read:
            await here.until(lambda: here.is_read)
        else:
            os.kill(beside, signal.SIGSTOP)
        if how == "exit":
            await here.client.shutdown_async(None)
        if how == "nothing":
            server.stdin.close()
        else:
            here.client.exit(None)
        async with asyncio.timeout(SECONDS):
            await server.wait()
            while "spawn_main" in _command(beside):
                await asyncio.sleep(0.05)

    played(leave())
