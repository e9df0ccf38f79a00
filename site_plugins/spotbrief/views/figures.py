"""A picture alone in its paragraph, with a line in emphasis directly below it, or a title -> a figure with caption and credit.

GitHub shows the same Markdown as the picture with the line below it.
"""

import re

_LABELS = """
    photo photos photograph picture pictures image images graphic graphics map chart illustration drawing video
    credit credits source sources
    фото світлина знімок зображення ілюстрація малюнок карта мапа графіка інфографіка відео джерело
"""
_PICTURE = r"(?:<a\b[^>]*>)?<img\b[^>]*>(?:</a>)?"
_INNER = r"(?:(?!</?em>|</p>).)*"
_ALONE = re.compile(rf"<p>({_PICTURE})(?:(?:<br ?/?>)?\s*<em>({_INNER})</em>)?</p>", re.DOTALL)
_TITLE = re.compile(r' title="([^"]+)"')
_CREDIT = re.compile(
    rf"(?:(.*[.!?…»”\"’)])\s+)?((?:(?:{'|'.join(_LABELS.split())})(?: by| courtesy of)?\s*:|©|\(c\))\s*\S.*)", re.IGNORECASE | re.DOTALL
)


def with_figures(html: str) -> str:
    """*html* with figures in place of such paragraphs."""
    return _ALONE.sub(_figure, html)


def _figure(found: re.Match[str]) -> str:
    picture, caption = found.groups()
    title = _TITLE.search(picture)
    if caption is None and title:
        picture, caption = _TITLE.sub("", picture, count=1), title[1]
    return f"<figure>{picture}{figcaption(*parted(caption))}</figure>" if caption else found[0]


def parted(caption: str) -> tuple[str, str]:
    """What a caption says of the picture, and from the last word such as "Photo:" or "Map:", whose it is; either may be empty."""
    found = _CREDIT.fullmatch(caption.strip())
    return (found[1] or "", found[2]) if found else (caption.strip(), "")


def figcaption(caption: str, credit: str) -> str:
    """The line below a picture; nothing where there is nothing to say. Both are HTML."""
    told = (f'<span class="caption">{caption}</span>' if caption else "", f'<span class="credit">{credit}</span>' if credit else "")
    said = " ".join(filter(None, told))
    return f"<figcaption>{said}</figcaption>" if said else ""
