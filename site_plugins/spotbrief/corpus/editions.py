"""A desk -> what readers may see of it, in each of its languages."""

from collections.abc import Iterator

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.in_language import in_language
from spotbrief.corpus.linker import link
from spotbrief.corpus.public import public_desk
from spotbrief.corpus.withdrawn import take_down
from spotbrief.model.desk import Desk
from spotbrief.model.settings import Settings


def in_languages(desk: Desk, settings: Settings, whole: Corpus, *, is_preview: bool = False) -> list[Corpus]:
    """The corpus in each language, the first first. *whole* is all of the desk, linked already: where nothing is hidden, it is the first.

    A preview shows all but what was taken down.
    """
    made = []
    for one in _settings(settings):
        spoken = in_language(desk, one) if settings.languages else desk
        shown = take_down(spoken) if is_preview else public_desk(spoken, one.now, settings.site_url)
        made.append(whole if shown is whole.desk else link(shown, one))
    return made


def _settings(settings: Settings) -> Iterator[Settings]:
    yield settings
    yield from (settings.in_language(language) for language in settings.languages[1:])
