"""Templates of a desk's own: all of Jinja works in them, and what is wrong in one is told with its line."""

import pytest

from tests.desks import Desk

GOOD = {
    "{% if title.mood is defined %}a{% else %}no mood{% endif %}": "no mood",
    "{{ title.mood|default('-') }}.": "-.",
    "{% set d = {'a': 1} %}{{ d.a }}!": "1!",
    "{% if tldr is defined %}a{% else %}none{% endif %}": "none",
    "{{ '<b>' }}": "&lt;b&gt;",
}
BAD = {
    "\n{{ title }}\n{{ tldr }}": ("templates/briefing.html:3", "'tldr' is undefined", "this page has actors, address, as_of,"),
    "{{ title.mood }}": ("templates/briefing.html:1", "has no attribute 'mood'", "is defined %}"),
    "{% import 'parts/macros.html' as part %}\n{{ part.time(title) }}": ("templates/briefing.html:2", "has no attribute 'time'", "hint: "),
    "\n{% if %}": ("templates/briefing.html:2", "this template cannot be read: Expected an expression"),
    "{% import 'parts/no.html' as part %}": ("templates/briefing.html:1", "has a template 'parts/no.html'"),
    "{{ title + 1 }}": ("templates/briefing.html:1", "str", "hint: "),
}


@pytest.mark.parametrize(("written", "shown"), GOOD.items())
def test_all_of_jinja_works(desk: Desk, written: str, shown: str) -> None:
    """Dictionaries, `is defined` and `default`, too."""
    built = desk.brief("a").write("templates/briefing.html", written).build()
    assert shown in built.page("briefings/a")


@pytest.mark.parametrize(("written", "said"), BAD.items())
def test_what_is_wrong_is_told_with_its_line(desk: Desk, written: str, said: tuple[str, ...]) -> None:
    """And with a mend, but without a traceback."""
    built = desk.brief("a").write("templates/briefing.html", written).build()
    assert built.code
    assert [words for words in said if words not in built.said] == []
    assert "Traceback" not in built.said


def test_a_helper_tells_it_too(desk: Desk) -> None:
    """Many briefings are made by several processes."""
    for number in range(200):
        desk.brief(f"b{number}")
    built = desk.write("templates/briefing.html", "{{ tldr }}").build()
    assert built.code
    assert "templates/briefing.html:1" in built.said
    assert "Traceback" not in built.said
