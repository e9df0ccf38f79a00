"""Topics, regions, storylines and authors: where each stands, what it waits for, and what its parts hold."""

import re
from pathlib import Path

import pytest

from tests.desks import Built, Desk

REGIONS = "europe: {name: Europe}\neast: {name: Eastern Europe, broader: europe}\ngulf: {name: The Gulf}\n"
EXPECTS = "what_to_expect:\n  - {text: Late, likelihood: likely, by: 2025-12-31}\n  - {text: Soon, likelihood: unlikely, by: 2025-07-31}\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with a region that has a part, and a storyline of three chapters."""
    desk = Desk(Path(tmp_path_factory.mktemp("groups")))
    desk.write("content/regions.yml", REGIONS).write("content/topics.yml", "trade: {name: Trade}\n")
    desk.write("content/storylines/story.yml", "title: The story\n").write("content/authors/jane.yml", "name: Jane Roe\n")
    desk.brief("a", f"regions: [europe]\nstoryline: story\nbottom_line: Old.\n{EXPECTS}", title="The whole")
    desk.brief("b", "regions: [east]\nstoryline: story\nbottom_line: It holds.\nauthors: [jane]\n", title="The part")
    desk.brief("c", "regions: [gulf]\nstoryline: story\n", title="The gulf")
    done = desk.build()
    assert done.code == 0, done.said
    return done


def test_a_broader_region_counts_and_lists_what_its_parts_hold(built: Built) -> None:
    """Its page, its feed and its index; what belongs to a part says to which."""
    page, index = built.page("regions/europe"), built.page("regions")
    assert 'Parts: <a href="../../regions/east/">Eastern Europe</a> (1)' in page
    assert "2 briefings · 2 judgements open" in page
    row = page.partition('id="section:briefings"')[2].partition("The part</a>")[2].partition("</li>")[0]
    assert "regions/east/" in row
    assert "The part" in (built.site / "regions/europe/feed.xml").read_text("utf-8")
    europe = index.partition('href="../regions/europe/"')[2].partition("</li>")[0]
    assert "2 briefings" in europe
    assert "2 judgements open" in europe
    assert re.search(r'is-part">(?:(?!</li>).)*regions/east/', index, re.DOTALL)
    assert "part of <a" in built.page("regions/east")


def test_a_page_says_where_its_subject_stands(built: Built) -> None:
    """By the latest bottom line, with its day; what is due first comes first."""
    for path in ("regions/europe", "storylines/story"):
        page = built.page(path)
        now = page.partition('id="section:now"')[2].partition("</section>")[0]
        assert "It holds." in now
        assert "1 March 2025" in now
        assert page.index("Soon</a>") < page.index("Late</a>")
        assert f'href="../../{path}/feed.xml"' in page.partition("</header>")[2]


def test_chapters_are_numbered(built: Built) -> None:
    assert re.findall(r"Chapter (\d)", built.page("storylines/story")) == ["1", "2", "3"]


def test_an_index_says_what_came_last(built: Built) -> None:
    """With its day."""
    gulf = built.page("regions").partition("The Gulf</a>")[2].partition("</li>")[0]
    assert "1 March 2025</time>: <a" in gulf
    assert "The gulf</a>" in gulf
    assert "judgement" not in gulf


def test_many_are_found_by_their_names(tmp_path: Path) -> None:
    """Once there are more than a dozen; authors stand where readers look for them, at the family name."""
    names = ["Ada Zimmer", "Zoe Adams", "Ursula von der Leyen", *(f"Bo Name{n:02}" for n in range(10))]
    desk = Desk(tmp_path).write("content/authors.yml", "".join(f"a{n}: {{name: {name}}}\n" for n, name in enumerate(names[:12])))
    few = desk.brief("a", "authors: [a0]\n").build().page("authors")
    desk.write("content/authors.yml", "".join(f"a{n}: {{name: {name}}}\n" for n, name in enumerate(names)))
    many = desk.build(site="more").page("authors")
    assert "Filter by name" not in few
    assert "data-names" not in few
    assert many.count('<div class="narrow" ') == 1
    listed = re.findall(r'<li class="group-row"[^>]* data-names="([^"]*)">', many)
    assert [listed[0], *listed[-2:]] == ["Zoe Adams", "Bo Name09", "Ada Zimmer"]
    assert listed.index("Ursula von der Leyen") == 1
    assert re.findall(r'<a href="#(letter:.)">(.)</a>', many) == [(f"letter:{one}", one) for one in "ALNZ"]
    assert re.findall(r' id="(letter:.)" data-names="([^"]*)"', many)[:2] == [
        ("letter:A", "Zoe Adams"),
        ("letter:L", "Ursula von der Leyen"),
    ]
    assert "letters" not in few
