"""The words that programs for Markdown put into what they make, said in the language of the site: comrak's, and those of the engine."""

import re

from markupsafe import escape

from spotbrief.words.marked import phrases
from spotbrief.words.words import Words

BOXES = phrases(
    (
        "Abstract",
        "Attention",
        "Bug",
        "Caution",
        "Check",
        "Danger",
        "Done",
        "Error",
        "Example",
        "Fail",
        "Failure",
        "Faq",
        "Help",
        "Hint",
        "Important",
        "Info",
        "Missing",
        "Note",
        "Question",
        "Quote",
        "Snippet",
        "Success",
        "Summary",
        "Tip",
        "Tldr",
        "Todo",
        "Warning",
    )
)
"""What a box is called to which no editor gave a title: GitHub's alerts, and the admonitions of Python-Markdown and Material."""

_BOX = re.compile(
    r'(<(?:div|details) class="(?:admonition |markdown-alert markdown-alert-|)(\w+)[^>]*>\s*'
    r'<(?:p class="(?:markdown-alert|admonition)-title"|summary)>)(\w+)(?=</(?:p|summary)>)'
)
_TASK = re.compile(r'<input type="checkbox"((?: (?:checked|disabled)(?:="")?)*)(?=\s*/?>)')
_BACK = re.compile(r'(<a [^<>]*class="footnote-backref"[^<>]* )aria-label="Back to reference ([\d-]+)"')
_JUMP = re.compile(r'(<a class="footnote-backref" href="[^"]*" )title="Jump back to footnote (\d+) in the text"')
_LINK = re.compile(r'(<a class="headerlink" href="[^"]*" )title="Permanent link"')

_SIGNS = ("-title", "<summary", "checkbox", "footnote-backref", "headerlink")
"""Texts without any of these have none of those words."""


def in_words(made: str, words: Words) -> str:
    """*made*, some HTML, with such words as *words* say them, and with names for the boxes of task lists, which none could tell by ear."""
    if not any(sign in made for sign in _SIGNS):
        return made
    made = _BOX.sub(lambda found: found[1] + _title(found[2], found[3], words), made)
    done, open, link = escape(words("Done")), escape(words("To do")), escape(words("Permanent link"))
    made = _TASK.sub(lambda found: f'{found[0]} aria-label="{done if "checked" in found[1] else open}"', made)
    made = _BACK.sub(lambda found: f'{found[1]}aria-label="{_back(found[2], words)}"', made)
    made = _JUMP.sub(lambda found: f'{found[1]}title="{_jump(found[2], words)}"', made)
    return _LINK.sub(lambda found: f'{found[1]}title="{link}"', made)


def _back(number: str, words: Words) -> str:
    return escape(words("Back to reference {number}", number=number))


def _jump(number: str, words: Words) -> str:
    return escape(words("Jump back to footnote {number} in the text", number=number))


def _title(kind: str, title: str, words: Words) -> str:
    """The title of a box of that *kind*; one that an editor gave it stays."""
    return str(escape(words(title))) if title in BOXES and title.lower() == kind else title
