"""The engine is replaceable, the bytes are the same, mistakes stop the build."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from spotbrief.cli import main
from tests.desks import CONFIG, PNG, Desk

ROOT = Path(__file__).parents[2]


def sample(desk: Desk) -> Desk:
    """The sample desk of this repository, on the last day that it tells of."""
    for folder in ("briefings", "content"):
        shutil.copytree(ROOT / folder, desk.root / folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", desk.root)
    desk.now = datetime(2025, 6, 30, 12, tzinfo=UTC)
    return desk


def test_two_builds_and_two_engines_give_the_same_bytes(desk: Desk) -> None:
    """MkDocs twice, and ProperDocs: one site, but for the generator's name."""
    first, second = sample(desk).build("--strict"), desk.build(site="again")
    other = desk.build("--strict", engine="properdocs", site="other")
    assert (first.code, second.code, other.code) == (0, 0, 0), first.said + other.said
    assert first.bytes() == second.bytes()
    generator = re.compile(rb'<meta name="generator" content="[^"]*">')
    plain = [
        {path: generator.sub(b"", data) for path, data in built.bytes().items() if path != "sitemap.xml.gz"} for built in (first, other)
    ]
    assert plain[0] == plain[1]


def test_plugins_come_in_any_order_and_need_only_briefings(desk: Desk) -> None:
    """Links into sections that the site lacks are plain text."""
    desk.actor("norway").brief("a", "actors: [norway]\n", body="On [[norway]].")
    desk.write("mkdocs.yml", CONFIG.replace("actors, timelines, outlook, exports", "timelines").replace("{Actors: actors/index.md}, ", ""))
    built = desk.build("--strict")
    assert built.code == 0, built.said
    assert "On Norway." in built.page("briefings/a")
    assert not (built.site / "feed.xml").exists()
    desk.write(
        "mkdocs.yml",
        CONFIG.replace(
            "[{briefings: {timezone: Europe/Kyiv}}, actors, timelines, outlook, exports]", "[exports, actors, {briefings: {}}]"
        ).replace(", {Timelines: timelines/index.md}", ""),
    )
    assert desk.build("--strict").code == 0
    desk.write("mkdocs.yml", CONFIG.replace("[{briefings: {timezone: Europe/Kyiv}}, actors, timelines, outlook, exports]", "[actors]"))
    alone = desk.build()
    assert "The plugin 'actors' needs the plugin 'briefings'" in alone.said
    assert "Traceback" not in alone.said


def test_an_error_stops_the_build_and_leaves_the_old_site(desk: Desk) -> None:
    """Readers keep the last good site."""
    good = desk.brief("a").build()
    before = good.bytes()
    bad = desk.brief("b", "topics: [nowhere]\n").build()
    assert bad.code == 1
    assert "briefings/b.md:4:10: error[unknown-reference]" in bad.said
    assert "Traceback" not in bad.said
    assert bad.bytes() == before


def test_wrong_settings_are_one_line(desk: Desk) -> None:
    """A wrong option says what it may be."""
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kiew"))
    built = desk.build()
    assert "there is no timezone 'Europe/Kiew': did you mean 'Europe/Ki" in built.said
    assert "Traceback" not in built.said


def test_two_things_may_not_claim_one_address(desk: Desk) -> None:
    """An ordinary page at a page of the desk's is refused."""
    built = desk.write("content/briefings/index.md", "# Mine\n").build()
    assert built.code == 1
    assert "content/briefings/index.md:1:1: error[address-taken] /briefings/index.html is the address of" in built.said


def test_hostile_text_stays_text(desk: Desk) -> None:
    """No script and no template in what an editor typed runs or shows as markup."""
    evil = '"><script>alert(1)</script>{{ 7*7 }}'
    desk.write("content/actors/evil.yml", f"name: '{evil}'\ntype: person\nother_names: ['{evil}']\n")
    desk.brief(
        "a",
        f"actors: [evil]\nquestion: '{evil}'\nstatements: []\npublic_event: {{title: '{evil}', starts: 2025-04-01}}\n",
        title=f"'{evil}'",
    )
    built = desk.build()
    assert built.code == 0, built.said
    pages = "".join(page.read_text("utf-8") for page in built.site.rglob("*.html"))
    assert "<script>alert(1)" not in pages
    assert '"><script' not in pages
    assert "{{ 7*7 }}" in pages


def test_an_empty_desk_builds(desk: Desk) -> None:
    """A new desk starts with nothing."""
    built = desk.build("--strict")
    assert built.code == 0, built.said
    assert "Nothing has been published yet." in built.page("briefings")


def test_two_files_of_a_page_may_not_claim_one_address(desk: Desk) -> None:
    """Neither picture takes the other's place."""
    desk.write("briefings/m.png", PNG).write("briefings/x/briefings/m.png", PNG)
    built = desk.brief("x/a", body="![One](../m.png) ![Two](briefings/m.png)").build()
    assert built.code == 1
    assert "error[address-taken] /briefings/a/briefings/m.png is the address of briefings/x/briefings/m.png too" in built.said


@pytest.mark.parametrize("epoch", ["soon", "1e9", "²", "9" * 30, " ", ""])
def test_a_moment_that_is_none_stops_the_build(epoch: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The present in its place might publish what is to be held back."""
    monkeypatch.chdir(desk.brief("a").root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1
    assert f"SOURCE_DATE_EPOCH is '{epoch}': write seconds since 1970" in done.output


def test_short_texts_give_no_id_twice(desk: Desk) -> None:
    """Headings and footnotes belong into the body."""
    text = '"## What now\\n\\nRain.[^1]\\n\\n[^1]: Note."'
    page = desk.brief("a", f"key_takeaways: [{text}, {text}]\n", body="## What now\n\nRain.[^1]\n\n[^1]: Note.").build().page("briefings/a")
    ids = re.findall(r' id="([^"]*)"', page)
    assert "what-now" in ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["../../../../../etc/passwd", "redirect.html", "", "[a]"])
def test_a_page_may_not_choose_any_template(name: str, desk: Desk) -> None:
    """One that is not the desk's own stops the build, with its line and no traceback."""
    built = desk.write("content/x.md", f"---\ntemplate: {name}\nlocation: javascript:alert(1)\n---\n# X\n").build()
    assert built.code == 1
    assert "content/x.md:2:" in built.said
    assert "error[page-template]" in built.said
    assert "Traceback" not in built.said


def test_a_template_of_the_desks_own_is_used(desk: Desk) -> None:
    """From its folder or the theme's `custom_dir`; however the engine finds another, it is not."""
    desk.write("mkdocs.yml", CONFIG.replace("font: false", "font: false, custom_dir: ours"))
    desk.write("templates/a.html", "A for {{ page.title }}").write("ours/in/b.html", "B for {{ page.title }}")
    desk.write("content/a.md", "---\ntemplate: a.html\n---\n# One\n").write("content/b.md", "---\ntemplate: in/b.html\n---\n# Two\n")
    built = desk.write("content/c.md", "template: redirect.html\nlocation: nowhere\n\n# Three\n").build("--strict")
    assert built.code == 0, built.said
    assert [built.page("a"), built.page("b")] == ["A for One", "B for Two"]
    assert "nowhere" not in built.page("c")


def allowed(page: str) -> str:
    """Which scripts the policy of a page lets run."""
    found = re.search(r"script-src ([^;]*);", page)
    return found[1] if found else "all"


@pytest.mark.parametrize(
    "written", ["<script>alert(1)</script>", "<script>alert(1)", "<SCRIPT>alert(1)</script>", "<p onclick='alert(1)'>x</p>"]
)
def test_a_script_in_a_page_is_shown_to_no_browser_as_ours(written: str, desk: Desk) -> None:
    """HTML in ordinary pages is MkDocs' own freedom, but only what templates brought may run."""
    desk.write("content/plain.md", "# Plain\n\nText.\n").write("content/x.md", f"# X\n\nText.\n\n{written}\n\nMore.\n")
    built = desk.build()
    assert built.code == 0, built.said
    assert "content/x.md:5:1: warning[inline-script]" in built.said
    assert "alert(1)" in built.page("x")
    assert "sha256-" in allowed(built.page("plain"))
    assert allowed(built.page("x")) == allowed(built.page("plain"))


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"])
def test_a_script_in_a_title_is_text(title: str, desk: Desk) -> None:
    """On the page itself, and in the navigation of all others."""
    desk.write("mkdocs.yml", CONFIG.replace("[{Home: index.md},", "[{Home: index.md}, x.md, {More: [y.md]},"))
    desk.write("content/y.md", "# Y\n").write("content/x.md", f"---\ntitle: '{title}'\n---\n## One\n\n## {title}\n")
    built = desk.build()  # the heading holds a script too, which is told
    assert built.code == 0, built.said
    assert allowed(built.page("x")) == allowed(built.page("y"))
    assert "<script>alert(1)" not in built.page("y") + built.page("x").partition("<article")[0]
