"""`python -m tests.words.catalogues`: brings every catalogue up to date with what the program says (`make words`).

`locale/messages.pot` has all phrases, with where they are asked for; each `.po` keeps its translations, gets new phrases without one, and
loses those that nobody asks for any more. Babel reads and writes the files.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from spotbrief.reading.languages import LOCALE
from tests.words.collect import everything

TEMPLATE = LOCALE / "messages.pot"


def template() -> Catalog:
    """All phrases of the program."""
    made = Catalog(charset="utf-8")
    plural = {asked.text: asked.many for asked in everything() if asked.many}
    for asked in everything():
        many = plural.get(asked.text, "") if not asked.context else ""
        made.add((asked.text, many) if many else asked.text, locations=[(asked.file, 0)], context=asked.context or None)
    return made


def up_to_date(path: Path) -> bytes:
    """The catalogue at *path* as it should be."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    catalogue.update(template(), no_fuzzy_matching=True)
    return written(catalogue)


def written(catalogue: Catalog) -> bytes:
    """The bytes of a catalogue, without what changes though nothing is said otherwise."""
    catalogue.header_comment = f"# What pages say in {catalogue.locale.english_name if catalogue.locale else 'a language'}."
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    file = BytesIO()
    write_po(file, catalogue, width=0, include_lineno=False, omit_header=False, sort_output=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Generated-By", "Language-Team", "Project-Id", "Report-Msgid")
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in dated))).encode()


def main() -> None:
    """Write the template and all catalogues, and say which phrases wait for a translation."""
    TEMPLATE.write_bytes(written(template()))
    for path in sorted(LOCALE.glob("*.po")):
        path.write_bytes(up_to_date(path))
        for phrase in empty(path):
            print(f"{path.name} has no words for {phrase}")


def empty(path: Path) -> list[str]:
    """The phrases without a translation in the catalogue at *path*."""
    with path.open("rb") as file:
        found = [(one.id, one.string) for one in read_po(file, locale=path.stem) if one.id]
    return [str(id) for id, said in found if not said or ("" in said and not isinstance(said, str))]


if __name__ == "__main__":
    main()
