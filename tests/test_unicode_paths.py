"""Paths are looked up in one Unicode form, whichever a file's name is stored in."""

from typing import Literal
from unicodedata import normalize
from urllib.parse import quote

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, PNG, Desk

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


@pytest.mark.parametrize(("stored", "typed"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFD", "NFD")])
def test_ordinary_pages_link_in_either_form(stored: Form, typed: Form, desk: Desk) -> None:
    """To pages, pictures and documents, from briefings and the navigation too; what is encoded as well."""
    for suffix, data in ((".md", "# П\n\n[back](about.md)\n"), (".png", PNG), (".csv", b"a,b\n")):
        desk.write(f"content/{normalize(stored, 'й')} x{suffix}", data)
    name, encoded = normalize(typed, "й") + " x", quote(normalize(typed, "й x"))
    links = f"[p](<{name}.md>) [q]({encoded}.md#{quote('х')}) [d](<{name}.csv>)\n\n![n](<{name}.png>)\n"
    desk.write("content/about.md", f"# A\n\n{links}").brief("b", body=f"[p](<../content/{name}.md>)")
    config = CONFIG.replace("{Home: index.md}", f"{{Home: index.md}}, {{About: about.md}}, {{П: {name}.md}}")
    desk.write("mkdocs.yml", config).write(f"content/{normalize(stored, 'й')} x.md", "# П\n\n<a id='х'></a>[back](about.md)\n")
    checked = run(desk, "check").output
    assert "Nothing wrong" in checked, checked
    built = desk.build("--strict")
    assert built.code == 0, built.said
    address = f"../{quote('й x')}"
    assert [address + end in built.page("about") for end in ("/", f"/#{quote('х')}", ".csv", ".png")] == [True] * 4
    assert f'href="../../{quote("й x")}/"' in built.page("briefings/b")
    assert {"й x/index.html", "й x.png", "й x.csv"} <= set(built.bytes())
