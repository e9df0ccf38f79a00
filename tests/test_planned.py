"""What `build --strict` refuses, `check` has said before, with file and line and mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, Desk

Lay = Callable[[Desk], object]


def _config(old: str, new: str) -> Lay:
    return lambda desk: desk.write("mkdocs.yml", CONFIG.replace(old, new))


def _add(line: str) -> Lay:
    return lambda desk: desk.write("mkdocs.yml", CONFIG + line)


BROKEN: dict[str, tuple[Lay, str]] = {
    "a misspelt plugin": (
        _config("outlook,", "outlok,"),
        "mkdocs.yml:6:68: error[unknown-plugin] there is no plugin 'outlok' on this machine\n  hint: did you mean 'outlook'?",
    ),
    "the plugin itself misspelt": (
        _config("briefings: {time", "briefing: {time"),
        "mkdocs.yml:6:12: error[setting] mkdocs.yml does not name",
    ),
    "an address for a page": (
        _config("{Home: index.md}", "{Home: index.md}, {About: about/}"),
        "mkdocs.yml:5:26: warning[missing-page] the navigation names 'about/', which is not there\n  hint: write content/about.md, or take the entry out",
    ),
    "a misspelt page": (
        lambda d: d.write("content/about.md", "# A").write("mkdocs.yml", CONFIG.replace("index.md}", "abuot.md}", 1)),
        "mkdocs.yml:5:8: warning[missing-page] the navigation names 'abuot.md', which is not there\n  hint: did you mean 'about.md'?",
    ),
    "a misspelt key": (_add("site_descripton: X\n"), "mkdocs.yml:7:1: warning[unknown-setting] there is no setting 'site_descripton'"),
    "an option at the top": (_add("timezone: UTC\n"), "mkdocs.yml:7:1: warning[unknown-setting] 'timezone' is an option of the plugin"),
    "a misspelt option": (
        _config("{timezone:", "{timezon:"),
        "mkdocs.yml:6:24: error[setting] the plugin 'briefings' has no option 'timezon'",
    ),
    "a misspelt timezone": (_config("Europe/Kyiv", "Europe/Kiyv"), "there is no timezone 'Europe/Kiyv': did you mean 'Europe/Kyiv'?"),
    "no entry a page": (_config("timezone: Europe/Kyiv", "per_page: 0"), "mkdocs.yml:6:24: error[setting] per_page must be a whole number"),
    "no audiences": (_config("timezone: Europe/Kyiv", "audiences: {}"), "error[setting] audiences must map ids to names"),
    "a contact without an at": (
        _config("timezone: Europe/Kyiv", "security_contact: 'mailto:desk'"),
        "error[setting] security_contact must be",
    ),
    "a query in the address": (_config("desk.example/base/", "desk.example/?x=1"), "mkdocs.yml:2:1: error[setting] site_url"),
    "a password in the address": (
        _config("desk.example/base/", "me:pw@desk.example/"),
        "error[setting] site_url holds a name or a password",
    ),
    "a blank in the address": (_config("https://desk.example/base/", "https://desk.example/my desk/"), "error[setting] site_url"),
    "an empty folder in the address": (_config("base/", "base//"), "write it as https://desk.example/base/"),
    "an address of this machine": (_config("https://desk.example", "http://127.0.0.1:8000"), "mkdocs.yml:2:1: warning[site-url] site_url"),
    "a name of a home network": (_config("desk.example", "desk.local"), "warning[site-url]"),
    "a theme that is not there": (
        _config("name: material", "name: materiel"),
        "mkdocs.yml:4:9: error[setting] the theme 'materiel' is not installed",
    ),
    "an extension that is not there": (
        _add("markdown_extensions: [nope]\n"),
        "mkdocs.yml:7:1: error[setting] 'markdown_extensions' is wrong",
    ),
    "a text for a switch": (
        _config("timezone: Europe/Kyiv", "cards: maybe"),
        "mkdocs.yml:6:24: error[setting] cards must be true or false",
    ),
    "an option of a section": (
        _config("actors,", "{actors: {sort: name}},"),
        "the option 'sort' of the plugin 'actors' is wrong: there is no such option",
    ),
    "a text for a list": (_add("extra_css: a.css\n"), "mkdocs.yml:7:1: error[setting] 'extra_css' is wrong"),
    "a missing folder": (_config("docs_dir: content", "docs_dir: contents"), "mkdocs.yml:3:1: error[setting] 'docs_dir' is wrong"),
    "no name": (_config("Tiny desk", "My Docs"), "mkdocs.yml:1:1: warning[site-name]"),
    "the briefings as the site": (_add("site_dir: briefings\n"), "mkdocs.yml:7:1: error[site-folder] the site cannot be written to"),
    "notes in the site": (
        lambda d: d.write("site/notes.txt", "x"),
        "error[site-folder] site/ holds a file that no build of this version wrote",
    ),
    "a dead picture": (
        lambda d: d.write("content/about.md", "# A\n\n![x](nope.png)"),
        "content/about.md:3:1: warning[missing-picture] there is no picture 'nope.png'",
    ),
    "a dead link": (
        lambda d: d.write("content/methods.md", "# M").write("content/about.md", "# A\n\n[x](methodz.md)"),
        "content/about.md:3:1: warning[missing-link] the link 'methodz.md' leads nowhere\n  hint: did you mean 'methods.md'?",
    ),
    "a dead address": (
        lambda d: d.write("content/about.md", "# A\n\n[x](/base/briefings/nope/)"),
        "content/about.md:3:1: warning[missing-link] the link '/base/briefings/nope/' leads nowhere",
    ),
    "a file of a feed's name": (
        lambda d: d.write("content/feed.xml", "<x/>"),
        "content/feed.xml:1:1: error[address-taken] /feed.xml is the address of",
    ),
    "addresses without a slash": (
        lambda d: d.write("mkdocs.yml", CONFIG + "use_directory_urls: false\n"),
        "error[setting] the addresses of the site end in a slash",
    ),
    "the engine's own search": (
        _config("timelines, outlook", "search, timelines, outlook"),
        "warning[setting] 'search' is the engine's search, which knows nothing of briefings",
    ),
    "a page over one of ours": (
        lambda d: d.write("content/actors/index.md", "# Actors").actor("un").brief("a", "actors: [un]\n"),
        "address-taken",
    ),
    "two pages but for case": (
        lambda d: d.write("content/About.md", "# A").write("content/about.md", "# B"),
        "error[address-taken] /about/index.html differs only in case",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_check_says_what_a_strict_build_refuses(case: str, tmp_path: Path) -> None:
    """The build is stopped, and nothing is written."""
    lay, said = BROKEN[case]
    desk = Desk(tmp_path).brief("first")
    lay(desk)
    checked = run(desk, "check")
    assert said in checked.output
    assert desk.build("--strict", site="briefings" if "briefings as" in case else "site").code != 0


GOOD: dict[str, Lay] = {
    "external entries": _config("{Home: index.md}", "{Home: index.md}, {X: 'https://example.org/'}, {Feed: /base/feed.xml}"),
    "tags and anchors": _add(
        "extra: &x\n  a: !ENV [NOPE, 1]\n  b: !!python/name:material.extensions.emoji.twemoji\nvalidation: {nav: {absolute_links: info}}\n"
    ),
    "a parent": lambda d: d.write("base.yml", CONFIG).write("mkdocs.yml", "INHERIT: base.yml\nsite_name: Child\n"),
    "links that hold": lambda d: (
        d.write("content/sub/a.md", "# A\n\n[x](b.md) [y](../index.md) [f](f.csv) [z](/base/briefings/) [a](../../briefings/first.md)\n")
        .write("content/sub/b.md", "# B\n\n![p](p%20q.svg)")
        .write("content/sub/f.csv", "a")
        .write("content/sub/p q.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    ),
    "a robots.txt of one's own": lambda d: d.write("content/robots.txt", "User-agent: *\n"),
    "a README as an index": lambda d: d.write("content/sub/README.md", "# R").write("content/about.md", "[r](sub/README.md)"),
    "excluded pages": lambda d: d.write("content/notes/a.md", "[x](nope.md)").write("mkdocs.yml", CONFIG + "exclude_docs: notes/\n"),
}


@pytest.mark.parametrize("case", GOOD)
def test_what_a_strict_build_takes_check_takes(case: str, tmp_path: Path) -> None:
    """No warning is given in vain."""
    desk = Desk(tmp_path).brief("first")
    GOOD[case](desk)
    checked = run(desk, "check")
    assert "Nothing wrong" in checked.output
    built = desk.build("--strict")
    assert built.code == 0, built.said


def test_wrong_settings_are_annotations_too(tmp_path: Path) -> None:
    """GitHub shows them at their line."""
    desk = Desk(tmp_path).write("mkdocs.yml", CONFIG.replace("timezone: Europe/Kyiv", "per_page: x"))
    said = run(desk, "check", "--format", "github")
    assert said.output.startswith("::error file=mkdocs.yml,line=6,col=24,title=setting::per_page must be")
    assert said.exit_code == 1


def test_a_preview_may_be_on_this_machine_and_a_fresh_desk_names_no_address(tmp_path: Path) -> None:
    """What nobody has named is left out, not made up."""
    run(tmp_path, "new", "desk", "Gulf Desk")
    built = Desk.__new__(Desk)
    built.root = tmp_path
    done = built.build("--strict")
    assert done.code == 0, done.said
    assert "set site_url in mkdocs.yml" in done.said
    assert "127.0.0.1" not in done.everything()


def test_what_a_parent_or_an_anchor_holds_is_told_where_it_stands(tmp_path: Path) -> None:
    """In the file that it was typed in, at its line."""
    desk = Desk(tmp_path).brief("first")
    scripts = "extra_javascript:\n  - a.js\n  - https://x.org/a.js\n"
    desk.write("base.yml", CONFIG.replace("font: false", "palette: {a: b}") + scripts)
    desk.write("mkdocs.yml", "INHERIT: base.yml\nsite_name: Child\nextra: {analytics: {provider: google}}\n")
    said = run(desk, "check").output
    assert "base.yml:4:25: advice[no-effect] theme.palette" in said
    assert "base.yml:9:5: warning[blocked] browsers block this script" in said
    assert "mkdocs.yml:3:9: advice[no-effect] extra.analytics" in said
    looks = "extra:\n  look: &look\n    palette: {a: b}\n    logo: b.svg\n"
    theme = "theme:\n  <<: *look\n  name: material\n  logo: a.svg\n"
    desk.write("mkdocs.yml", looks + CONFIG.replace("theme: {name: material, font: false}\n", theme))
    said = run(desk, "check").output
    assert "mkdocs.yml:3:5: advice[no-effect] theme.palette" in said
    assert "mkdocs.yml:11:3: error[missing-sign] there is no file 'content/a.svg'" in said


@pytest.mark.parametrize("folder", ["[a]", "'  '", "''", "{a: b}"])
def test_a_site_folder_without_a_name_is_told(folder: str, tmp_path: Path) -> None:
    """At its line, by the check and by the build, which makes no folder of such a name."""
    desk = Desk(tmp_path).write("mkdocs.yml", f"{CONFIG}site_dir: {folder}\n")
    for command in ("check", "build"):
        done = run(desk, command)
        assert done.exit_code == 1
        assert "mkdocs.yml:7:1" in done.output
        assert "site_dir names no folder: write one such as site, or take the line out" in done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefings", "content", "mkdocs.yml"]
