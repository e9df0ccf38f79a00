"""`python -m tests.bench.lsp [N ...]`: what the language server takes while one types, in CPU time and as an editor waits."""

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from lsprotocol import types
from pygls.workspace import PositionCodec

from spotbrief import garbage_collector
from spotbrief.checks.near import examine_far
from spotbrief.cli.settings import settings_of
from spotbrief.corpus.text_fields import Known
from spotbrief.language_server.completion import Completion
from spotbrief.language_server.diagnostics import diagnostics
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.positions import Lines
from spotbrief.reading.desk import Earlier
from tests.bench.desk import write_desk
from tests.bench.run import MEMORY
from tests.desks import Desk
from tests.language_server.client import editor, whole

SIZES = (1000, 5000)
FILES = 20
LIST, WORD = "\nactors: [", "zoe-bondra"


def main() -> None:
    """Measure every size, and print the table."""
    garbage_collector.seldom()
    print("| N | what | CPU ms, median | CPU ms, p95 | wait ms, median | wait ms, p95 |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if os.path.isdir(MEMORY) else None) as name:
            write_desk(Path(name), size)
            cpu, waits = _cpu(Path(name)), asyncio.run(_waits(Path(name), size))
            for what, times in cpu.items():
                waited = _said(waits[what]) if what in waits else "| "
                print(f"| {size:,} | {what} | {_said(times)} | {waited} |", flush=True)


def _said(times: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    last = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"{median(times) * 1000:,.0f} | {last * 1000:,.0f}"


def _cpu(root: Path) -> dict[str, list[float]]:
    """Without the protocol, in one thread."""
    times: dict[str, list[float]] = {"first reading": [], "own file, a letter": [], "completion of an id": [], "one that names it": []}
    with _timed(times["first reading"]):
        desk = whole(root / "mkdocs.yml")
    codec = PositionCodec(types.PositionEncodingKind.Utf16)
    for file, texts in _typed(root):
        for text in texts:
            with _timed(times["own file, a letter"]):
                desk.change(file, text)
                diagnostics(desk.problems(file), Lines(desk.text(file), codec))
            with _timed(times["completion of an id"]):
                lines = Lines(desk.text(file), codec)
                number = text[: text.index(LIST) + 1].count("\n")
                Completion(desk, file, lines, lines.position(number, text.index(",", text.index(LIST)) - text.index(LIST) - 1)).items()
        for other in desk.affected():
            with _timed(times["one that names it"]):
                desk.look_again(other)
    times = {what: some for what, some in times.items() if some}
    return times | {"rest of the desk": list(_rest(root, desk))}


def _rest(root: Path, desk: OpenDesk) -> Iterator[float]:
    """What a comparison of all takes after a change; a thread keeps it from using several cores."""
    settings, folders = settings_of(root / "mkdocs.yml")
    earlier, known, done = Earlier(), Known(), threading.Event()
    threading.Thread(target=done.wait, daemon=True).start()
    for number in range(4):
        times: list[float] = []
        with _timed(times):
            examine_far(root, settings, folders, earlier, known, desk.unsaved)
        garbage_collector.leave_alone()
        if number:  # the first one reads all
            yield times[0]
    done.set()


def _typed(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Files, each with the texts that it has while a few letters are typed."""
    files = sorted((root / "briefings").iterdir())
    for path in files[:: max(1, len(files) // FILES)]:
        text = path.read_text("utf-8")
        yield f"briefings/{path.name}", [text.replace(LIST, f"{LIST}{WORD[:n]}, ", 1) for n in range(1, len(WORD) + 1)]


async def _waits(root: Path, size: int) -> dict[str, list[float]]:
    """As an editor's program waits for it."""
    times: dict[str, list[float]] = {"own file, a letter": [], "completion of an id": []}
    desk = Desk.__new__(Desk)
    desk.root = root
    async with editor(desk) as here:
        first = next(_typed(root))[0]
        await here.open(first)
        await asyncio.sleep(size / 200)  # until the whole desk was looked at
        for file, texts in _typed(root):
            await here.open(file)
            for text in texts:
                start = time.perf_counter()
                await here.type(file, text)
                times["own file, a letter"].append(time.perf_counter() - start)
                mark = text[text.index(LIST) : text.index(",", text.index(LIST))]
                start = time.perf_counter()
                await here.offered(file, mark)
                times["completion of an id"].append(time.perf_counter() - start)
                await asyncio.sleep(0.1)
    return times


@contextmanager
def _timed(into: list[float], clock: Callable[[], float] = time.process_time) -> Iterator[None]:
    start = clock()
    yield
    into.append(clock() - start)


if __name__ == "__main__":
    main()
