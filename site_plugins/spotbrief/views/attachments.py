"""Where the pictures and documents beside the texts are published."""

import posixpath
from urllib.parse import quote

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.model.picture import HEAVY, PictureFile
from spotbrief.model.record import record
from spotbrief.reading.files import one_form
from spotbrief.reading.reference import reference_kind
from spotbrief.views.links import Links

COLUMN = "(min-width: 48rem) 46rem, 100vw"
"""How wide a picture in the column of a page is (HTML, sizes attribute)."""


@record
class Shown:
    """A picture on a page: its address, its size, where that is known, and the addresses of its smaller copies."""

    src: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    has_dark: bool = False

    def attributes(self, sizes: str = COLUMN) -> str:
        """Size, copies and whether it is dimmed as HTML attributes, with a blank before each."""
        size = f' width="{self.width}" height="{self.height}"' if self.width else ""
        size += ' class="is-adaptive"' if self.has_dark else ""
        return f'{size} srcset="{self.srcset}" sizes="{sizes}"' if self.srcset else size


def shown(src: str, file: str, links: Links) -> Shown | None:
    """The picture that *file* shows; None where there is none. Readers are spared a heavy one."""
    target = find_target(src, file, links.corpus)
    if target.to != "attachment":
        return None
    return of_file(links.main + quote(attachment_path(target.id, file, links.corpus)), target.id, links.corpus)


def of_file(address: str, path: str, corpus: Corpus) -> Shown:
    """The picture of the file *path*, published at *address*."""
    file = corpus.desk.pictures.get(path, PictureFile())
    copies = [(copy_of(address, width), width) for width in copies_of(path, corpus)]
    return Shown(
        src=copies[-1][0] if copies and file.bytes > HEAVY else address,
        width=file.width,
        height=file.height,
        srcset=", ".join(f"{copy} {width}w" for copy, width in copies),
        has_dark=file.has_dark,
    )


def copies_of(path: str, corpus: Corpus) -> tuple[int, ...]:
    """How wide the smaller copies of a picture are; a preview has none."""
    file = corpus.desk.pictures.get(path)
    return file.copies if file and not corpus.settings.preview else ()


def copy_of(address: str, width: int) -> str:
    """The address of a smaller copy."""
    return f"{address}.{width}.webp"


def pictures_of_pages(corpus: Corpus) -> frozenset[str]:
    """The pictures that ordinary pages show in their Markdown, which the engine publishes: those beside reference data it leaves out."""
    images = ((src, page.origin.file) for page in corpus.desk.pages for src, _ in page.body.images)
    found = (find_target(src, file, corpus) for src, file in images)
    content = f"{corpus.desk.content_folder}/"
    ours = (target.id for target in found if target.to == "attachment" and target.id.startswith(content))
    return frozenset(path for path in ours if not reference_kind(path.removeprefix(content)))


def attachment_address(src: str, file: str, links: Links) -> str:
    """The address of a picture that *file* shows; empty where there is none."""
    target = find_target(src, file, links.corpus)
    return links.main + quote(attachment_path(target.id, file, links.corpus)) if target.to == "attachment" else ""


def attachment_path(path: str, file: str, corpus: Corpus) -> str:
    """Where a picture or document that *file* shows is published: below the page of what *file* holds."""
    file = one_form(file)
    kind, id = corpus.files.get(file, ("attachments", ""))
    folder = posixpath.dirname(file)
    inner = path[len(folder) + 1 :] if path.startswith(f"{folder}/") else path
    return f"{kind}/{id}/{inner}" if id else f"{kind}/{inner}"
