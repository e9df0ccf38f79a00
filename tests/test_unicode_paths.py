"""Paths are looked up in one Unicode form, whichever a file's name is stored in."""

from typing import Literal
from unicodedata import normalize

import pytest

from tests.desks import PNG, Desk

Form = Literal["NFC", "NFD"]


@pytest.mark.parametrize(("stored", "typed"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFD", "NFD")])
def test_a_name_is_found_in_either_form(stored: Form, typed: Form, desk: Desk) -> None:
    """A picture, a document and a briefing of archives made on macOS; published under one address."""
    for name, data in (("Київ й.png", PNG), ("й.csv", b"a,b\n")):
        desk.write(f"briefings/{normalize(stored, name)}", data)
    desk.brief(normalize(stored, "зустріч-й"))
    body = normalize(typed, "![n](<Київ й.png>) [t](й.csv) [l](зустріч-й.md)")
    desk.brief("a", normalize(typed, "image: {src: Київ й.png, alt: A}\n"), body)
    built = desk.build("--strict")
    assert built.code == 0, built.said
    published = {path for path in built.bytes() if path.startswith("briefings/a/")}
    assert {"briefings/a/Київ й.png", "briefings/a/й.csv"} <= published
    assert all(normalize("NFC", path) == path for path in published)


def test_a_hidden_picture_stays_hidden_in_either_form(desk: Desk) -> None:
    """Among the ordinary pages too, which the engine copies."""
    desk.write(f"content/{normalize('NFD', 'ї.png')}", PNG).brief("a").brief("b", "status: draft\n", "![x](../content/ї.png)")
    assert not [path for path in desk.build().bytes() if normalize("NFC", path).endswith("ї.png")]
