"""What the pages may say of the history of their judgements."""

from collections.abc import Mapping
from pathlib import Path

from spotbrief.building.messages import Note, Tell
from spotbrief.corpus.audit.audit import audit, with_today
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Kept
from spotbrief.model.settings import Settings
from spotbrief.reading.git import NoHistory
from spotbrief.reading.past import past

_LEFT_OUT = "Pages do not say what stands unchanged since its publication"
_SHALLOW = "this clone is shallow, and lacks earlier commits: run git fetch --unshallow, or say fetch-depth: 0 below actions/checkout"


def kept_since(root: Path, desk: Desk, settings: Settings, tell: Tell) -> Mapping[str, Kept]:
    """By the full ids of judgements, as far as git can know; nothing in a preview, and where the desk did not ask for it."""
    if not settings.audit or settings.preview:
        return {}
    try:
        read = past(root, desk.briefings_folder, settings.timezone, languages=settings.tags)
    except NoHistory as error:
        tell(Note(severity="info", text=f"{_LEFT_OUT}: {error}."))
        return {}
    if read.first:
        tell(Note(severity="info", text=f"{_LEFT_OUT}: {_SHALLOW}."))
        return {}
    return audit(with_today(read, desk.briefings, desk, settings.now), settings.now, desk).kept
