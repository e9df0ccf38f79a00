"""What the pages may say of the history of their judgements."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from spotbrief.building.messages import Note, Tell
from spotbrief.corpus.audit.audit import audit, with_today
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Kept
from spotbrief.model.settings import Settings
from spotbrief.reading.git import NoHistory
from spotbrief.reading.past import Usual, past
from spotbrief.reading.past_scale import rescaled_today

_LEFT_OUT = "Pages do not say what stands unchanged since its publication"
_SHALLOW = "this clone is shallow, and lacks earlier commits: run git fetch --unshallow, or say fetch-depth: 0 below actions/checkout"


def kept_since(root: Path, desk: Desk, settings: Settings, tell: Tell) -> Mapping[str, Kept]:
    """By the full ids of judgements, as far as git can know."""
    config = settings.place(()).file
    try:
        read = past(root, Usual(config=config, folder=desk.briefings_folder, languages=settings.tags), settings.timezone)
    except NoHistory as error:
        tell(Note(severity="info", text=f"{_LEFT_OUT}: {error}."))
        return {}
    if read.first:
        tell(Note(severity="info", text=f"{_LEFT_OUT}: {_SHALLOW}."))
        return {}
    read = replace(read, rescaled=(*read.rescaled, *rescaled_today(read, settings.scale, config, settings.now)))
    return audit(with_today(read, desk.briefings, desk, settings.now), settings.now, desk).kept
