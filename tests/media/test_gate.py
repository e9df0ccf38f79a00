"""Every way out of the desk leads through the gate; what cannot be read is named where it is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from spotbrief.checks.examine import examine
from spotbrief.model.picture import PictureFile
from spotbrief.reading import desk as reading
from spotbrief.reading.media.inspect import inspect
from spotbrief.reading.settings import read_config
from tests.desks import NOW, PNG, Desk
from tests.media import files
from tests.media.test_clean import notes_in

BRIEFING = """\
image: {src: lead.jpg, alt: Lead}
authors: [jane]
"""
BODY = """\
![Photo](photo.jpg) ![Map](map.svg) ![Chart](chart.png) ![Web](web.webp) ![Moving](moving.gif) ![New](new.avif)

The [sheet](sheet.xlsx), the [table](table.ods), the [original](original.jpeg).
"""


@pytest.fixture
def planted(desk: Desk) -> Desk:
    """Marks in every kind of file, in every place that files may stand."""
    beside = {
        "lead.jpg": files.jpeg(3),
        "photo.jpg": files.jpeg(size=(900, 600)),
        "map.svg": files.svg(),
        "chart.png": files.png(),
        "web.webp": files.webp(),
        "moving.gif": files.gif(3),
        "new.avif": files.avif(),
        "sheet.xlsx": files.office("xlsx"),
        "table.ods": files.office("ods"),
        "original.jpeg": files.mpo(),
    }
    for name, data in beside.items():
        desk.write(f"briefings/{name}", data).write(f"content/files/{name}", data)
    for name in ("actors/norway.jpg", "authors/jane.jpg", "trust.jpg", "phone.heic", "page.JPG", "without-suffix"):
        desk.write(f"content/{name}", files.avif() if name.endswith("heic") else files.jpeg())
    desk.write("templates/assets/pictures/sea.jpg", files.jpeg())
    desk.write("templates/assets/site.css/60-ours.css", '.ours { background: url("pictures/sea.jpg") }')
    desk.actor("norway", "type: state\nimage: {src: norway.jpg, alt: Norway}\n")
    desk.write("content/authors/jane.yml", "name: Jane\nimage: {src: jane.jpg, alt: Jane}\n")
    desk.write("content/trust.yml", "name: Desk\nimage: {src: trust.jpg, alt: The desk}\n")
    desk.write("content/about.md", "# About\n\n![Page](page.JPG)\n\n![Photo](files/photo.jpg)\n")
    return desk.brief("one", BRIEFING, BODY + "\n[[norway]]")


def test_no_byte_of_the_site_tells_of_origins(planted: Desk) -> None:
    """Whatever is published, by whomever it is copied, packed or not."""
    built = planted.build("--strict")
    assert built.code == 0, built.said
    published = built.bytes()
    assert {Path(path).suffix for path in published} >= {".jpg", ".JPG", ".heic", ".svg", ".gif", ".avif", ".xlsx", ".ods", ""}
    told = [path for path, data in published.items() if not path.startswith("assets/stylesheets") and files.MARK in notes_in(data)]
    assert not told


BROKEN: dict[str, tuple[str, bytes, str, str]] = {
    "empty": ("a.png", b"", "is empty", "copy it here again, whole"),
    "cut": ("a.jpg", files.jpeg()[:700], "breaks off: its end is missing", "copy it here again, whole"),
    "another kind": ("a.jpg", PNG, "is a PNG by its content", "call it a.png"),
    "web page": ("a.png", b"\n<!DOCTYPE html><p>Sign in</p>", "is a web page by its content, and no picture", "save the picture itself"),
    "phone": ("a.jpg", files.avif().replace(b"avif", b"heic", 1).replace(b"avif", b"mif1"), "is a HEIC photograph", "export it as a JPEG"),
    "note": ("a.png", b"version https://git-lfs.github.com/spec/v1\n", "is only a note of Git LFS", "run git lfs pull"),
    "text": ("a.webp", b"RIFF", "is no picture that browsers know", "export it again"),
    "huge": (
        "a.png",
        files.plain_png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\1\0\0\0\1\0\0", 1),
        "has 65,536 x 65,536 pixels",
        "make it smaller",
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_picture_is_an_error_where_it_is_shown(how: str, desk: Desk) -> None:
    """In a text, a field, a link and an ordinary page; with what to do."""
    name, data, message, hint = BROKEN[how]
    desk.write(f"briefings/{name}", data).write(f"content/{name}", data)
    desk.brief("a", f"image: {{src: {name}, alt: A}}\n", f"![A]({name})").write("content/x.md", f"# X\n\nSee ![A]({name}).\n")
    said = desk.said()
    for place in ("briefings/a.md:4:14", "briefings/a.md:6:1", "content/x.md:3:5"):
        assert f"{place}: error[broken-picture] the picture '{name}' {message}" in said
    assert f"hint: {hint}" in said


LAID: dict[str, Callable[[Desk], object]] = {
    "shown by nobody": lambda d: d.write("content/a.png", b""),
    "of the look": lambda d: d.write("templates/assets/a.png", b"\x89PNG\r\n\x1a\n"),
    "photograph of no kind we check": lambda d: d.write("content/a.jfif", files.jpeg()[:900]),
}


@pytest.mark.parametrize("what", LAID)
def test_what_cannot_be_cleaned_is_not_published(what: str, desk: Desk) -> None:
    """The build says so in one sentence, and ends."""
    LAID[what](desk)
    built = desk.build()
    assert built.code != 0
    assert "copy it here again, whole" in built.said
    assert "Traceback" not in built.said


def test_a_preview_looks_into_a_picture_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until its file changes."""
    looked: list[str] = []

    def look(path: Path) -> PictureFile:
        looked.append(path.name)
        return inspect(path)

    monkeypatch.setattr(reading, "inspect", look)
    settings, folders = read_config(desk.write("briefings/a.png", PNG).write("briefings/b.png", PNG).root / "mkdocs.yml", NOW)
    earlier = reading.Earlier()
    for _ in range(2):
        pictures = examine(desk.root, settings, folders, earlier).corpus.desk.pictures
        assert {path: facts.width for path, facts in pictures.items()} == {"briefings/a.png": 1, "briefings/b.png": 1}
    desk.write("briefings/b.png", files.plain_png(2))
    assert examine(desk.root, settings, folders, earlier).corpus.desk.pictures["briefings/b.png"].width == 2
    assert looked == ["a.png", "b.png", "b.png"]


def test_a_picture_in_a_format_that_browsers_do_not_show_is_told_as_such(desk: Desk) -> None:
    """Whether the file is there or not; another picture is not what was meant."""
    desk.write("briefings/d.tif", b"II*\0").write("briefings/e.gif", b"GIF89a")
    said = desk.brief("a", body="![A map](d.tif)").said()
    assert "briefings/a.md:5:1: error[missing-picture] 'd.tif' is in a format that browsers do not show\n  hint: save it as .avif" in said
