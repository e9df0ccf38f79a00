"""What lies in the folders: links, odd files, pictures that are more than pictures."""

import os
from collections.abc import Callable

import pytest

from tests.desks import Desk

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
    "broken": "<svg",
}


@pytest.mark.parametrize("why", ACTIVE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_picture_that_runs_or_fetches_is_refused(why: str, encoding: str, desk: Desk) -> None:
    """However it is written."""
    assert "briefings/x.svg:1:1: error[active-picture]" in desk.write("briefings/x.svg", ACTIVE[why].encode(encoding)).said()


def test_a_plain_picture_is_welcome(desk: Desk) -> None:
    """Words that look like code, links, gradients and pictures inside are no danger."""
    inside = "<text>on time = good</text><a href='https://example.org/'/><rect fill='url(#g)'/><image x:href='data:image/png;base64,AA'/>"
    assert desk.write("briefings/x.svg", f"{OPEN}>{inside}</svg>").said() == ""


ODD: dict[str, tuple[Callable[[Desk], object], str]] = {
    "broken text": (lambda d: (d.root / "briefings/b.md").symlink_to("nowhere"), "briefings/b.md:1:1: error[unreadable]"),
    "broken picture": (lambda d: (d.root / "briefings/b.svg").symlink_to("nowhere"), "briefings/b.svg:1:1: error[unreadable]"),
    "loop": (lambda d: (d.root / "briefings/b.md").symlink_to("b.md"), "briefings/b.md:1:1: error[unreadable]"),
    "pipe": (lambda d: os.mkfifo(d.root / "briefings/b.md"), "briefings/b.md:1:1: error[unreadable]"),
    "folder": (lambda d: (d.root / "briefings/b").symlink_to("../content"), "briefings/b:1:1: error[linked-folder]"),
    "actors": (lambda d: (d.root / "content/actors").symlink_to("../briefings"), "content/actors:1:1: error[linked-folder]"),
    "folder beyond": (lambda d: (d.root / "briefings/b").symlink_to("/etc"), "briefings/b:1:1: error[outside]"),
    "file beyond": (lambda d: (d.root / "briefings/b.md").symlink_to("/etc/passwd"), "briefings/b.md:1:1: error[outside]"),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_ordinary_file_is_named(what: str, desk: Desk) -> None:
    """Nothing hangs, and nothing is passed over in silence."""
    lay, expected = ODD[what]
    lay(desk)
    assert expected in desk.said()
