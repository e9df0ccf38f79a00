"""An editor who obeys a hint letter by letter has one problem less, and no new one on that line."""

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from spotbrief.checks.examine import Examined
from spotbrief.cli.mending import line_with
from spotbrief.model.problem import Hint, Mend, Problem
from tests.desks import FRONT, PNG, Desk

MENDED = ("did you mean '",)
"""Hints that are no use to a program unless they say what takes the place of what."""

EXPECTED = "what_to_expect:\n  - text: It rains.\n    by: 2027-01-01\n    "
LIKELY = f"{EXPECTED}likelihood: likely\n    "

FIELDS = (
    "Key_takeaways: [A]",
    "key-takeaways: [A]",
    "keyTakeaways: [A]",
    "key_takeaway: A",
    "key_takeaway: One sentence",
    "key_takeaways: One sentence",
    "bottomline: A",
    "topic: grain",
    "topics: grain, peace",
    "topics: Grain",
    "topics: [Grain]",
    "topics: [grian]",
    'topics: "grain"',
    "tags: [grain]",
    "tags: grain, peace",
    "actors: [Ukraine]",
    "actors: Türkiye",
    "actors: [ukrain]",
    "authors: Olena Bondar",
    'authors: ["Olena Bondar"]',
    "author: Olena Bondar",
    "author: olena-bondar",
    "kind: News",
    "kind: Spot Briefing",
    'kind: "spot briefing"',
    "kind: analysis",
    "kind: draft",
    "status: publish",
    "excerpt: Words",
    "excerpt: 'Words: more'",
    "aliases: [old]",
    "aliases: [/old/]",
    "summary: @ukraine says yes",
    "summary: %50 of grain",
    "summary: *Important* thing",
    "summary: `code` here",
    "summary: A: b: c",
    "summary: [Kyiv] speaks",
    "summary: {a} b",
    "summary: 'Tis the season",
    "summary: 'Tis the season, isn't it",
    'summary: "Quote" starts',
    "summary: 'It's fine'",
    "summary: “Hello: world”",
    "summary: Ends with colon:",
    "summary: ? why",
    "summary: > 5 degrees",
    "key_takeaways:\n\t- A",
    "key_takeaways:\n  - “Hello”: he said: no",
    "key_takeaways:\n  - text: A\n    natur: fact",
    "key_takeaways:\n  - text: A\n    nature: opinion",
    "image\n  src: a.png",
    "image: a.png",
    "bottom_line: A status: draft",
    "embargo: 3.3.2027",
    "embargo: 03/03/2027",
    "embargo: March 3, 2027",
    "embargo: 2027-3-3",
    "embargo: 2027-03-03 6:00 am",
    "updated: 3 March 2025",
    "timeline:\n  - when: March 2025\n    title: T",
    "timeline:\n  - when: early 2025\n    title: T",
    "timeline:\n  - when: 2025-03-01 to 2025-03-05\n    title: T",
    "timeline:\n  - when: Q1 2025\n    title: T",
    "timeline:\n  - {when: spring 2025, title: T}",
    "timeline:\n  - when: 2025-03-01\n    title: T\n    actors: Ukraine",
    "timeline:\n  - date: 2025-03-01\n    title: T",
    "sources:\n  - url: example.org\n    title: T",
    "sources:\n  - title: T\n    url: http//example.org",
    "sources:\n  - title: T\n    link: https://example.org/a",
    "former_slugs: old",
    "former_slugs: [/briefings/old/]",
    "related: [2026-01-01-talk]",
    "related: [2026-01-01-talks.md]",
    "implications: {diplomat: [A]}",
    "implications: {diplomats: A}",
    f"{EXPECTED}likelihood: likly",
    f"{EXPECTED}likelihood: very probable",
    f"{EXPECTED}probability: 70",
    f"{EXPECTED}probability: 0,7",
    f"{LIKELY}confidence: medium",
    f"{LIKELY}confidence: Highh",
    f"{LIKELY}indicator: A",
    f"{LIKELY}criteria: [A]",
    f"{LIKELY}resolution: {{outcome: yes, when: 2025-01-01}}",
)

BODIES = (
    "[x](briefings/2026-01-01-talks.md)",
    "[x](2026-01-01-talks.html)",
    "[x](2026-01-01-talks)",
    "[x](/briefings/2026-01-01-talks/)",
    "[x](2026-01-02-plain.md#nothing)",
    "[x](2026-01-01-talks.md#aftr)",
    "[x](#sme-place)\n\n## Some place",
    "[[Ukraine]]",
    "[[ukrain|Kyiv]]",
    "[[actor:ukraine]]",
    "[x](ukraine)",
    "[x](http:/example.org)",
    "[x](htps://example.org/a)",
    "[x](www.example.org/news)",
    "[x](example.org)",
    "[x](“https://example.org”)",
    "# A title",
    '[x](my file.pdf "T")',
    "See [x](my file.pdf)",
)

FILES = {
    "content/actors/b.yml": (
        "title: B\ntype: state\n",
        "name: B\ntype: country\n",
        "name: B\ntype: State\n",
        "name: B\ntyp: state\n",
    ),
    "content/regions.yml": ("east: {title: East}\n", "east:\n  nam: East\n"),
    "content/publishers.yml": ("bbc: {name: BBC, url: bbc.com}\n",),
}


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk with something to name."""
    desk.write("content/topics.yml", "grain: {name: Grain}\npeace: {name: Peace}\n")
    desk.write("content/authors/olena-bondar.yml", "name: Olena Bondar\n")
    desk.write("briefings/my file.pdf", b"%PDF").write("briefings/a.png", PNG).brief("2026-01-02-plain")
    return desk.actor("ukraine").actor("turkiye", name="Türkiye").brief("2026-01-01-talks", body="## After\n\nThe body.")


def obey(desk: Desk, problem: Problem) -> bool:
    """Write what the hint of *problem* says into its file."""
    file = desk.root / problem.where.file
    lines = file.read_text("utf-8").split("\n")
    line = problem.mend and line_with(lines[problem.line - 1], problem.column, problem.mend)
    if line is not None:
        file.write_text("\n".join([*lines[: problem.line - 1], line, *lines[problem.line :]]), "utf-8")
    return line is not None


def bad_desks(desk: Desk) -> Iterator[str]:
    """Writes one bad file after another, and names each."""
    for more in FIELDS:
        desk.brief("a", f"{more}\n")
        yield more
    for body in BODIES:
        desk.write("briefings/a.md", FRONT.format(title="A title", more="", body=body))
        yield body
    for path, texts in FILES.items():
        desk.brief("a")
        for text in texts:
            desk.write(path, text)
            yield text
        (desk.root / path).unlink()


def test_a_hint_that_is_obeyed_takes_its_problem_away(told: Desk) -> None:
    """And brings no error to the same line."""
    failed = []
    for bad in bad_desks(told):
        before = told.examine()
        if not any(problem.mend for problem in before.problems):
            failed.append(f"{bad!r}: no hint can be obeyed\n{before.problems and before.problems[0]}")
        failed += [f"{bad!r}: {why}" for problem in before.problems if (why := _fault(told, problem, before))]
    assert not failed, "\n\n".join(failed)


def _fault(desk: Desk, problem: Problem, before: Examined) -> str:
    """What is wrong with the hint of *problem*; the file is as before afterwards."""
    if not problem.mend:
        return f"nothing to obey in: {problem}" if problem.hint.startswith(MENDED) else ""
    file = desk.root / problem.where.file
    text = file.read_text("utf-8")
    if not obey(desk, problem):
        return f"cannot be obeyed: {problem}\n{problem.mend}"
    after, made = desk.examine().problems, file.read_text("utf-8")
    file.write_text(text, "utf-8")
    old = {(p.rule, p.message) for p in before.problems}
    same = [
        p for p in after if (p.where.file, p.line, p.rule, p.message) == (problem.where.file, problem.line, problem.rule, problem.message)
    ]
    new = [p for p in after if p.where.file == problem.where.file and p.line == problem.line and p.severity == "error"]
    new = [p for p in new if (p.rule, p.message) not in old]
    if same or new:
        return f"obeyed in vain: {problem}\n{problem.mend}\n{made}\n" + "\n".join(map(str, same or new))
    return ""


CASES = Path(__file__).parents[1] / "cases" / "bad"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir() and path.name != "_base"))
def test_the_hints_of_bad_inputs_can_be_obeyed(case: str, desk: Desk) -> None:
    """Those of the cases that builds are tried with."""
    for folder in ("_base", case):
        shutil.copytree(CASES / folder, desk.root, dirs_exist_ok=True)
    before = desk.examine()
    assert not [why for problem in before.problems if (why := _fault(desk, problem, before))]


def test_a_hint_keeps_its_mend_on_its_way_between_processes() -> None:
    """Files are read in several."""
    hint = Hint("write topics: [a]", "tags", "topics")
    assert pickle.loads(pickle.dumps(hint)).mend == Mend("tags", "topics")
