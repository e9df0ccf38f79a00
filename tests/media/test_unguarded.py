"""Web pages and XML files that are published as they are do nothing that a page of the site could not do."""

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, Desk
from tests.previewing import previewed

XHTML, SVG = "xmlns='http://www.w3.org/1999/xhtml'", "xmlns='http://www.w3.org/2000/svg'"
TOLD: dict[str, tuple[str | bytes, int, int, str]] = {
    "script.html": ("<h1>Map</h1>\n <script>run()</script>", 2, 2, "a script that is written into it"),
    "upper.HTM": ("<SCRIPT>run()</SCRIPT>", 1, 1, "a script that is written into it"),
    "handler.html": ("<p>\n<svg/onload=run()>", 2, 1, "the event handler onload"),
    "address.html": ("<a href='java\nscript:run()'>x</a>", 1, 1, "an address that is a script"),
    "elsewhere.html": ("<script src=https://evil.example/a.js></script>", 1, 1, "something of another host, 'https://evil.example/a.js'"),
    "slashes.html": ("<img src='/\\evil.example/a.png'>", 1, 1, "something of another host, 'https://evil.example/a.png'"),
    "style.html": ("<style>@import '//evil.example/a'</style>", 1, 8, "something of another host, 'https://evil.example/a'"),
    "base.html": ("<base href=//evil.example/>", 1, 1, "something of another host, 'https://evil.example/'"),
    "data.html": ("<script src='data:,run()'></script>", 1, 1, "an address that is no file of the site, 'data:,run()'"),
    "frame.html": ("<iframe srcdoc='&lt;script>run()&lt;/script>'>", 1, 1, "a script that is written into it"),
    "hidden.html": ("<svg><style><img src=x onerror=run()></style></svg>", 1, 13, "the event handler onerror"),
    "comment.html": ("<!--><script>run()</script>-->", 1, 1, "a script that is written into it"),
    "section.html": ("<![CDATA[><script>run()</script>]]>", 1, 11, "a script that is written into it"),
    "wide.html": ("\ufeff<script>run()</script>".encode("utf-16-le"), 1, 1, "a script that is written into it"),
    "page.xhtml": (f"<html {XHTML}><body onload='run()'/></html>", 1, 44, "the event handler onload"),
    "feed.xml": (
        f"<feed>\n<h:script {XHTML.replace('xmlns', 'xmlns:h')}>run()</h:script></feed>",
        2,
        1,
        "a script that is written into it",
    ),
    "entity.xml": (f'<!DOCTYPE a [<!ENTITY x "<script {XHTML}/>">]>\n<a>&x;</a>', 2, 4, "a script that is written into it"),
    "look.xml": ("<?xml-stylesheet type='text/xsl' href='a.xsl'?>\n<a/>", 1, 1, "a style sheet (XSLT) that may make anything of it"),
    "drawing.xml": (f"<svg {SVG}><script href='//evil.example/a'/></svg>", 1, 41, "something of another host, 'https://evil.example/a'"),
    "map.kml": (f"<html {XHTML}><script>run()</script></html>", 1, 44, "a script that is written into it"),
    "page": (" <script>run()</script>", 1, 2, "a script that is written into it"),
    "page.html5": ("<p onclick=run()>", 1, 1, "the event handler onclick"),
    "moved.html": ("<meta http-equiv=refresh content='0;url=//evil.example/'>", 1, 1, "something of another host, 'https://evil.example/'"),
}
SILENT = {
    "google1234.html": "google-site-verification: google1234.html",
    "plain.html": "<!doctype html><title>Map</title><link rel=stylesheet href=a.css><link rel=canonical href=https://other.example/>"
    "<p style='color: red'>See <a href=https://other.example/>this</a>.</p><img src='data:image/gif;base64,R0'><script src=map.js></script>"
    "<script type='application/ld+json'>{}</script><!--[if IE]><script src=a.js></script><![endif]--><form action='/search/'></form>",
    "own.html": "<img src=https://desk.example/base/a.png><iframe src=https://charts.example/1></iframe>",
    "rss.xml": "<?xml-stylesheet type='text/css' href='a.css'?><rss><script>words</script><a onload='x' href='https://x.example/'/></rss>",
    "broken.xml": "<a",
    "notes.txt": "<script>run()</script>",
    "route.gpx": "<gpx xmlns='http://www.topografix.com/GPX/1/1'><name>Way</name></gpx>",
    "CNAME": "desk.example.org",
    "moved.html": "<meta http-equiv=refresh content='0;url=plain.html'>",
    "odd.html": "<![foo[ x ]]> <!>",
}
ALLOWING = CONFIG.replace("{timezone: Europe/Kyiv}", "{timezone: Europe/Kyiv, allow: {https://charts.example: frames}}")


def planned(desk: Desk) -> str:
    """What `spotbrief check` says."""
    return run(desk, "check").output


@pytest.mark.parametrize("name", TOLD)
def test_what_runs_or_loads_is_told_at_its_place(name: str, desk: Desk) -> None:
    """Once for each file, with the mend that lets it through."""
    text, line, column, what = TOLD[name]
    said = planned(desk.write(f"content/files/{name}", text))
    path = f"content/files/{name}"
    assert (
        f"{path}:{line}:{column}: error[unguarded] '{name}' is published as it is, without the policy of the site, and has {what}\n" in said
    )
    assert said.count("[unguarded]") == 1
    options = f"timezone: Europe/Kyiv, unguarded: [{path}]"
    assert "[unguarded]" not in planned(desk.write("mkdocs.yml", CONFIG.replace("timezone: Europe/Kyiv", options)))


@pytest.mark.parametrize("name", SILENT)
def test_what_is_harmless_is_not_told(name: str, desk: Desk) -> None:
    """Nor what the desk allows."""
    said = planned(desk.write(f"content/{name}", SILENT[name]).write("mkdocs.yml", ALLOWING))
    assert "[" not in said, said


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.svgz", b"\x1f\x8b", "is compressed, so that nobody can look into it: save it as .svg"),
        ("a.xml", b"<?xml version='1.0' encoding='gb18030'?><a/>", "has an encoding that cannot be read: save it as UTF-8"),
        ("a.html", b"<!-- " * 50_000, "breaks off inside a tag or a comment: save it again"),
    ],
)
def test_what_nobody_can_look_into_is_refused(name: str, data: bytes, what: str, desk: Desk) -> None:
    """With a mend."""
    assert f"content/{name}:1:1: error[unguarded] '{name}' {what}\n" in planned(desk.write(f"content/{name}", data))


def test_a_build_stops_as_a_check_does(desk: Desk) -> None:
    """And goes on where the desk answers for the file."""
    desk.write("content/a.html", "<script>run()</script>")
    built = desk.build()
    assert "content/a.html:1:1: error[unguarded]" in built.said
    assert built.code
    built = desk.write("mkdocs.yml", CONFIG.replace("timezone:", "unguarded: [content/a.html], timezone:")).build("--strict")
    assert built.code == 0
    assert (built.site / "a.html").read_text() == "<script>run()</script>"


def test_an_option_that_names_no_file_is_told(desk: Desk) -> None:
    """With the file that is meant; one that is no list is told too."""
    desk.write("content/map.html", "<p>Map</p>")
    said = planned(desk.write("mkdocs.yml", CONFIG.replace("timezone:", "unguarded: content/mpa.html, timezone:")))
    assert "mkdocs.yml:6:24: error[unguarded] there is no file 'content/mpa.html' that is published\n  hint: did you mean" in said
    assert "unguarded lists files" in planned(desk.write("mkdocs.yml", CONFIG.replace("timezone:", "unguarded: 3, timezone:")))


@pytest.mark.parametrize("address", ["javascript:run()", "JavaScript:run()", "data:text/html,x", "vbscript:run()", "java&#115;cript:run()"])
@pytest.mark.parametrize("form", ["[x]({})", "![x]({})", "[x]\n\n[x]: {}"])
def test_an_address_of_a_page_that_runs_is_told(address: str, form: str, desk: Desk) -> None:
    """However it is written; other schemes are welcome in pages, and so are pictures in an address."""
    text = f"# About\n\n{form.format(address)}\n\n[call](tel:+1) ![dot](data:image/gif;base64,R0)\n"
    said = desk.write("content/about.md", text).said()
    assert said.count("error[link-scheme]") == 1
    assert "is a script or a page of its own\n  hint: take it out" in said


def test_a_preview_serves_it_with_the_policy_of_the_site(desk: Desk) -> None:
    """So that nothing runs on an editor's machine; what the desk answers for is served as readers will have it."""
    desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{timezone: Europe/Kyiv, unguarded: [content/b.html]}"))
    for name in ("sub/index.html", "b.html"):
        desk.write(f"content/{name}", "<script>run()</script>")
    desk.write("content/a.xml", "<?xml-stylesheet type='text/xsl' href='a.xsl'?>\n<a/>")
    with previewed(desk) as served:
        for path in ("sub/index.html", "sub/", "a.xml", "a.xml?x=1"):
            said = served.policy(path)
            assert said
            assert "default-src 'self'; script-src 'self'" in said
            assert "unsafe-inline" not in said
        assert served.policy("b.html") is None
        assert served.policy("") is None


PAGE = """\
# Page

<div>

    <meta http-equiv="refresh" content="0;url=https://evil.example/">

</div>

<META HTTP-EQUIV=refresh CONTENT="5; URL='/\\evil.example/'">
<link rel="preconnect" href="//evil.example"> <link rel=dns-prefetch href=https://charts.example>
<meta http-equiv="refresh" content="9;url=../"> `<link rel="preconnect" href="//evil.example">`
"""


def test_pages_that_lead_elsewhere_by_themselves_are_told(desk: Desk) -> None:
    """No policy stops a browser there, so it is an error; what the desk allows, and what it says of code, is none."""
    said = planned(desk.write("content/page.md", PAGE).write("mkdocs.yml", ALLOWING))
    assert [line for line in said.splitlines() if "[goes-elsewhere]" in line] == [
        "content/page.md:5:5: error[goes-elsewhere] this page leads its readers on to another host, 'https://evil.example/'",
        "content/page.md:9:1: error[goes-elsewhere] this page leads its readers on to another host, 'https://evil.example/'",
        "content/page.md:10:1: error[goes-elsewhere] this page has browsers call another host, 'https://evil.example' before anybody"
        " follows a link",
    ]
    assert desk.build().code == 1
