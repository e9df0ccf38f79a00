"""The sample desk: what is told of each file alone, and texts in any state, which must never be too much for the server."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from spotbrief.checks.examine import examine
from spotbrief.checks.near import FAR
from spotbrief.language_server.completion import Completion
from spotbrief.language_server.diagnostics import diagnostics
from spotbrief.language_server.hover import about
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.outline import outline
from spotbrief.language_server.places import definition, linked_in, named_in
from spotbrief.language_server.positions import Lines
from spotbrief.language_server.renaming import CannotRename, renaming
from spotbrief.language_server.spot import spot_at
from tests.language_server.client import whole

ROOT = Path(__file__).parents[2]
CODEC = PositionCodec(types.PositionEncodingKind.Utf16)
_FAR = {rule.id for rule in FAR} | {"dot-file", "unread-file"}
SIGNS = st.sampled_from(
    ["[", "{", "}", "]", ":", "- ", "\n", '"', "'", "#", "[[", "𝕏", " ", "\t", "|", ">", "*x", "---\n", "actors: [", "  - ", "\r"]
)


@cache
def sample() -> OpenDesk:
    return whole(ROOT / "mkdocs.yml")


@cache
def files() -> list[str]:
    desk = sample()
    return sorted({file for file in desk.live.maps["files"] if not file.startswith("content/index")})


def test_each_file_of_the_sample_is_told_what_the_whole_is_told() -> None:
    desk = sample()
    whole = examine(desk.root, desk.live.settings, desk.folders).problems
    for file in files():
        desk.change(file, None)
    for file in files():
        desk.look_again(file)
        assert desk.problems(file) == [one for one in whole if one.where.file == file and one.rule not in _FAR]


@settings(max_examples=60)
@given(st.data())
def test_no_text_is_too_much(data: st.DataObject) -> None:
    """Whatever is cut out, put in or doubled, every question has an answer."""
    desk = sample()
    file = data.draw(st.sampled_from(files()))
    text = desk.text(file)
    for _ in range(data.draw(st.integers(0, 3))):
        at, until = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        text = text[:at] + data.draw(SIGNS) + text[data.draw(st.sampled_from((at, until, max(at - 40, 0)))) :]
    try:
        desk.change(file, text)
        lines = Lines(desk.text(file), CODEC)
        diagnostics(desk.problems(file), lines)
        outline(desk, file, lines)
        for number in data.draw(st.lists(st.integers(0, len(lines.lines) - 1), min_size=1, max_size=4)):
            _ask(desk, file, lines, number, data.draw(st.integers(0, len(lines.line(number)))))
    finally:
        desk.change(file, None)


def _ask(desk: OpenDesk, file: str, lines: Lines, number: int, column: int) -> None:
    Completion(desk, file, lines, lines.position(number, column)).items()
    spot = spot_at(desk, file, lines.lines, number, column)
    if spot:
        about(desk, file, spot)
    if spot and spot.node:
        definition(desk, spot.node, file)
        named_in(desk, spot.node, file)
        linked_in(desk, spot.node)
        with suppress(CannotRename):
            renaming(desk, spot.node, "another-id", file)
