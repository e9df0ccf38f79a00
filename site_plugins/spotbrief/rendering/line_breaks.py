"""HTML -> the same with lines that break where readers expect it: before no dash, and not between a number and its ending (18-й).

It is done once, to what a page is poured from: feeds, twins, data and the search have each text as it was typed.
"""

import re

from spotbrief.words.words import Words

_AS_IT_STANDS = re.compile(r"(<(?:pre|code|script|style|textarea)\b.*?</(?:pre|code|script|style|textarea)>)", re.DOTALL)
_BLANK = re.compile(r"(?:\A|[^>\s]|</(?:a|abbr|b|code|del|em|i|mark|q|span|strong|sub|sup|time)>)[ \n]\Z|> \Z")
"""A blank behind words; one behind a tag that begins a line is none."""

_ENDING = re.compile(r"-(?=[\u0400-\u04ff]{1,2}(?![\w-])[^<>]*(?:<|\Z))(?<=\d-)")
"""The hyphen between a number and at most two letters, outside of tags; of all that is asked, the plain sign is found soonest."""


class LineBreaks:
    """Sets the texts of pages in one language."""

    def __init__(self, words: Words) -> None:
        self._has_endings = any("\u0400" <= letter[:1] <= "\u04ff" for letter in words.conventions.alphabet)

    def __call__(self, html: str) -> str:
        """*html* with a no-break space before each dash that stands between blanks, and hyphens that hold where numbers have endings."""
        made = self._joined(html)
        if made == html or not _AS_IT_STANDS.search(html):
            return made
        pieces = _AS_IT_STANDS.split(html)
        pieces[::2] = map(self._joined, pieces[::2])
        return "".join(pieces)

    def _joined(self, html: str) -> str:
        for dash in "—–":
            if dash in html:
                html = _kept(html.split(dash), dash)
        return _ENDING.sub("\u2011", html) if self._has_endings else html


def _kept(pieces: list[str], dash: str) -> str:
    """What stood between dashes, put together again; a dash between blanks stays with what is before it."""
    for i, after in enumerate(pieces[1:]):
        if after[:1].isspace() and _BLANK.search(pieces[i], max(0, len(pieces[i]) - 12)):
            pieces[i] = f"{pieces[i][:-1]}\u00a0"
    return dash.join(pieces)
