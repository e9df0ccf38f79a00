"""Assets, policy, manifest, security.txt."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from tests.desks import CONFIG, PNG, Built, Desk

INLINE = re.compile(r"<script(?![^>]*src=)[^>]*>(.*?)</script>", re.DOTALL)


def styles(built: Built) -> str:
    """What the page of a briefing links as its styles."""
    found = re.search(r'<link rel="stylesheet" href="\.\./\.\./(assets/site\.[0-9a-f]{8}\.css)">', built.page("briefings/a"))
    assert found
    return (built.site / found[1]).read_text("utf-8")


def test_styles_of_the_desk_win_file_by_file(desk: Desk) -> None:
    """A file of the same name replaces ours, a new one is added at its place, and the published name follows."""
    before = styles(desk.brief("a").build())
    desk.write("templates/assets/site.css/48-colophon.css", ".colophon { color: tomato }")
    desk.write("templates/assets/site.css/60-ours.css", '.ours { background: url("pictures/sea.png") }').write(
        "templates/assets/pictures/sea.png", PNG
    )
    built = desk.build()
    after = styles(built)
    assert ".colophon{color:tomato}" in after
    assert ".colophon-inner" in before
    assert ".colophon-inner" not in after.partition("@media print")[0]
    assert ".masthead" in after
    picture = re.search(r"url\((pictures/sea\.[0-9a-f]{8}\.png)\)", after)
    assert picture
    assert (built.site / "assets" / picture[1]).read_bytes() == PNG
    assert after.index(".masthead") < after.index(".ours") < after.index("@media print")


def test_every_address_in_the_styles_is_published(desk: Desk) -> None:
    """Fonts are there under the names that the styles say."""
    built = desk.brief("a").build()
    fonts = re.findall(r"url\(([^)]+)\)", styles(built))
    assert len(set(fonts)) == 9
    assert all((built.site / "assets" / font).exists() for font in fonts)


def test_the_running_head_is_text_whatever_the_name(desk: Desk) -> None:
    """A name with signs of CSS in it stays a name."""
    desk.write("mkdocs.yml", CONFIG.replace("site_name: Tiny desk", "site_name: 'A \"b\"} *{color:red} desk'"))
    assert "*{color:red}" not in styles(desk.brief("a").build())


def test_only_pages_that_use_the_theme_carry_it(desk: Desk) -> None:
    """Plain Markdown and our own pages need neither its styles nor its script."""
    desk.write("mkdocs.yml", f"{CONFIG}markdown_extensions: [admonition, tables]\n")
    desk.write("content/plain.md", "# Plain\n\n| a |\n| --: |\n| 1 |\n").write("content/box.md", "# Box\n\n!!! note\n    Text.\n")
    built = desk.brief("a").build()
    themed = [page for page in ("", "plain", "box", "briefings/a", "briefings") if "assets/javascripts/bundle" in built.page(page)]
    assert themed == ["box"]
    assert '<td class="align-right">1</td>' in built.page("plain")


def test_a_template_of_the_desk_fills_the_blocks_of_the_theme(desk: Desk) -> None:
    """`main.html` with the theme's blocks, in `custom_dir` or in templates/."""
    text = '{% extends "base.html" %}{% block announce %}ANNOUNCED{% endblock %}'
    desk.write("templates/main.html", text)
    assert "ANNOUNCED" in desk.brief("a").build().page("briefings/a")
    desk.write("overrides/main.html", text.replace("ANNOUNCED", "ELSEWHERE"))
    desk.write("mkdocs.yml", CONFIG.replace("font: false", "custom_dir: overrides"))
    assert "ELSEWHERE" in desk.build().page("")


def test_tables_of_briefings_have_no_inline_styles_and_boxes_have_names(desk: Desk) -> None:
    """Cells are aligned by a class; a box says whether it is ticked."""
    page = desk.brief("a", body="| | a |\n| - | --: |\n| b | 1 |\n\n- [x] yes\n- [ ] no\n").build().page("briefings/a")
    assert '<td class="align-right">1</td>' in page
    assert "<th></th>" not in page
    assert ('aria-label="Done"' in page, 'aria-label="To do"' in page) == (True, True)


def test_the_manifest_names_icons_that_are_there(desk: Desk) -> None:
    """A phone's home screen finds them."""
    built = desk.build()
    said = json.loads((built.site / "site.webmanifest").read_bytes())
    assert said["name"] == "Tiny desk"
    assert all((built.site / icon["src"]).exists() for icon in said["icons"])


def test_security_txt_is_there_when_the_desk_says_whom_to_tell(desk: Desk) -> None:
    """RFC 9116: contact, expiry, canonical address."""
    assert not (desk.build().site / ".well-known").exists()
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, security_contact: 'mailto:desk@desk.example'"))
    assert (desk.build().site / ".well-known/security.txt").read_text().splitlines() == [
        "Contact: mailto:desk@desk.example",
        "Expires: 2026-05-31T12:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://desk.example/base/.well-known/security.txt",
    ]
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, security_contact: 'desk@desk.example'"))
    assert "security_contact must be an address that starts with https: or mailto:, not 'desk@desk.example'" in desk.build().said


def test_no_inline_script_is_without_its_hash(desk: Desk) -> None:
    """The policy of a page names each script of that page, and no other."""
    desk.write("mkdocs.yml", f"{CONFIG}markdown_extensions: [admonition]\n").write("content/box.md", "# Box\n\n!!! note\n    Text.\n")
    built = desk.brief("a").build()
    for path in built.site.rglob("*.html"):
        page = path.read_text("utf-8")
        scripts = [script for script in INLINE.findall(page) if not script.startswith("{")]
        hashes = {b64encode(sha256(script.encode()).digest()).decode() for script in scripts}
        assert set(re.findall(r"'sha256-([^']+)'", page)) == hashes
        assert hashes


def test_names_of_the_site_are_text(desk: Desk) -> None:
    """On every page, wherever they stand."""
    name, about = "A</title><meta http-equiv=refresh content=x><b>B", '"><img src=x onerror=alert(3)>'
    config = (desk.root / "mkdocs.yml").read_text().replace("site_name: Tiny desk", f"site_name: '{name}'\nsite_description: '{about}'")
    built = desk.write("mkdocs.yml", config).write("content/about.md", "# About\n").brief("a").build()
    assert built.code == 0, built.said
    for page in (built.page(""), built.page("about"), built.page("briefings/a"), (built.site / "404.html").read_text()):
        assert "<meta http-equiv=refresh" not in page
        assert "<img src=x" not in page
