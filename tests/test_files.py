"""What lies in the folders: links, odd files, pictures that are more than pictures."""

import os
from collections.abc import Callable
from time import monotonic

import pytest

from tests.desks import PNG, Desk

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
ACTIVE = {
    "prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
    "handler": f"{OPEN} onload\n=\n'alert(1)'/>",
    "entity": f"{OPEN}><a href='java&#115;cript:alert(1)'/></svg>",
    "declared": f"<!DOCTYPE svg [<!ENTITY j 'javascript:alert(1)'>]>{OPEN}><a x:href='&j;'/></svg>",
    "animation": f"{OPEN}><a><set attributeName='x:href' to='javascript:alert(1)'/></a></svg>",
    "foreign": f"{OPEN}><foreignObject/></svg>",
    "sheet": f"<?xml-stylesheet href='https://example.org/x.xsl'?>{OPEN}/>",
    "picture": f"{OPEN}><image href='https://example.org/x.png'/></svg>",
    "style": f"{OPEN}><style>@import 'https://example.org/x.css';</style></svg>",
    "fill": f"{OPEN}><rect style='fill: url(https://example.org/x.svg)'/></svg>",
    "escape": f"{OPEN}><style>rect {{ fill: u\\72l(https://example.org/x.svg) }}</style></svg>",
    "escaped attribute": f"{OPEN}><rect style='fill: u\\72l(https://example.org/x.svg)'/></svg>",
    "set": f"{OPEN}><style>svg {{ background: image-set('https://example.org/x.png' 1x) }}</style></svg>",
    "behind a child": f"{OPEN}><style><g/>@import 'https://example.org/x.css';</style></svg>",
    "behind a note": f"{OPEN}><style>@im<!-- -->po<?x y?>rt 'https://example.org/x.css';</style></svg>",
    "page": '<html xmlns="http://www.w3.org/1999/xhtml"><form action="javascript:alert(1)"><button/></form></html>',
    "refresh": f"{OPEN} xmlns:h='http://www.w3.org/1999/xhtml'><h:meta http-equiv='refresh' content='0;url=https://example.org/'/></svg>",
    "sources": f"{OPEN} xmlns:h='http://www.w3.org/1999/xhtml'><h:img srcset='https://example.org/x.png 1x'/></svg>",
    "link": f"{OPEN}><a href='https://example.org/'/></svg>",
    "ping": f"{OPEN}><a href='#a' ping='https://example.org/'/></svg>",
    "base": f"{OPEN} xml:base='https://example.org/x.svg'/>",
    "inner picture": f"{OPEN}><image href='data:image/svg+xml,x'/></svg>",
    "default": f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>{OPEN}/>",
    "parameter": f"<!DOCTYPE svg [<!ENTITY % p \"<!ATTLIST svg onload CDATA 'alert(1)'>\"> %p;]>{OPEN}/>",
    "broken": "<svg",
}


@pytest.mark.parametrize("why", ACTIVE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_picture_that_runs_or_fetches_is_refused(why: str, encoding: str, desk: Desk) -> None:
    """However it is written."""
    assert "briefings/x.svg:1:1: error[active-picture]" in desk.write("briefings/x.svg", ACTIVE[why].encode(encoding)).said()


def test_a_plain_picture_is_welcome(desk: Desk) -> None:
    """Words that look like code, places in itself, gradients, notes of drawing programs and pictures inside are no danger."""
    notes = "xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='C:\\x.png'"
    inside = "<text>on time = good</text><a href='#a'/><rect fill='url(#g)'/><image x:href='data:image/png;base64,AA'/><i:page/>"
    style = "<style>rect { fill: url( '#g' ) }</style><animate attributeName='opacity' to='1'/>"
    assert desk.write("briefings/x.svg", f"{OPEN} {notes}>{inside}{style}</svg>").said() == ""


ODD: dict[str, tuple[Callable[[Desk], object], str]] = {
    "broken text": (lambda d: (d.root / "briefings/b.md").symlink_to("nowhere"), "briefings/b.md:1:1: error[unreadable]"),
    "broken picture": (lambda d: (d.root / "briefings/b.svg").symlink_to("nowhere"), "briefings/b.svg:1:1: error[unreadable]"),
    "loop": (lambda d: (d.root / "briefings/b.md").symlink_to("b.md"), "briefings/b.md:1:1: error[unreadable]"),
    "pipe": (lambda d: os.mkfifo(d.root / "briefings/b.md"), "briefings/b.md:1:1: error[unreadable]"),
    "folder": (lambda d: (d.root / "briefings/b").symlink_to("../content"), "briefings/b:1:1: error[outside]"),
    "actors": (lambda d: (d.root / "content/actors").symlink_to("../briefings"), "content/actors:1:1: error[outside]"),
    "folder within": (
        lambda d: (d.write("briefings/a/x.md", "").root / "briefings/b").symlink_to("a"),
        "briefings/b:1:1: error[linked-folder]",
    ),
    "folder beyond": (lambda d: (d.root / "briefings/b").symlink_to("/etc"), "briefings/b:1:1: error[outside]"),
    "file beyond": (lambda d: (d.root / "briefings/b.md").symlink_to("/etc/passwd"), "briefings/b.md:1:1: error[outside]"),
    "secret": (
        lambda d: (d.write(".git/config", "").root / "briefings/a.csv").symlink_to("../.git/config"),
        "briefings/a.csv:1:1: error[outside]",
    ),
    "draft": (
        lambda d: (d.brief("draft", "status: draft\n").root / "content/d.txt").symlink_to("../briefings/draft.md"),
        "content/d.txt:1:1: error[outside] this link leads out of content/",
    ),
    "page": (lambda d: (d.write("s.md", "").root / "content/README.md").symlink_to("../s.md"), "content/README.md:1:1: error[outside]"),
    "hidden": (lambda d: (d.write("content/.s.md", "").root / "content/s.md").symlink_to(".s.md"), "content/s.md:1:1: error[outside]"),
    "other kind": (
        lambda d: (d.write("briefings/b.md", "").root / "briefings/b.csv").symlink_to("b.md"),
        "briefings/b.csv:1:1: error[outside] this link leads to a file of another kind, 'b.md'",
    ),
    "pages": (lambda d: (d.root / "content/pages").symlink_to("../briefings"), "content/pages:1:1: error[outside]"),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_ordinary_file_is_named(what: str, desk: Desk) -> None:
    """Nothing hangs, and nothing is passed over in silence."""
    lay, expected = ODD[what]
    lay(desk)
    assert expected in desk.said()


def test_a_link_to_a_file_of_its_kind_in_the_same_folder_is_followed(desk: Desk) -> None:
    """Two names for one picture leak nothing."""
    (desk.write("briefings/a.png", PNG).root / "briefings/b.png").symlink_to("a.png")
    desk.write("content/more/page.md", "# Page\n")
    (desk.root / "content/page.md").symlink_to("more/page.md")
    (desk.root / "content/again").symlink_to("more")
    built = desk.brief("x", body="![One](b.png)").build("--strict")
    assert built.code == 0, built.said
    assert (built.site / "briefings/x/b.png").read_bytes() == PNG


def test_a_picture_beside_an_ordinary_page_is_only_a_picture(desk: Desk) -> None:
    """Whoever publishes it."""
    assert "content/img/x.svg:1:1: error[active-picture]" in desk.write("content/img/x.svg", ACTIVE["handler"]).said()


WIDE = "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "b\n" * 20_000


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("briefings/x.md", f"---\ntitle: X\npublished: 2025-03-01\n---\nText.\n\n{WIDE}", 7),
        ("briefings/x.md", "---\ntitle: X\npublished: 2025-03-01\n---\n" + "".join(f"> {row}\n" for row in WIDE.splitlines()), 5),
        ("briefings/x.md", f"---\ntitle: X\npublished: 2025-03-01\n---\nText.\n-|-\n{WIDE}", 5),
        (
            "briefings/x.md",
            "---\ntitle: X\npublished: 2025-03-01\nsummary: |\n" + "".join(f"  {row}\n" for row in WIDE.splitlines()) + "---\n",
            5,
        ),
        ("briefings/x.yml", 'title: X\npublished: 2025-03-01\nbody: "' + WIDE.replace("\n", "\\n").replace("-", "\\x2d") + '"\n', 3),
        ("content/x.md", "# X\n\n" + (WIDE[:2024] + "\n") * 400, 42),
    ],
    ids=["body", "quotation", "after a false head", "short text", "escapes", "many tables"],
)
def test_a_table_of_millions_of_cells_is_refused(file: str, text: str, line: int, desk: Desk) -> None:
    """At its line and at once: rows are filled up to the width of their table."""
    started = monotonic()
    assert f"{file}:{line}:1: error[table-too-large]" in desk.write(file, text).said()
    assert monotonic() - started < 2


def test_a_long_table_and_a_long_line_of_dashes_are_no_danger(desk: Desk) -> None:
    """What has the cells that it was written with is as large as its file."""
    table = "| a | b |\n| - | - |\n" + "| c | d |\n" * 5_000
    started = monotonic()
    assert desk.brief("a", body=f"{table}\nText.\n\na|b\n{'-' * 300_000}x").said() == ""
    assert monotonic() - started < 5


def test_dot_files_do_not_vanish_without_a_word(desk: Desk) -> None:
    """But for those of programs; `.well-known` is what others ask a site for, and is published."""
    desk.brief("a").write("briefings/.draft.md", "x").write("content/.hidden/map.png", "x").write("content/.pages", "x")
    desk.write("briefings/._a.md", "x").write("content/.DS_Store", "x").write("content/.obsidian/app.json", "{}")
    desk.write("content/.well-known/assetlinks.json", "[]").write("content/.well-known/change-password", "x")
    told = [str(problem).partition(":")[0] for problem in desk.examine().problems if problem.rule == "dot-file"]
    assert told == ["briefings/.draft.md", "content/.hidden"]
    site = desk.build("--strict").site
    assert [(site / ".well-known" / name).read_text() for name in ("assetlinks.json", "change-password")] == ["[]", "x"]
