"""`python -m tests.bench.run [N ...]`: Spotbrief against Hugo on the same desks, in one run."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.desk import Desk, actor_lists, ids, make_desk, write_desk
from tests.bench.hugo_site import A_PAGE, last_page, write_hugo
from tests.bench.piece import Piece

SIZES = (300, 1000, 3000, 10000)
KINDS = ("actors", "topics", "regions", "authors", "storylines")
SAME = 0.9
"""The part of the words of a briefing that both tools' pages must have in common."""

_UNREAD = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)

MEMORY = "/dev/shm"
"""Where Linux keeps files in memory, so that a busy disk measures neither tool."""

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

# An installed Python program is compiled once, as Hugo is; where Python keeps nothing, each start would compile all of it again.
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}


class Run(NamedTuple):
    """What one build took: seconds of wall and CPU, MB of memory of all its processes together."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Measure every size, print the table, and fail where a site lacks pages."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    rows = [row for size in sizes for row in measure(size)]
    print("| N | site | wall s | CPU s | memory MB | files | MB | wall / Hugo's |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    print("\n".join(rows))


def measure(size: int) -> Iterator[str]:
    """The two rows of one size."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if os.path.isdir(MEMORY) else None) as name:
        ours, theirs = Path(name) / "spotbrief", Path(name) / "hugo"
        write_desk(ours, size)
        write_hugo(theirs, size)
        commands = {"Spotbrief": _spotbrief(ours), "Hugo": _hugo(theirs)}
        sites = {"Spotbrief": ours / "site", "Hugo": theirs / "public"}
        runs = _interleaved(size, commands, sites)
        desk = make_desk(size)
        for tool, site in sites.items():
            _require_pages(tool, site, desk)
        _require_same(sites["Spotbrief"], sites["Hugo"], desk)
        base = median(run.wall for run in runs["Hugo"])
        for tool, site in sites.items():
            yield _row(size, tool, runs[tool], site, base)


def _interleaved(size: int, commands: dict[str, list[str]], sites: dict[str, Path]) -> dict[str, list[Run]]:
    times = 5 if size <= 1000 else 3
    runs: dict[str, list[Run]] = {tool: [] for tool in commands}
    for number in range(times + 1):
        for tool, command in commands.items():
            shutil.rmtree(sites[tool], ignore_errors=True)
            run = timed(command)
            print(f"N={size} {tool} {number}/{times}: {run.wall:.2f} s, {run.memory:.0f} MB", file=sys.stderr)
            if number:
                runs[tool].append(run)
    return runs


def timed(command: list[str]) -> Run:
    """Run a command to its end; raises SystemExit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **QUIET, **COMPILED}, stdout=subprocess.DEVNULL)
    peak = 0.0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, sum(map(_share, _family(process.pid))))
        time.sleep(0.03)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(wall, usage.ru_utime + usage.ru_stime, peak)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    for child in children:
        yield from _family(int(child))


def _share(pid: int) -> float:
    """MB of a process, pages that it shares counted by its share of them."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)


def _spotbrief(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]


def _hugo(folder: Path) -> list[str]:
    hugo = shutil.which("hugo", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if not hugo:
        raise SystemExit("there is no hugo here: run this through make bench")
    return [hugo, "--quiet", "--source", str(folder), "--noBuildLock"]


def _require_pages(tool: str, site: Path, desk: Desk) -> None:
    lacking = [path for path in _pages(desk) if not (site / path / "index.html").is_file()]
    lacking += [name for name in _files(tool, desk) if not (site / name).is_file()]
    lacking += [f"{piece.id}: {text}" for piece in _sample(desk) for text in _unsaid(site, piece.id, piece.meta)]
    if lacking:
        raise SystemExit(f"{tool} lacks {len(lacking)} pages or texts, such as {json.dumps(lacking[:5], indent=1)}")


def _sample(desk: Desk) -> list[Piece]:
    return desk.pieces[:: max(1, len(desk.pieces) // 20)]


def _require_same(ours: Path, theirs: Path, desk: Desk) -> None:
    """Raises SystemExit where one tool's page or twin of a briefing says much less than the other's."""
    for piece in _sample(desk):
        for name in ("index.html", "index.md"):
            said = [_words(site / "briefings" / piece.id / name) for site in (ours, theirs)]
            both, least = (said[0] & said[1]).total(), min(one.total() for one in said)
            if both < SAME * max(one.total() for one in said):
                raise SystemExit(f"briefings/{piece.id}/{name} is not the same page: {both} words in both, {least} in the shorter one")


def _words(page: Path) -> Counter[str]:
    """How often each word stands on a page for readers."""
    text = page.read_text("utf-8")
    read = _UNREAD.sub(" ", text[max(text.find("<main"), 0) :])
    return Counter(re.findall(r"\w+", unescape(read).lower()))


def _pages(desk: Desk) -> Iterator[str]:
    yield from (
        "briefings",
        "timelines",
        "corrections",
        "outlook",
        "outlook/resolved",
        "outlook/track-record",
        "outlook/week-ahead",
        *KINDS,
    )
    yield from ids(desk, KINDS)
    for piece in desk.pieces:
        yield f"briefings/{piece.id}"
        yield f"briefings/{piece.meta['published'][:7].replace('-', '/')}"
        yield f"timelines/{piece.meta['storyline']}"
    events = sum(len(piece.meta["timeline"]) for piece in desk.pieces)
    expected = [judgement for piece in desk.pieces for judgement in piece.meta["what_to_expect"]]
    overdue = sum("resolution" not in judgement for judgement in expected)
    lists = (
        ("briefings", len(desk.pieces), A_PAGE),
        ("outlook/resolved", len(expected), A_PAGE),
        *([("outlook/overdue", overdue, A_PAGE)] if overdue > A_PAGE else ()),
    )
    held = ((f"actors/{actor}/{kind}", count, size) for actor, kind, count, size in actor_lists(desk))
    yield from (f"timelines/page/{number}" for number in range(2, last_page(events) + 1))
    for path, count, size in (*lists, *held):
        yield path
        last = -(-count // size)
        yield from (f"{path}/page/{number}" for number in range(2, last + 1))


def _files(tool: str, desk: Desk) -> Iterator[str]:
    """The files that are no pages; Hugo puts the data of a page beside it."""
    yield from ("index.html", "sitemap.xml", "news-sitemap.xml", "robots.txt", "llms.txt", "calendar.ics", "timelines/events.json")
    yield from (f"api/v1/{name}.json" for name in ("briefings", "actors", "events", "judgements", "sources"))
    for path in ("", "corrections/", *(f"{path}/" for path in ids(desk, KINDS))):
        yield from (f"{path}feed.xml", f"{path}feed.json")
    for path in ids(desk, ["actors"]) + [f"briefings/{piece.id}" for piece in desk.pieces]:
        yield f"{path}/index.json" if tool == "Hugo" else f"api/v1/{path}.json"
    for piece in desk.pieces:
        yield from (f"briefings/{piece.id}/{name}" for name in ("index.md", "cite.bib", "cite.ris"))
        yield f"timelines/{piece.meta['storyline']}/events.json"


def _unsaid(site: Path, key: str, meta: dict[str, object]) -> Iterator[str]:
    page = (site / "briefings" / key / "index.html").read_text("utf-8")
    for name in ("key_takeaways", "what_to_expect", "timeline", "sources"):
        entries = meta[name]
        assert isinstance(entries, list)
        for entry in entries:
            text = entry.get("text") or entry["title"]
            if text not in page:
                yield text


def _row(size: int, tool: str, runs: list[Run], site: Path, base: float) -> str:
    files = [path for path in site.rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files) / 1e6
    wall, cpu, memory = (median(run[i] for run in runs) for i in range(3))
    return f"| {size:,} | {tool} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {len(files):,} | {total:.0f} | {wall / base:.2f} |"


if __name__ == "__main__":
    main()
