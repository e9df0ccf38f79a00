"""How words are compared: what `folding.yml` says, as Python and as browsers use it."""

import re
from functools import cache
from json import dumps
from pathlib import Path
from typing import Any

import yaml


@cache
def folding() -> dict[str, Any]:
    """What the file says; signs that stand there by their numbers are themselves."""
    said: dict[str, Any] = yaml.load(Path(__file__).with_suffix(".yml").read_text("utf-8"), yaml.CSafeLoader)
    for name in ("apostrophes", "accents_alone", "marks_left_out"):
        said[name] = re.sub(r"([0-9A-F]+) ?", lambda number: chr(int(number[1], 16)), said[name])
    return said


def as_script() -> str:
    """The same for a script, as JSON."""
    return dumps(folding(), ensure_ascii=False, separators=(",", ":"))
