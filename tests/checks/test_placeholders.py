"""What a form of `spotbrief new` says is not published in silence, whichever field it stands in."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import spotbrief
from tests.desks import Desk

_FORMS = Path(spotbrief.__file__).parent / "cli" / "new" / "forms"
_NO_FIELDS = ("# Take", "# notes")
"""What a form says of itself, and the field that is never published."""


def _words(value: Any) -> list[str]:
    """All texts of more than a word."""
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in _words(one)]
    return [value.strip()] if isinstance(value, str) and " " in value.strip() and "{" not in value else []


def _of_form(name: str) -> list[str]:
    """What stands after a colon, comments apart, and the lines of a text below its field."""
    texts = []
    for line in (_FORMS / name).read_text("utf-8").splitlines():
        if line.startswith("#   ") and ": " not in line:
            texts.append(line.removeprefix("#   "))
        elif ": " in line and not line.startswith(_NO_FIELDS):
            value = re.sub(r"\s+#\s.*", "", line.partition(": ")[2])
            texts += _words(yaml.safe_load(value)) if value and not value.startswith("{") else []
    return texts


_TEXTS = sorted(
    {text for form in ("actor.yml", "author.yml", "briefing.yml", "event.yml", "storyline.yml", "trust.yml") for text in _of_form(form)}
)


def test_the_forms_are_read() -> None:
    """Or the next test would test nothing."""
    assert len(_TEXTS) > 15
    assert "What it means for them." in _TEXTS


@pytest.mark.parametrize("text", _TEXTS)
def test_no_text_of_a_form_is_published_in_silence(text: str, desk: Desk) -> None:
    """In a field, in a list inside a list, in reference data."""
    quoted = yaml.safe_dump(text, default_style='"', width=10**6).strip()
    desk.brief("a", f"bottom_line: {quoted}\nimplications: {{diplomats: [One., {quoted}]}}\n")
    desk.write("content/topics.yml", f"t: {{name: T, description: {quoted}}}\n")
    found = [(p.rule, p.severity, p.where.file, p.line) for p in desk.examine().problems if p.rule == "placeholder"]
    assert found == [
        ("placeholder", "warning", file, line) for file, line in (("briefings/a.md", 4), ("briefings/a.md", 5), ("content/topics.yml", 1))
    ]


def test_a_form_left_in_stops_what_would_be_published(desk: Desk) -> None:
    """A publisher, a judgement, the body among other paragraphs; what the desk keeps to itself may say anything."""
    more = (
        "sources: [{title: S, publisher: Who published it}]\nwhat_to_expect: [{text: Rain., criteria: How we shall know., by: 2025-07}]\n"
    )
    desk.brief("a", more + "notes: One sentence.\n", "First.\n\nWrite here.\n").brief("b", f"status: draft\n{more}", "Write here.", "B")
    found = [(p.rule, p.line) for p in desk.examine().problems]
    assert found == [("placeholder", 4), ("placeholder", 5), ("placeholder", 10)]
