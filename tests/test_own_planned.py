"""Addresses of the site typed in full are looked up in the table of what the site will have."""

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, PNG, Desk

SITE = "https://desk.example/base"
DEAD = ("outlook/zz/", "briefings/page/9/", "api/v9/x", "timelines/no.xml", "files/x.zip")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with a draft, an actor known from it alone, and a page that the engine leaves out."""
    desk.actor("norway").actor("iran").brief("hidden", "status: draft\nactors: [iran]\n").brief("talks", "actors: [norway]\n")
    desk.write("content/secret.md", "# Secret").write("content/about.md", "# About").write(
        "content/trust.yml", "corrections: We correct.\n"
    )
    return desk.write("mkdocs.yml", CONFIG + "exclude_docs: secret.md\nnot_in_nav: about.md\n")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("api/v1/briefings/hidden.json", "[unpublished-link] 'hidden' is not public yet"),
        ("api/v1/actors/iran.json", "[unpublished-link] 'iran' is not public yet"),
        *((path, "[missing-link] the link") for path in DEAD),
        ("secret/", "[missing-link] the page 'secret.md' is left out of the site"),
    ],
)
def test_what_the_site_will_not_have_is_told(path: str, said: str, desk: Desk) -> None:
    """In a briefing and on a page, by the check and the build alike."""
    desk.brief("a", body=f"See [it]({SITE}/{path}).").write("content/x.md", f"# X\n\nSee [it]({SITE}/{path}).\n")
    checked = run(desk, "check").output
    built = desk.build("--strict")
    for line in (f"briefings/a.md:5:5: error{said}", f"content/x.md:3:5: error{said}"):
        assert line in checked
        assert line in built.said
    assert checked.count("error[") == 2
    assert built.code != 0


def test_a_link_to_a_page_that_is_left_out_is_told(desk: Desk) -> None:
    """As a way between files too; a page that is only not in the navigation is there."""
    desk.brief("a", body="[s](../content/secret.md) [a](../content/about.md)")
    desk.write("content/x.md", "# X\n\n[s](secret.md) [a](about.md)\n")
    said = run(desk, "check").output
    assert "briefings/a.md:5:1: error[missing-link] the page 'secret.md' is left out of the site" in said
    assert "content/x.md:3:1: warning[missing-link] 'secret.md' is left out of the site, but this text links to it" in said
    assert "about.md" not in said


def test_what_the_site_will_have_is_no_problem(desk: Desk) -> None:
    """Pages, lists, feeds, records, files, and what every site has."""
    paths = (
        "",
        "about/",
        "trust/",
        "feed.xml",
        "briefings/",
        "briefings/2025/03/",
        "briefings/talks/",
        "actors/norway/feed.xml",
        "outlook/",
    )
    more = (
        "outlook/",
        "api/v1/index.json",
        "api/v1/briefings/talks.json",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "search/?q=x",
        "files/y.zip",
    )
    body = "\n\n".join(f"[it]({SITE}/{path})" for path in (*paths, *more))
    desk.write("content/files/y.zip", b"PK").brief("a", body=body)
    assert [line for line in run(desk, "check").output.split("\n") if "-link]" in line] == []
    assert desk.build("--strict").code == 0


def test_what_drafts_and_exclusions_take_out_is_told_by_each_alone(desk: Desk) -> None:
    """What one list takes back may be in the other; nothing of such pages is told or published."""
    lists = "exclude_docs: |\n  secret.md\n  hid/\ndraft_docs: |\n  wip.md\n  !secret.md\nnot_in_nav: '*'\n"
    desk.write("mkdocs.yml", CONFIG.replace("{Home: index.md}", "{Home: index.md}, {Secret: secret.md}") + lists)
    desk.write("content/wip.md", "# Wip\n\n[x](nowhere.md) [y](#nowhere) {{ x }}").write("content/hid/p.png", PNG)
    desk.write("content/x.md", "# X\n\n[s](secret.md)\n[w](wip.md)\n![p](hid/p.png)\n")
    left_out = "is left out of the site, but this text links to it\n  hint: take it out of exclude_docs and draft_docs in mkdocs.yml"
    for said in (run(desk, "check").output, desk.build().said):
        assert f"content/x.md:3:1: warning[missing-link] 'secret.md' {left_out}" in said
        assert f"content/x.md:4:1: warning[missing-link] 'wip.md' {left_out}" in said
        assert f"content/x.md:5:1: warning[missing-picture] 'hid/p.png' {left_out}" in said
        assert "mkdocs.yml:5:26: warning[missing-page] the navigation names 'secret.md'" in said
        assert "content/wip.md" not in said
    assert not [path for path in desk.build().bytes() if path.startswith(("secret", "wip", "hid"))]
