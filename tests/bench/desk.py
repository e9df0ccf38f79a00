"""A desk of N briefings, the same for the same N, and its files as Spotbrief reads them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from spotbrief.views.actor_lists import A_PAGE
from tests.bench import cast as who
from tests.bench.cast import Things
from tests.bench.dump import dump
from tests.bench.piece import Cast, Piece, Writer

FIRST_DAY = datetime(2020, 9, 1, 8)
SPAN = timedelta(days=1826)
ABOUT = "# About\n\nA desk made up for measuring.\n"
CONFIG = """\
site_name: Bench desk
site_url: https://bench.example/
docs_dir: content
theme: {name: material, font: false}
plugins:
  - briefings: {timezone: Europe/Kyiv, cards: false}
  - actors
  - timelines
  - outlook
  - exports
nav:
  - index.md
  - briefings/index.md
  - actors/index.md
  - timelines/index.md
  - about.md
"""


@dataclass(frozen=True)
class Desk:
    """All that both sites are built from."""

    actors: Things
    authors: Things
    topics: Things
    regions: Things
    storylines: Things
    publishers: Things
    pieces: list[Piece]


def make_desk(briefings: int) -> Desk:
    """The desk of so many briefings, spread over five years."""
    random = Random(briefings)
    actors = who.cast(random, max(briefings // 20, 8))
    authors, storylines, publishers = who.authors(random), who.storylines(random), who.publishers()
    topics, regions = who.groups(random, who.TOPICS), who.groups(random, who.REGIONS)
    things = Cast(actors, _weights(len(actors)), *map(list, (authors, topics, regions, storylines, publishers)))
    writer = Writer(random, things)
    pieces = [writer.piece(i, FIRST_DAY + SPAN * i / briefings) for i in range(briefings)]
    return Desk(actors, authors, topics, regions, storylines, publishers, pieces)


def _weights(count: int) -> list[float]:
    """How often actors are named: the first twice as often as the mean, at any size, so that work stays linear."""
    return [1 + 4 * (1 - i / count) ** 2 for i in range(count)]


def write_desk(folder: Path, briefings: int) -> None:
    """Write the desk of so many briefings into a folder."""
    desk = make_desk(briefings)
    write(folder / "mkdocs.yml", CONFIG)
    write(folder / "content/index.md", "# Bench desk\n\nThe latest from the desk.\n")
    write(folder / "content/about.md", ABOUT)
    for kind in ("topics", "regions", "publishers"):
        write(folder / f"content/{kind}.yml", dump(getattr(desk, kind)))
    for kind in ("actors", "authors", "storylines"):
        _write_each(folder / "content" / kind, getattr(desk, kind))
    for piece in desk.pieces:
        write(folder / f"briefings/{piece.id}.md", f"---\n{dump(piece.meta)}---\n\n{piece.body}")


def _write_each(folder: Path, things: Things) -> None:
    for key, thing in things.items():
        write(folder / f"{key}.yml", dump(thing))


def write(path: Path, text: str) -> None:
    """Write a text, and the folder for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def ids(desk: Desk, kinds: Iterable[str]) -> list[str]:
    """The addresses below the site of all things of these kinds."""
    return [f"{kind}/{key}" for kind in kinds for key in getattr(desk, kind)]


def actor_lists(desk: Desk) -> Iterator[tuple[str, str, int, int]]:
    """What an actor has more than fifty of and hence a list of pages for: actor, kind, how many, and how many a page holds."""
    counts = {"judgements": Counter[str](), "briefings": Counter[str](), "events": Counter[str]()}
    for piece in desk.pieces:
        counts["briefings"].update(piece.meta["actors"])
        counts["judgements"].update(id for one in piece.meta["what_to_expect"] for id in one["actors"])
        counts["events"].update(id for one in piece.meta["timeline"] for id in one["actors"])
    for kind, found in counts.items():
        yield from ((actor, kind, count, A_PAGE[kind]) for actor, count in found.items() if count > 50)
