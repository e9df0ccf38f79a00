"""The same desk as a Hugo site: taxonomies for whatever groups briefings, as Hugo does it best."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from tests.bench.desk import Desk, make_desk, write
from tests.bench.dump import dump
from tests.bench.piece import Piece

LAYOUTS = Path(__file__).parent / "hugo"
TERMS = ("actors", "authors", "topics", "regions", "storylines")

_MENTION = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
_LINK = re.compile(r"\]\(([^)/:]+)\.md\)")


def write_hugo(folder: Path, briefings: int) -> None:
    """Write the desk of so many briefings as a Hugo site into a folder."""
    desk = make_desk(briefings)
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    write(folder / "content/_index.md", "---\ntitle: Bench desk\n---\n\nThe latest from the desk.\n")
    write(folder / "content/about.md", "---\ntitle: About\n---\n\nA desk made up for measuring.\n")
    write(folder / "content/briefings/_index.md", "---\ntitle: Briefings\n---\n")
    write(folder / "content/timelines/_index.md", "---\ntitle: Timeline\n---\n")
    write(folder / "data/names.json", json.dumps({key: actor["name"] for key, actor in desk.actors.items()}))
    for kind in TERMS:
        _write_terms(folder, kind, desk)
    for piece in desk.pieces:
        write(folder / f"content/briefings/{piece.id}.md", f"---\n{dump(_meta(piece))}---\n\n{_body(piece.body)}")


def _write_terms(folder: Path, kind: str, desk: Desk) -> None:
    for key, thing in getattr(desk, kind).items():
        text = dump({"title": thing.get("name") or thing["title"]} | {k: v for k, v in thing.items() if k not in ("name", "title", "type")})
        write(folder / f"content/{kind}/{key}/_index.md", f"---\n{text}---\n")


def _meta(piece: Piece) -> dict[str, Any]:
    meta = dict(piece.meta)
    meta["date"] = f"{meta.pop('published')}:00"
    meta["storylines"] = [meta.pop("storyline")]
    return meta


def _body(text: str) -> str:
    return _LINK.sub(r"](/briefings/\1/)", _MENTION.sub(r"[\2](/actors/\1/)", text))
