"""A new name keeps what was published under the old one."""

import pytest

from tests.cli.run import commit, run
from tests.desks import Built, Desk

FORMER = {
    "actors": "rubio: {name: Marco Rubio, type: person, former_slugs: [secretary]}\n",
    "authors": "jane: {name: Jane Roe, former_slugs: [secretary]}\n",
    "topics": "trade: {name: Trade, former_slugs: [secretary]}\n",
    "regions": "north: {name: North, former_slugs: [secretary]}\n",
    "storylines": "story: {title: Story, former_slugs: [secretary]}\n",
    "issues": "rain: {title: Rain, former_slugs: [secretary]}\n",
}
NAMING = """\
actors: [rubio]
authors: [jane]
topics: [trade]
regions: [north]
storyline: story
timeline: [{id: talks, when: 2025-02, title: Talks}]
statements: [{actor: rubio, issue: rain, when: 2025-02, text: Yes.}]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk on which everything was called otherwise before."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    for kind, text in FORMER.items():
        desk.write(f"content/{kind}.yml", text)
    done = desk.brief("talks", NAMING + "former_slugs: [Talks]\n").build()
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize("kind", [*FORMER, "timelines"])
def test_a_former_address_of_anything_leads_on(built: Built, kind: str) -> None:
    """With the query and the fragment, by the script of the site; search engines are told where it is."""
    page = built.page(f"{kind}/secretary")
    now = "story" if kind == "timelines" else FORMER[kind].partition(":")[0]
    assert f'data-to="../{now}/"' in page
    assert f'<link rel="canonical" href="https://desk.example/base/{kind}/{now}/">' in page
    assert "noindex" in page


@pytest.mark.parametrize("kind", ["actors", "authors", "topics", "regions", "storylines"])
def test_a_former_feed_goes_on(built: Built, kind: str) -> None:
    """A reader that asks at the old address gets what is new, under the id it knows."""
    now = FORMER[kind].partition(":")[0]
    for name in ("feed.xml", "feed.json"):
        assert (built.site / kind / "secretary" / name).read_bytes() == (built.site / kind / now / name).read_bytes()
    assert f"<id>tag:desk.example,2025:feeds/{kind}/secretary/</id>" in (built.site / kind / now / "feed.xml").read_text()


def test_a_new_case_keeps_the_old_address(built: Built) -> None:
    """Hosts tell case apart."""
    assert 'data-to="../talks/"' in built.page("briefings/Talks")
    assert "The body." in built.page("briefings/talks")


def test_a_former_address_belongs_to_one_thing(desk: Desk) -> None:
    """As those of briefings do; nor can it hold what no address can."""
    desk.write("content/topics.yml", "a: {name: A, former_slugs: [b]}\nb: {name: B, former_slugs: ['x y']}\n")
    said = desk.said()
    assert "content/topics.yml:1:29: error[duplicate-slug] the id 'b' stands twice among the addresses of topics" in said
    assert "content/topics.yml:2:29: error[unsafe-id] the id 'x y' cannot be an address" in said


def test_who_uses_an_old_name_is_told_the_new_one(desk: Desk) -> None:
    """In links, in lists and in double brackets."""
    desk.actor("rubio", "type: person\nformer_slugs: [secretary]\n").brief("talks", "former_slugs: [old]\n")
    said = desk.brief("a", "actors: [secretary]\nrelated: [old]\n", "[[secretary]] [x](old.md) [y](../content/actors/secretary.yml)").said()
    assert said.count("'secretary' is called 'rubio' now: write rubio") == 2
    assert "'old' is called 'talks' now: write talks" in said
    assert "its name is another now: write talks.md" in said
    assert "its name is another now: write ../content/actors/rubio.yml" in said


def test_changes_says_what_lost_its_address(desk: Desk) -> None:
    """Of files and of keys, and what kept it under a new name."""
    desk.actor("norway").actor("sweden").write("content/topics.yml", "rain: {name: Rain}\nsnow: {name: Snow}\n").brief("a")
    base = commit(desk.root)
    for name in ("norway", "sweden"):
        (desk.root / f"content/actors/{name}.yml").unlink()
    desk.actor("norge", "type: state\nformer_slugs: [norway]\n")
    desk.write("content/topics.yml", "rain: {name: Rain}\nice: {name: Ice, former_slugs: [snow]}\n")
    said = run(desk, "changes", base).output
    assert "- renamed in actors: `norway` to `norge`\n" in said
    assert "- gone from actors: `sweden`; its address and its feed are gone" in said
    assert "- renamed in topics: `snow` to `ice`\n" in said
    assert "rain" not in said
