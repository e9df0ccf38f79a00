"""Forms in languages: each says all that the English one says, and is the same form."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from spotbrief.reading import forms
from spotbrief.reading.forms import LANGUAGES, bare, form, forms_below, parts, spoken

NAMES = [*forms_below("briefing"), *(name for name in forms_below(".") if re.fullmatch(r"[a-z]+\.yml|page\.md", name))]
"""Whatever a command fills in; `sample.md` is the README of the English sample."""

WORD = re.compile(r"[A-Za-z]{3,}")

NAMED = re.compile(r"`[^`]*`|\S*[/.]\S*|spotbrief new \w+ \S+( --type person)?|\(\w[^)]*\)|\[\[id\]\]|Markdown")
"""What is called so in every language: files, commands, what explains a word of the format."""


def fields(name: str, text: str) -> Any:
    """The values of a form with every line in use."""
    return yaml.safe_load(bare(parts(text)[0] if name.startswith("briefing/") else text))


def shape(value: Any) -> Any:
    """The keys and lists of values, without texts of several words."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [shape(one) for one in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_form_is_the_same_in_every_language(language: str) -> None:
    """Field by field, list by list."""
    for name in (name for name in NAMES if name != "page.md"):
        said = spoken(form(name), language)
        assert shape(fields(name, said)) == shape(fields(name, form(name))), name
        assert len(said.splitlines()) == len(form(name).splitlines())


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_no_word_is_left_in_english(language: str) -> None:
    """Every line of words that a form has is in the file of words, and nothing else is in it."""
    words = yaml.safe_load((Path(forms.__file__).parent / f"forms/words/{language}.yml").read_text("utf-8"))
    assert {one for one in words if not any(one in form(name) for name in NAMES)} == set()
    for name in NAMES:
        text = form(name)
        for line in text.splitlines():
            said = line.partition("  # ")[2] or (line[3:] if line.startswith("## ") else "")
            said = said or (line if line and not line.startswith(("#", "---")) and ":" not in line else "")
            if WORD.search(said):
                assert spoken(line, language) != line, f"{name}: {line}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_to_be_replaced_is_known_in_every_language(language: str) -> None:
    """Or a form that was left as it was written would be published."""
    texts = [text for name in NAMES if name != "page.md" for text in forms._texts(fields(name, spoken(form(name), language)))]
    waiting = {text for text in texts if " " in text.strip()}
    assert waiting
    assert waiting <= forms.words_to_replace()
    assert forms.lines_to_replace() > {spoken("Write here.", language)}
