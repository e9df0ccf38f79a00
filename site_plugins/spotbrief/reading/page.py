"""What lies among the ordinary pages -> the pages, and what was meant to be no page."""

from collections.abc import Sequence
from typing import Any

from spotbrief.model.origin import Origin, Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.prose import Prose
from spotbrief.reading.document import Document
from spotbrief.reading.embeds import embeds
from spotbrief.reading.files import one_form
from spotbrief.reading.translation_file import language_in

_FIELDS = ("published", "embargo", "key_takeaways", "what_to_expect")
_STATUSES = frozenset({"draft", "review", "published", "withdrawn"})
"""The statuses of briefings. Themes have others, such as `new`."""


def read_page(raw: Document, path: str, languages: Sequence[str] = ()) -> OrdinaryPage:
    """The page in a Markdown file; *path* is relative to the content folder. Its name may say in which of *languages* it is."""
    fields = raw.data if isinstance(raw.data, dict) else {}
    template = str(fields["template"] or "") if "template" in fields else None
    body, origin = raw.body or Prose(), Origin(file=raw.path, prose_file=raw.path)
    stem, language = language_in(one_form(path).removesuffix(".md"), languages[1:])
    of = f"{stem}.md" if language else one_form(path)
    return OrdinaryPage(
        path=one_form(path), of=of, language=language, body=body, template=template, embeds=tuple(embeds(body.text)), origin=origin
    )


def briefing_in(raw: Document) -> Where | None:
    """The field that tells a briefing, in a file that the engine would publish as it is; None for any other file."""
    fields: dict[str, Any] = raw.data if isinstance(raw.data, dict) else {}
    found = next((name for name in _FIELDS if name in fields), None)
    if found is None and str(fields.get("status")).lower() in _STATUSES:
        found = "status"
    return Where(file=raw.path, pointer=(found,)) if found and (raw.is_markdown or "title" in fields) else None
