"""Several texts of paragraphs on one page, or in one file."""

import re

from spotbrief.model.origin import Origin
from spotbrief.views.links import Links
from spotbrief.views.markdown import MarkdownWriter
from spotbrief.views.prose import Writer
from tests.desks import Desk

TEXT = "## Причини\n\nA claim.[^1] Another.[^ю] See [above](#причини) and [it](#takeaway:1), not `[^1]`.\n\n[^1]: A note.\n[^ю]: Ще.\n"
ORIGIN = Origin(file="briefings/a.md")


def test_texts_of_a_page_share_no_id(desk: Desk) -> None:
    """What leads to a heading or a note inside of one goes on leading there, and what leads elsewhere is left alone."""
    writer = Writer(Links(desk.brief("a").examine().corpus))
    made = str(writer.block(TEXT, ORIGIN) + writer.block(TEXT, ORIGIN, within="risks"))
    ids = re.findall(r'\bid="([^"]+)"', made)
    assert len(ids) == len(set(ids)) == 10
    assert {"причини", "risks:причини", "footnote:1", "risks:footnote:1", "risks:reference:1"} <= set(ids)
    assert all(f'href="#{anchor}"' in made for anchor in ("risks:footnote:1", "risks:reference:1", "takeaway:1"))
    assert "#risks:%D0%BF" in made


def test_texts_of_a_file_share_no_footnote(desk: Desk) -> None:
    """In code nothing is a footnote."""
    writer = MarkdownWriter(Links(desk.brief("a").examine().corpus))
    alone, made = (" ".join(writer.block(TEXT, ORIGIN, within=name).split()) for name in ("", "risks"))
    claims, notes = ("A claim.[^{}1] Another.[^{}ю] See", "[^{}1]: A note. [^{}ю]: Ще.")
    assert made == alone.replace(claims.format("", ""), claims.format("risks-", "risks-")).replace(
        notes.format("", ""), notes.format("risks-", "risks-")
    )
    assert made.count("[^risks-1]") == 2
    assert "`[^1]`" in made
