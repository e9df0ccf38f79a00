"""The same desk as a Hugo site: taxonomies for whatever groups briefings, as Hugo does it best."""

import json
import re
import shutil
from collections import Counter
from math import ceil
from pathlib import Path
from typing import Any

from tests.bench.desk import Desk, actor_lists, make_desk, write
from tests.bench.dump import dump
from tests.bench.piece import BANDS, Piece

LAYOUTS = Path(__file__).parent / "hugo"
TERMS = ("actors", "authors", "topics", "regions", "storylines")

# What each briefing is written as, said once for the section.
BRIEFINGS = """\
---
title: Briefings
cascade:
- outputs: [HTML, JSON, MARKDOWN, BIB, RIS]
  target: {kind: page}
---
"""

_MENTION = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
_LINK = re.compile(r"\]\(([^)/:]+)\.md\)")

EVENTS, EVENTS_LATER = 80, 240
"""Events on a page of a timeline."""

A_PAGE = 100
"""Rows of a long list on a page; what is overdue has a list of its own only where the outlook cannot hold it."""


def write_hugo(folder: Path, briefings: int) -> None:
    """Write the desk of so many briefings as a Hugo site into a folder."""
    desk = make_desk(briefings)
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    write(folder / "content/_index.md", "---\ntitle: Bench desk\n---\n\nThe latest from the desk.\n")
    write(folder / "content/about.md", "---\ntitle: About\n---\n\nA desk made up for measuring.\n")
    write(folder / "content/briefings/_index.md", BRIEFINGS)
    _stub(folder / "content/corrections/_index.md", title="Corrections", outputs=["HTML", "ATOM", "JSONFEED"])
    _write_timelines(folder / "content/timelines", desk)
    _write_outlook(folder / "content/outlook", desk)
    _write_actor_lists(folder / "content/lists", desk)
    _write_months(folder / "content/months", desk)
    write(folder / "data/names.json", json.dumps({key: actor["name"] for key, actor in desk.actors.items()}))
    write(folder / "data/publishers.json", json.dumps({key: publisher["name"] for key, publisher in desk.publishers.items()}))
    write(folder / "data/scale.json", json.dumps({term: {"low": low, "high": high} for term, (low, high) in BANDS.items()}))
    for kind in TERMS:
        _write_terms(folder, kind, desk)
    _stub(
        folder / "content/actors/_index.md",
        title="Actors",
        cascade=[{"outputs": ["HTML", "JSON", "ATOM", "JSONFEED"], "target": {"kind": "term"}}],
    )
    for piece in desk.pieces:
        write(folder / f"content/briefings/{piece.id}.md", f"---\n{dump(_meta(piece))}---\n\n{_body(piece.body)}")


def _stub(path: Path, **meta: Any) -> None:
    write(path, json.dumps(meta) + "\n")


def _write_timelines(folder: Path, desk: Desk) -> None:
    """Hugo pages over pages, not over events: so each page of a timeline is a page of its own, its number given."""
    events = Counter[str]()
    for piece in desk.pieces:
        events.update({"": len(piece.meta["timeline"]), piece.meta["storyline"]: len(piece.meta["timeline"])})
    for key, count in events.items():
        title = f"Timeline: {desk.storylines[key]['title']}" if key else "Timeline"
        at = f"/timelines/{key}/" if key else "/timelines/"
        meta = {"title": title, "storyline": key, "at": at}
        _stub(folder / key / ("index.md" if key else "_index.md"), **meta, outputs=["HTML", "EVENTS"])
        for number in range(2, last_page(count) + 1):
            _stub(folder / f"pages/{key or 'all'}-{number}.md", **meta, number=number, url=f"{at}page/{number}/", build={"list": "never"})


def last_page(events: int) -> int:
    """The number of the last page of a timeline."""
    return 1 + ceil(max(0, events - EVENTS) / EVENTS_LATER)


def _write_outlook(folder: Path, desk: Desk) -> None:
    _stub(folder / "_index.md", title="What to expect")
    _stub(folder / "track-record.md", title="Track record", layout="track-record", outputs=["HTML", "CSV"])
    _stub(folder / "week-ahead.md", title="The next 30 days", layout="week-ahead")
    expected = [judgement for piece in desk.pieces for judgement in piece.meta["what_to_expect"]]
    _write_list(folder, "outlook/resolved", len(expected), group="ended", layout="ended")
    if (overdue := sum("resolution" not in judgement for judgement in expected)) > A_PAGE:
        _write_list(folder, "outlook/overdue", overdue, group="open", layout="judgements")


def _write_list(folder: Path, at: str, count: int, *, each: int = A_PAGE, **meta: Any) -> None:
    urls = [f"/{at}/", *(f"/{at}/page/{n}/" for n in range(2, ceil(count / each) + 1))]
    for i, url in enumerate(urls):
        around = {"newer": urls[i - 1] if i else "", "older": urls[i + 1] if i + 1 < len(urls) else ""}
        said = {"title": at.rpartition("/")[2].capitalize(), "number": i + 1, "each": each, "url": url, "build": {"list": "never"}}
        _stub(folder / f"{at.replace('/', '-')}-{i + 1}.md", **said, **meta, **around)


def _write_actor_lists(folder: Path, desk: Desk) -> None:
    for actor, kind, count, each in actor_lists(desk):
        _write_list(folder, f"actors/{actor}/{kind}", count, each=each, group=kind, actor=actor, type="actors", layout="listed")


def _write_months(folder: Path, desk: Desk) -> None:
    _stub(folder / "_index.md", title="Months", build={"render": "never"})
    for month in {piece.meta["published"][:7] for piece in desk.pieces}:
        _stub(folder / month / "_index.md", title=month, url=f"/briefings/{month.replace('-', '/')}/", outputs=["HTML"])


def _write_terms(folder: Path, kind: str, desk: Desk) -> None:
    for key, thing in getattr(desk, kind).items():
        text = dump({"title": thing.get("name") or thing["title"]} | {k: v for k, v in thing.items() if k not in ("name", "title", "type")})
        write(folder / f"content/{kind}/{key}/_index.md", f"---\n{text}---\n")


def _meta(piece: Piece) -> dict[str, Any]:
    meta = dict(piece.meta)
    meta["date"] = f"{meta.pop('published')}:00"
    meta["storylines"] = [meta.pop("storyline")]
    meta["months"] = [str(meta["date"])[:7]]
    return meta


def _body(text: str) -> str:
    return _LINK.sub(r"](/briefings/\1/)", _MENTION.sub(r"[\2](/actors/\1/)", text))
