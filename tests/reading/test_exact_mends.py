"""What can be mended letter by letter is: numbers, hours, quotation marks, parts of months, paths of one machine."""

import pytest

from tests.cli.run import run
from tests.desks import PNG, Desk

DUE = "what_to_expect:\n  - text: It rains.\n    likelihood: likely\n    by: {}\n"
RATED = "what_to_expect:\n  - text: It rains.\n    by: 2027-01-01\n    {}\n"
MENDED = {
    RATED.format("likelihood: 70%"): "    probability: 70%\n",
    RATED.format("likelihood: 60-70%"): "    likelihood: likely\n",
    RATED.format("probability: “70%”"): "    probability: 70%\n",
    RATED.format("probability: 70 відсотків"): "    probability: 70%\n",
    "embargo: 27.11.2026 18:00\n": "embargo: 2026-11-27T18:00\n",
    "embargo: 27/11/2026, 18.00\n": "embargo: 2026-11-27T18:00\n",
    "as_of: “2025-01-01”\n": "as_of: 2025-01-01\n",
    "kind: «news»\n": "kind: news\n",
    DUE.format("end of June 2027"): "by: 2027-06\n",
    DUE.format("by the end of June 2027"): "by: 2027-06\n",
    DUE.format("кінець червня 2027"): "by: 2027-06\n",
    DUE.format("до кінця червня 2027"): "by: 2027-06\n",
    DUE.format("in late June 2027"): "by: 2027-06\n",
    DUE.format("Ende Juni 2027"): "by: 2027-06\n",
    DUE.format("end of 2027"): "by: 2027\n",
    DUE.format("by 30 June 2027"): "by: 2027-06-30\n",
    DUE.format("mid-June 2027"): "by: 2027-06-15~\n",
    DUE.format("середина червня 2027"): "by: 2027-06-15~\n",
    "timeline:\n  - {when: before June 2025, title: T}\n": "when: ../2025-06,",
}


@pytest.mark.parametrize("typed", MENDED)
def test_fix_writes_it(typed: str, desk: Desk) -> None:
    """A deadline at the end of a month is its last day, and never about then."""
    desk.brief("a", typed)
    assert "error[" in desk.said()
    assert run(desk, "check", "--fix").exit_code == 0
    assert MENDED[typed] in (desk.root / "briefings/a.md").read_text("utf-8")


def test_an_hour_of_a_day_that_may_be_two_is_not_guessed(desk: Desk) -> None:
    """Both are named."""
    assert "write 2026-04-03T18:00 or 2026-03-04T18:00" in desk.brief("a", "embargo: 03.04.2026 18:00\n").said()


PICTURES = {
    "image: C:\\Users\\me\\a.png": "put the picture beside this file",
    "cover: C:\\Users\\me\\a.png": "write image: {src: a.png, alt: What it shows}",
    "image: {src: 'C:\\Users\\me\\a.png', alt: Rain}": "put the picture beside this file, and write a.png",
    "image: file:///home/me/a.png": "put the picture beside this file",
    "image: /Users/me/a.png": "put the picture beside this file",
    "image: .\\a.png": "write image: {src: ./a.png, alt: What it shows}",
}


@pytest.mark.parametrize("typed", PICTURES)
def test_a_path_of_one_machine_leads_nowhere_else(typed: str, desk: Desk) -> None:
    """The picture goes beside the text, and its name alone is written."""
    assert PICTURES[typed] in desk.write("briefings/a.png", PNG).brief("a", f"{typed}\n").said()
    run(desk, "check", "--fix")
    assert not [problem for problem in desk.examine().problems if problem.severity == "error"]
