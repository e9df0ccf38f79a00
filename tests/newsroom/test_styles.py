"""Styles: layers, names, one place for each size and side."""

import re
from pathlib import Path

import pytest

from spotbrief.rendering.css import smaller
from tests.desks import Desk

TEMPLATES = Path(__file__).parents[2] / "templates"
STYLES = sorted(path for path in TEMPLATES.rglob("*.css") if path.is_file())
UNLAYERED = ("@font-face", "@page", "@layer", "#preview", "body:has(#preview", ":root")
SIDES = re.compile(r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right|float: (?:left|right)|text-align: (?:left|right)):")


def outer(styles: str) -> list[str]:
    """The rules of *styles* that stand in no layer, those in a condition too; each by its selector or name."""
    found, open_layers, depth = [], [], 0
    for piece in re.findall(r"[^{};]*[{;]|\}|[^{};]+$", styles):
        if piece.endswith("{"):
            name = piece[:-1].strip()
            if name.startswith("@layer"):
                open_layers.append(depth)
            elif not open_layers and not name.startswith(("@media", "@top", "@bottom")):
                found.append(name)
            depth += 1
        elif piece == "}":
            depth -= 1
            if open_layers and open_layers[-1] == depth:
                open_layers.pop()
    return found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_rule_stands_in_a_layer(path: Path) -> None:
    """But for fonts, pages of paper, and tokens that must hold for a desk's own."""
    assert [name for name in outer(smaller(path.read_text("utf-8"))) if not name.startswith(UNLAYERED)] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_rule_names_the_left_or_the_right(path: Path) -> None:
    """Sites in Arabic and Hebrew begin on the right."""
    assert SIDES.findall(path.read_text("utf-8")) == []


def test_each_token_that_is_used_is_defined_and_used() -> None:
    """A fallback would be a second place for a colour."""
    written = "\n".join(smaller(path.read_text("utf-8")) for path in STYLES)
    defined = set(re.findall(r"(?<=[{;])(--[\w-]+):", written)) - set(re.findall(r"--md-[\w-]+", written))
    assert set(re.findall(r"var\((--[\w-]+)", written)) == defined
    assert not re.findall(r"var\(--[\w-]+,", written)


def test_styles_of_a_desk_win_over_ours(desk: Desk) -> None:
    """Ours stand in layers, whose order is said first; a desk's do not, be they in a file of their own or a copy."""
    desk.brief("a").write("templates/assets/site.css/60-ours.css", "h1 { color: tomato }")
    built = desk.build()
    sheets = {path: data.decode() for path, data in built.bytes().items() if path.startswith("assets/") and path.endswith(".css")}
    assert all(sheet.startswith(("@layer tokens,base,parts,pages;", "@layer base{")) for sheet in sheets.values())
    assert "h1" in outer(next(sheet for path, sheet in sheets.items() if path.startswith("assets/site.")))


def test_a_desks_copy_of_our_tokens_may_lack_some(desk: Desk) -> None:
    """One made before an upgrade knows none of the new ones: ours stand below it, and only where there is a copy."""
    assert _site_styles(desk).count("--touch:") == 1
    written = _site_styles(desk.write("templates/assets/site.css/15-tokens.css", "@layer tokens { :root { --brand: tomato; } }"))
    assert written.count("--touch:") == 1
    assert written.index("@layer tokens.ours{") < written.index("@layer tokens{:root{--brand:tomato}}")


def _site_styles(desk: Desk) -> str:
    return next(path for path in desk.brief("a").build().site.glob("assets/site.*.css")).read_text("utf-8")


def test_the_body_says_of_what_kind_the_page_is(desk: Desk) -> None:
    """So that styles need not guess from what it holds."""
    desk.brief("a").actor("un").write("content/about.md", "# About\n")
    built = desk.build()
    said = {path: re.findall(r'<body class="([^"]*)"', built.page(path)) for path in ("", "about", "briefings/a", "briefings", "outlook")}
    assert said == {
        "": ["page-front"],
        "about": ["page-text"],
        "briefings/a": ["page-briefing"],
        "briefings": ["page-feed"],
        "outlook": ["page-outlook"],
    }
    assert '<body class="page-missing">' in (built.site / "404.html").read_text("utf-8")


def test_styles_are_made_smaller_without_being_changed() -> None:
    """A space before a colon tells `th :hover` from `th:hover`, in layers too; texts and addresses stay."""
    written = """@layer a { th :is(a, b) { color: red; } /* no */ }
        @media print { b::after { content: "a ; } /* b */"; margin: 0 calc(1px + 2px) } }"""
    assert smaller(written) == '@layer a{th :is(a,b){color:red}}@media print{b::after{content:"a ; } /* b */";margin:0 calc(1px + 2px)}}'
