"""Comments and tracked changes of office files are published without the names of those who made them, and with all else."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from spotbrief.reading.media.clean import cleaned
from tests.desks import Desk

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = {
    "docx": {
        "word/document.xml": f"<w:document {W}><w:ins w:id='1' w:author='Olena &amp; Co'><w:t>w:author=\"x\" of Olena</w:t></w:ins>"
        '<w:del w:author="Taras" w:date="2026-01-02T03:04:05Z"/><w:author w:val="kept"/></w:document>',
        "word/comments.xml": f'<w:comments {W}><w:comment w:id="0" w:author="Taras" w:initials="TSH">'
        "<w:t>Is it so?</w:t></w:comment></w:comments>",
        "word/people.xml": '<w15:people><w15:person w15:author="Taras">'
        '<w15:presenceInfo w15:providerId="AD" w15:userId="taras@desk"/></w15:person></w15:people>',
        "word/_rels/settings.xml.rels": "<Relationships>"
        '<Relationship Id="a" Target="file:///C:\\Users\\taras\\News.dotm" TargetMode="External"/>'
        '<Relationship Id="b" Target="https://taras.example/"/></Relationships>',
        "[Content_Types].xml": "<Types/>",
    },
    "xlsx": {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook><fileSharing userName="Taras"/><x15ac:absPath url="C:\\Users\\taras\\" xmlns:x15ac="x"/></workbook>',
        "xl/comments1.xml": "<comments><authors><author>Taras</author><author>tc={1-2}</author></authors>"
        '<comment authorId="0"><text><r><t>Taras:</t></r><r><t>Is it so?</t></r></text></comment></comments>',
        "xl/persons/person.xml": '<personList><person displayName="Taras" id="{1}" userId="taras@desk" providerId="AD"/></personList>',
        "xl/revisions/userNames.xml": '<users><userInfo guid="{1}" name="Taras" id="1"/></users>',
        "xl/tables/table1.xml": '<table displayName="Prices"/>',
    },
    "pptx": {
        "[Content_Types].xml": "<Types/>",
        "ppt/commentAuthors.xml": '<p:cmAuthorLst><p:cmAuthor id="1" name="Taras" initials="TSH" lastIdx="1"/></p:cmAuthorLst>',
        "ppt/authors.xml": "<p188:authorLst>"
        '<p188:author id="{1}" name="Taras" initials="TSH" userId="taras@desk" providerId="AD"/></p188:authorLst>',
        "ppt/changesInfos/changesInfo1.xml": '<pc:chgInfo><pc:chgData name="Taras" userId="taras@desk" providerId="AD"/></pc:chgInfo>',
        "ppt/slides/slide1.xml": '<p:sld><p:cNvPr id="2" name="Title 1"/></p:sld>',
    },
    "odt": {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<office:annotation><dc:creator>Taras</dc:creator><meta:creator-initials>TSH</meta:creator-initials>"
        "<text:p>Is it so?</text:p></office:annotation><office:change-info><dc:creator>Olena</dc:creator></office:change-info>",
        "Object 1/meta.xml": "<meta:initial-creator>Taras</meta:initial-creator>",
    },
}
KEPT = {
    "docx": (
        "<w:ins w:id='1' w:author='Author 1'><w:t>w:author=\"x\" of Olena</w:t>",
        '<w:del w:author="Author 2" w:date="2026-01-02T03:04:05Z"/><w:author w:val="kept"/>',
        '<w:comment w:id="0" w:author="Author 2" w:initials=""><w:t>Is it so?</w:t>',
        '<w15:person w15:author="Author 2"><w15:presenceInfo w15:providerId="" w15:userId=""/>',
        'Target="News.dotm" TargetMode="External"',
        'Target="https://taras.example/"',
    ),
    "xlsx": (
        "<author>Author 1</author><author>tc={1-2}</author>",
        "<t>Author 1:</t></r><r><t>Is it so?</t>",
        '<person displayName="Author 1" id="{1}" userId="" providerId=""/>',
        '<userInfo guid="{1}" name="Author 1" id="1"/>',
        '<fileSharing userName="Author 1"/><x15ac:absPath url=""',
        '<table displayName="Prices"/>',
    ),
    "pptx": (
        '<p:cmAuthor id="1" name="Author 1" initials="" lastIdx="1"/>',
        '<p188:author id="{1}" name="Author 1" initials="" userId="" providerId=""/>',
        '<pc:chgData name="Author 1" userId="" providerId=""/>',
        '<p:cNvPr id="2" name="Title 1"/>',
    ),
    "odt": (
        "<dc:creator>Author 1</dc:creator><meta:creator-initials></meta:creator-initials><text:p>Is it so?</text:p>",
        "<dc:creator>Author 2</dc:creator>",
    ),
}


def packed(parts: dict[str, str]) -> bytes:
    """An archive of *parts*, in their order."""
    made = BytesIO()
    with ZipFile(made, "w") as into:
        for name, content in parts.items():
            into.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_names_become_numbers_in_all_parts(kind: str) -> None:
    """One number for each, wherever the list of parts stands; the same again for what is clean already."""
    made = cleaned(packed(KINDS[kind]), f"a.{kind}")
    with ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == list(KINDS[kind])
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    for kept in KEPT[kind]:
        assert kept in text
    for name in ("Taras", "taras@desk", "C:\\Users", "TSH", "Olena &amp; Co"):
        assert name not in text
    assert cleaned(made, f"a.{kind}") == made


def test_a_file_of_pages_is_published_without_names(desk: Desk) -> None:
    """As it is written by programs that put the list of parts last."""
    built = desk.write("content/files/plan.docx", packed(KINDS["docx"])).build("--strict")
    assert built.code == 0, built.said
    with ZipFile(built.site / "files/plan.docx") as archive:
        assert b"Taras" not in b"".join(map(archive.read, archive.namelist()))
