"""How to cite a briefing: in words, as BibTeX and as RIS; when it was read is left to the reader."""

import re
from datetime import datetime
from hashlib import sha256

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.links import Links
from spotbrief.views.spoken import language_of
from spotbrief.words.words import Words

BIBTEX, RIS = "cite.bib", "cite.ris"
"""The names of the files, below the briefing's address."""

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)


_KEY = re.compile(r"[^A-Za-z0-9._-]+")
_QUOTES = str.maketrans("“”", "‘’")
_STRAIGHT = re.compile(r'"([^"]*)"')


@record
class Citation:
    """What is cited, each text in one line."""

    id: str
    title: str
    authors: tuple[str, ...]
    site: str
    published: datetime
    day: str
    url: str
    language: str


@record
class CitePart:
    """A citation in words, and the files that hold it in two forms; where the site has no files, the forms themselves."""

    plain: str
    words: str
    """The same without the address."""
    address: Markup
    """The address, as a link that shows it."""
    bibtex: str
    ris: str
    bibtex_file: str
    ris_file: str


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that BibTeX has for months."""


def cite(briefing: Briefing, links: Links) -> CitePart | None:
    """For the page of *briefing*; None where the site's address is not known."""
    settings = links.corpus.settings
    if not settings.site_url:
        return None
    citation, files = citation_of(briefing, links.corpus), "exports" in settings.sections
    said = in_words(citation, links.words)
    return CitePart(
        plain=f"{said} {citation.url}",
        words=said,
        address=links.marks.link(citation.url, citation.url),
        bibtex="" if files else bibtex(citation),
        ris="" if files else ris(citation),
        bibtex_file=f"{links.here('briefings', briefing.id)}{BIBTEX}" if files else "",
        ris_file=f"{links.here('briefings', briefing.id)}{RIS}" if files else "",
    )


def citation_of(briefing: Briefing, corpus: Corpus) -> Citation:
    """What there is to cite of *briefing*."""
    settings, title = corpus.settings, briefing.title
    return Citation(
        id=briefing.id,
        title=_line(corpus.words("{title} [withdrawn]", title=title) if briefing.status == "withdrawn" else title),
        authors=tuple(_line(author.name) for id in briefing.authors if (author := corpus.authors.get(id))),
        site=_line(settings.site_name),
        published=briefing.published.astimezone(settings.timezone),
        day=corpus.words.day(briefing.published),
        url=Links(corpus, root=settings.base).thing("briefings", briefing.id),
        language=language_of(briefing, corpus),
    )


def in_words(of: Citation, words: Words) -> str:
    """In words, up to the address."""
    title = _STRAIGHT.sub(r"‘\1’", of.title).translate(_QUOTES)  # quotation marks within quotation marks
    if not of.authors:
        return words("“{title}”, {site}, {day},", title=title, site=of.site, day=of.day)
    return words("{authors}: “{title}”, {site}, {day},", authors=words.together(of.authors), title=title, site=of.site, day=of.day)


def bibtex(of: Citation) -> str:
    """As a BibTeX entry in UTF-8."""
    fields = {
        "author": " and ".join(map(_bibtex_name, of.authors)) or f"{{{_tex(of.site)}}}",
        "title": f"{{{_tex(of.title)}}}",
        "howpublished": _tex(of.site),
        "year": f"{of.published:%Y}",
        "month": _MONTHS[of.published.month - 1],
        "day": f"{of.published.day}",
        "url": of.url,
        "language": of.language,
    }
    bare = ("month",)
    rows = "".join(f"  {name} = {value if name in bare else f'{{{value}}}'},\n" for name, value in fields.items())
    return f"@misc{{{_key(of.id)},\n{rows}}}\n"


def _key(id: str) -> str:
    """The id where BibTeX can read it; otherwise its ASCII, and a hash so that no two briefings share a key."""
    readable = _KEY.sub("", id)
    return id if readable == id else f"{readable.strip('-._') or 'briefing'}-{sha256(id.encode()).hexdigest()[:8]}"


def ris(of: Citation) -> str:
    """As a RIS record."""
    rows = [
        ("TY", "ELEC"),
        ("TI", of.title),
        *(("AU", name) for name in of.authors or (of.site,)),
        ("PB", of.site),
        ("PY", f"{of.published:%Y}"),
        ("DA", f"{of.published:%Y/%m/%d}"),
        ("LA", of.language),
        ("UR", of.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in rows)


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _bibtex_name(name: str) -> str:
    """A name that BibTeX would take apart at a comma or an `and` is kept together."""
    return f"{{{_tex(name)}}}" if "," in name or " and " in name.casefold() else _tex(name)
