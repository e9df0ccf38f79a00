"""What a site lets in from other hosts: nothing, but what the desk allows."""

import re

import pytest

from tests.desks import CONFIG, Desk


def config(allow: str = "", more: str = "") -> str:
    """The settings of a desk that allows this."""
    options = f"timezone: Europe/Kyiv, allow: {allow}" if allow else "timezone: Europe/Kyiv"
    return CONFIG.replace("timezone: Europe/Kyiv", options) + more


def policy(page: str) -> dict[str, str]:
    """The directives of a page's policy."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return dict(part.strip().split(" ", 1) for part in found[1].split(";")) if found else {}


def test_a_policy_follows_from_what_is_allowed(desk: Desk) -> None:
    """On every page alike; nothing else opens."""
    allow = (
        "{https://a.example: [scripts, connections], 'https://*.b.example:8443': frames, https://c.example: [forms, media, fonts, styles]}"
    )
    built = desk.write("mkdocs.yml", config(allow)).brief("x").build("--strict")
    assert built.code == 0, built.said
    plain = desk.write("mkdocs.yml", config()).build("--strict", site="plain")
    for page in ("", "briefings/x", "actors"):
        said, default = policy(built.page(page)), policy(plain.page(page))
        assert "example" not in str(default)
        assert said["script-src"].startswith("'self' https://a.example 'sha256-")
        assert said["frame-src"] == "'self' https://*.b.example:8443"
        assert said["connect-src"] == "'self' https://a.example"
        assert said["img-src"] == default["img-src"] == "'self' data:"
        for directive in ("form-action", "media-src", "font-src", "style-src"):
            assert said[directive] == "'self' https://c.example"
        assert said["object-src"] == "'none'"


@pytest.mark.parametrize(
    ("allow", "said"),
    [
        ("{plausible.io: scripts}", "6:55: error[allow] 'plausible.io' is no host that can be allowed\n  hint: write https://plausible.io"),
        ("{http://a.example: scripts}", "hint: write https://a.example"),
        ("{https://A.example: scripts}", "hint: write https://a.example"),
        ("{//a.example/x: scripts}", "hint: write https://a.example"),
        ("{https://мир.example: scripts}", "hint: write https://xn--h1ahn.example"),
        ("{https://*: scripts}", "hint: write https:// and the name of one host, or https://*. and a domain; no path"),
        ("{https://*.com: scripts}", "hint: write https:// and the name of one host"),
        ("{https://localhost: scripts}", "hint: write https:// and the name of one host"),
        ('{"https://a.example; script-src *": scripts}', "is no host that can be allowed"),
        ("{\"https://a.example 'unsafe-inline'\": scripts}", "is no host that can be allowed"),
        ("{\"'unsafe-inline'\": scripts}", "is no host that can be allowed"),
        ("{data:: frames}", "is no host that can be allowed"),
        ("{https://a.example: script}", "error[allow] nothing can be allowed for 'script'\n  hint: did you mean 'scripts'?"),
        ("{https://a.example: [frames, videos]}", "6:83: error[allow] nothing can be allowed for 'videos'"),
        (
            "{https://a.example: }",
            "error[allow] this does not say what https://a.example is allowed for",
        ),
        ("[https://a.example]", "error[allow] the option 'allow' maps hosts to what they are allowed for"),
        ("https://a.example", "error[allow] the option 'allow' maps hosts to what they are allowed for"),
    ],
)
def test_what_cannot_be_allowed_is_told_at_its_line(allow: str, said: str, desk: Desk) -> None:
    """By the check and the build."""
    desk.write("mkdocs.yml", config(allow))
    assert said in desk.said()
    assert "mkdocs.yml:6:" in desk.said()
    built = desk.build()
    assert built.code == 1
    assert said in built.said
    assert "Traceback" not in built.said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('<iframe src="https://a.example/x"></iframe>', "https://a.example: frames"),
        ('<form action="https://a.example/x"></form>', "https://a.example: forms"),
        ('<form><button formaction="//a.example/x">Go</button></form>', "https://a.example: forms"),
        ("![A](https://a.example/x.png)", "https://a.example: pictures"),
        ('<img src="https://a.example/x.png" alt="">', "https://a.example: pictures"),
        ('<img srcset="x.png 1x, https://a.example/y.png 2x" alt="">', "https://a.example: pictures"),
        ('<video src="https://a.example/x.mp4"></video>', "https://a.example: media"),
        ('<audio><source src="https://a.example/x.mp3"></audio>', "https://a.example: media"),
        ('<script src="https://a.example/x.js"></script>', "https://a.example: [connections, scripts]"),
        ('<link rel="stylesheet" href="https://a.example/x.css">', "https://a.example: styles"),
        ('!!! note\n    Text.\n\n    <iframe src="https://a.example/x"></iframe>', "https://a.example: frames"),
    ],
)
def test_what_a_page_loads_from_elsewhere_is_told_with_the_line_to_add(text: str, line: str, desk: Desk) -> None:
    """That line, typed as it stands, mends it."""
    desk.write("content/a.md", f"# A\n\n{text}\n")
    said = desk.said()
    assert "warning[blocked]" in said
    assert f"add allow: {{{line}}} to the options of 'briefings'" in said
    desk.write("mkdocs.yml", config(f"{{{line}}}"))
    assert "[blocked]" not in desk.said()


def test_scripts_and_styles_of_the_settings_are_told_too(desk: Desk) -> None:
    """In each of their forms, and they are on every page, readers' too."""
    more = "extra_javascript: [https://a.example/x.js, {path: https://b.example/y.js, async: true}, z.js]\nextra_css: [https://c.example/x.css]\n"
    desk.write("mkdocs.yml", config(more=more)).write("content/z.js", "1").brief("x")
    said = desk.said()
    assert "mkdocs.yml:7:20: warning[blocked] browsers block this script of another host, 'https://a.example/x.js'" in said
    assert "'https://b.example/y.js'" in said
    assert "mkdocs.yml:8:13: warning[blocked] browsers block this style sheet" in said
    allow = "{https://a.example: [connections, scripts], https://b.example: scripts, https://c.example: styles}"
    built = desk.write("mkdocs.yml", config(allow, more)).build("--strict")
    assert built.code == 0, built.said
    for page in ("", "briefings/x", "actors"):
        text = built.page(page)
        assert '<script src="https://a.example/x.js"></script>' in text
        assert '<script src="https://b.example/y.js" async></script>' in text
        assert re.search(r'<script src="[./]*z.js"></script>', text)


@pytest.mark.parametrize(
    "text",
    [
        '```html\n<iframe src="https://a.example/x"></iframe>\n```',
        '    <iframe src="https://a.example/x"></iframe>',
        'Write `<iframe src="https://a.example/x">` and `<script>`.',
        '<!-- <iframe src="https://a.example/x"></iframe> -->',
        '<iframe src="map.html"></iframe> <img src="https://desk.example/x.png" alt="">',
        "[A link](https://a.example/x) and <https://a.example>, 1 < 2.",
    ],
)
def test_what_is_not_loaded_is_not_told(text: str, desk: Desk) -> None:
    """Code, comments, links, and the site's own host."""
    desk.write("content/a.md", f"# A\n\n{text}\n").write("content/map.html", "<p>Map</p>")
    assert desk.said() == ""


def test_the_line_of_the_copyright_runs_no_script(desk: Desk) -> None:
    """The policy of no page lets it, and `check` says so at its line."""
    desk.write("mkdocs.yml", config("", "copyright: 'Us <script>alert(1)</script> <a href=\"javascript:alert(2)\">x</a>'\n")).brief("x")
    said = desk.said()
    assert "mkdocs.yml:7:1: warning[inline-script] browsers do not run a script that is written into a page" in said
    assert "mkdocs.yml:7:1: warning[inline-script] browsers do not run 'javascript:'" in said
    built = desk.build()
    plain = desk.write("mkdocs.yml", config("", "copyright: Us\n")).build(site="plain")
    for page in ("", "briefings/x"):
        assert policy(built.page(page))["script-src"] == policy(plain.page(page))["script-src"]
    assert policy((built.site / "404.html").read_text())["script-src"] == policy((plain.site / "404.html").read_text())["script-src"]
