"""Mistakes are told as they are typed, in Markdown, in YAML and in pairs, in the words of `spotbrief check`."""

import pytest

from spotbrief.checks.near import FAR
from tests.desks import Desk
from tests.language_server.client import editor, played
from tests.language_server.mistakes import FIELDS, MISTAKES

FORMS = {
    "md": ("briefings/a.md", "---\n{}---\nThe body.\n"),
    "yml": ("briefings/a.yml", "{}body: The body.\n"),
    "pair": ("briefings/a.yml", "{}"),
}
_FAR = {rule.id for rule in FAR}


@pytest.mark.parametrize("form", FORMS)
def test_thirty_mistakes_are_shown_as_typed(desk: Desk, form: str) -> None:
    file, frame = FORMS[form]
    desk.actor("norway").write("content/topics.yml", "sea: {name: Sea}\n").write("content/issues.yml", "whaling: {title: Whaling}\n")
    if form == "pair":
        desk.write("briefings/a.md", "The body.\n")
    shown = dict[str, list[tuple[str, int, str]]]()

    async def type_all() -> None:
        async with editor(desk) as here:
            assert await here.open(file, frame.format(FIELDS)) == []
            for name, (there, typed, _) in MISTAKES.items():
                assert there in FIELDS, name
                found = await here.type(file, frame.format(FIELDS.replace(there, typed, 1)))
                shown[name] = [(str(one.code), one.range.start.line + 1, one.message) for one in found if one.code not in _FAR]

    played(type_all())
    assert len(MISTAKES) >= 30
    for name, (there, typed, rule) in MISTAKES.items():
        desk.write(file, frame.format(FIELDS.replace(there, typed, 1)))
        told = [one for one in desk.examine().problems if one.where.file == file and one.rule not in _FAR]
        assert rule in {one.rule for one in told}, name
        assert shown[name] == [(one.rule, one.line, "\n".join(filter(None, (one.message, one.hint)))) for one in told], name
