"""The logo of a desk: the file that `theme.logo` names, and whether icons can be made of it."""

from spotbrief.corpus.corpus import Corpus

_SUFFIXES = (".svg", ".png", ".webp", ".jpg", ".jpeg")
_MOST = 25_000_000
"""Pixels; more are no sign but a photograph."""


def logo_path(corpus: Corpus) -> str:
    """The path of the logo from the folder of the desk; empty without one, or where there is no such file."""
    theme = corpus.settings.written.get("theme")
    typed = str(theme.get("logo") or "") if isinstance(theme, dict) else ""
    path = f"{corpus.desk.content_folder}/{typed}"
    return path if typed and path in corpus.desk.attachments else ""


def logo_fault(corpus: Corpus, path: str) -> tuple[str, str] | None:
    """Why no icons can be made of the logo at *path*, and the mend; None where they can. That its file is broken, is said of the file."""
    facts = corpus.desk.pictures.get(path)
    if not path.lower().endswith(_SUFFIXES) or facts is None:
        return "is of a kind that no icons can be made of", "save it as SVG, PNG, WebP or JPEG"
    if facts.width * facts.height > _MOST:
        return f"has {facts.width:,} x {facts.height:,} pixels", "make it smaller: 1,000 pixels across are plenty"
    return None
