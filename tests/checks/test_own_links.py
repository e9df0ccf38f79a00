"""Addresses typed in full that lie below the site's own are links of the site."""

import pytest

from tests.desks import Desk

SITE = "https://desk.example/base"


def _rules(desk: Desk) -> list[tuple[str, str]]:
    return [(problem.rule, problem.where.file) for problem in desk.examine().problems]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with a page, a briefing that was renamed, an actor and a draft."""
    desk.write("content/about.md", "# About\n").write("content/files/x.pdf", b"%PDF").actor("norway")
    return desk.brief("talks", "former_slugs: [old]\nactors: [norway]\n").brief("hidden", "status: draft\n")


@pytest.mark.parametrize(
    "path",
    [
        *("briefings/nonsense/", "panel-istanbul", "actors/nobody/", "briefings/nonsense/event.ics", "about/more/", "timelines/none/"),
        *("files/y.pdf", "abuot.html", "BRIEFINGS/talks/"),
    ],
)
def test_a_dead_address_of_the_site_is_a_missing_link(path: str, desk: Desk) -> None:
    """In a body, a short text, a field of an address, and on an ordinary page."""
    address = f"{SITE}/{path}"
    event = f"public_event: {{title: T, starts: 2025-06-05, url: '{address}'}}\n"
    desk.brief("a", f"summary: 'See [it]({address}).'\n{event}", f"See [it]({address}?x=1#y) and <{address}>.")
    desk.write("content/more.md", f"# More\n\n[x]({address})\n")
    found = [(rule, file) for rule, file in _rules(desk) if rule == "missing-link"]
    assert found == [("missing-link", "briefings/a.md")] * 4 + [("missing-link", "content/more.md")]


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/feed.xml", "/briefings/", "/briefings/page/2/", "/briefings/2025/03/", "/outlook/", "/api/v1/index.json"),
        *("/briefings/talks/event.ics", "/actors/norway/feed.xml", "/files/x.pdf", "/files/unread.zip", "/trust/", "/search/?q=x"),
    ],
)
def test_what_the_site_has_is_no_problem(path: str, desk: Desk) -> None:
    """Lists, feeds and files, which have no file to link to, or keep their address; nor are other sites of ours."""
    body = f"See [it]({SITE}{path}), [b](https://desk.example/other/), [c](https://www.desk.example/base/x)."
    problems = [problem for problem in _rules(desk.write("content/x.md", "# X\n").brief("a", body=body)) if problem[0] != "own-address"]
    assert problems == []


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("briefings/talks/", "talks.md"),
        ("briefings/talks", "talks.md"),
        ("briefings/old/", "talks.md"),
        ("briefings/talks/index.html#later", "talks.md#later"),
        ("about/", "../content/about.md"),
        ("about.html", "../content/about.md"),
        ("actors/norway/", "../content/actors/norway.yml"),
        ("", "../content/index.md"),
    ],
)
def test_a_live_address_is_told_to_be_typed_as_a_way(path: str, way: str, desk: Desk) -> None:
    """The hint is right as it stands, by former names too."""
    desk.brief("talks", "former_slugs: [old]\nactors: [norway]\n", "## Later")
    said = desk.brief("a", body=f"[x]({SITE}/{path})").said()
    assert f"advice[own-address] '{SITE}/{path}' leads to" in said
    assert f"hint: write ({way}) instead" in said
    assert desk.brief("a", body=f"[x]({way})").said() == ""


def test_an_address_of_what_is_not_public_is_told_and_leads_nowhere(desk: Desk) -> None:
    """As a relative link is; a draft may name it."""
    address = f"{SITE}/briefings/hidden/"
    desk.brief("a", f"public_event: {{title: T, starts: 2025-06-05, url: '{address}'}}\n", f"[x]({address}) [y]({address}event.ics)")
    desk.brief("b", "status: draft\n", f"[x]({address})")
    assert [found for found in _rules(desk) if found[0] == "unpublished-link"] == [("unpublished-link", "briefings/a.md")] * 3


@pytest.mark.parametrize("host", ["desk.example", "DESK.example", "desk.example:443", "desk.example.", "me:pw@desk.example"])
def test_the_same_host_in_other_words_is_the_same(desk: Desk, host: str) -> None:
    """Or a link to a draft would pass for one to another site."""
    desk.brief("hidden", "status: draft\n").brief("a", body=f"[x](https://{host}/base/briefings/hidden/)")
    assert "unpublished-link" in desk.said()
