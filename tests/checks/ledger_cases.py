"""What breaks the rules on judgements: how a desk is laid, and what is said of it."""

from collections.abc import Callable

from tests.desks import Desk

Lay = Callable[[Desk], object]


def _rain(more: str = "", likely: str = "likelihood: likely, ") -> str:
    return f"what_to_expect: [{{id: rain, text: It rains., {likely}by: 2025-05-31{more}}}]\n"


def _later(desk: Desk, says: str, id: str = "a:rain", published: str = "2025-04-01", more: str = "") -> Desk:
    text = f"---\ntitle: Later\npublished: {published}\n{more}what_to_expect: [{{id: '{id}'{says}}}]\n---\nText.\n"
    return desk.write("briefings/b.md", text)


def _scenarios(*members: str) -> str:
    return "what_to_expect:\n" + "".join(f"  - {{text: {chr(65 + n)}., group: The vote, {member}}}\n" for n, member in enumerate(members))


CASES: dict[str, tuple[Lay, str]] = {
    "revision-out-of-time": (
        lambda d: d.brief("a", _rain(", revisions: [{when: 2025-04-02, likelihood: unlikely}, {when: 2025-04-01, likelihood: likely}]")),
        "briefings/a.md:4:143: error[revision-out-of-time] this revision is dated before the one above it: the newest comes last",
    ),
    "empty-revision": (
        lambda d: d.brief("a", _rain(", revisions: [{when: 2025-04-02, why: Clouds.}]")),
        "error[empty-revision] this revision changes nothing\n  hint: add a line such as likelihood: likely",
    ),
    "likelihood-afterwards": (
        lambda d: d.brief("a", _rain(", revisions: [{when: 2025-04-02, likelihood: likely}]", likely="")),
        "warning[likelihood-afterwards] this says how likely only in a revision, so it is never scored",
    ),
    "followup-out-of-time": (
        lambda d: _later(d.brief("a", _rain()), ", likelihood: unlikely", published="2025-02-01"),
        "briefings/b.md:4:23: error[followup-out-of-time] 'a' is published after this briefing, which cannot take its judgement up again",
    ),
    "followup-of-hidden": (
        lambda d: _later(d.brief("a", "status: draft\n" + _rain()), ", likelihood: unlikely", published="2025-06-01"),
        "briefings/b.md:4:23: error[followup-of-hidden] 'a' is not public, so readers would see nothing of this entry",
    ),
    "followup-by-number": (
        lambda d: _later(d.brief("a", _rain().replace("id: rain, ", "")), ", likelihood: unlikely", id="a:1"),
        "briefings/b.md:4:23: error[followup-by-number] 'a:1' goes by its number, which moves when another is added above it\n"
        "  hint: give that judgement an id in briefings/a.md",
    ),
    "resolution-out-of-time": (
        lambda d: d.brief("a", _rain(", resolution: {outcome: happened, when: 2025-02}")),
        "briefings/a.md:4:120: error[resolution-out-of-time] this ended (2025-02) before the briefing is published",
    ),
    "happened-too-late": (
        lambda d: d.brief("a", _rain(", resolution: {outcome: happened, when: 2025-06-01}")),
        "error[happened-too-late] this happened (2025-06-01) after its date (2025-05-31), by which it had not\n"
        "  hint: write outcome: did_not_happen",
    ),
    "resolved-twice": (
        lambda d: _later(
            d.brief("a", _rain(", resolution: {outcome: happened, when: 2025-04-20}")),
            ", resolution: {outcome: did_not_happen, when: 2025-05-20}",
            published="2025-05-21",
        ),
        "briefings/b.md:4:33: error[resolved-twice] 'a:rain' is resolved already, in briefings/a.md",
    ),
    "void-without-note": (
        lambda d: d.brief("a", _rain(", resolution: {outcome: void, when: 2025-05-01}")),
        "warning[void-without-note] this is void, and does not say why it is not scored",
    ),
    "known-earlier": (
        lambda d: d.write("content/sources.yml", "wire: {title: Wire, published: 2025-04-10}\n").brief(
            "a",
            _rain(
                ", revisions: [{when: 2025-04-11, likelihood: almost certain}],"
                " resolution: {outcome: happened, when: 2025-05-20, sources: [wire]}"
            ),
        ),
        "advice[known-earlier] a source of this is of 2025-04-10, and the likelihood was revised after that\n"
        "  hint: write the day on which it came, such as when: 2025-04-10",
    ),
    "void-too-late": (
        lambda d: d.brief("a", _rain(", resolution: {outcome: void, when: 2025-06-01, note: The hall was closed.}")),
        "warning[void-too-late] this is void since 2025-06-01, when its date (2025-05-31) had passed",
    ),
    "told-twice": (
        lambda d: d.brief("a", _rain()).write(
            "briefings/b.md", f"---\ntitle: B\npublished: 2025-03-02\n{_rain().replace('id: rain', 'id: more')}---\nText.\n"
        ),
        "briefings/b.md:4:35: warning[told-twice] this says the same by the same day as 'a:rain', and is counted once\n"
        "  hint: to revise that one, write - id: a:rain in place of this entry",
    ),
    "same-judgement-id": (
        lambda d: d.brief("a", _rain()).brief("b", _rain().replace("It rains", "It pours on the whole country for a week")),
        "briefings/b.md:4:23: warning[same-judgement-id] 'rain' is also a judgement of 'a', and this would be another one",
    ),
    "two-odds": (
        lambda d: d.brief("a", _rain().replace("It rains", "It rains in Oslo on Sunday").replace("05-31", "07-31")).brief(
            "b",
            _rain(likely="likelihood: unlikely, ")
            .replace("rain,", "oslo,")
            .replace("It rains", "In Oslo it rains on Sunday")
            .replace("05-31", "07-31"),
        ),
        "briefings/b.md:4:35: warning[two-odds] this asks nearly what 'a:rain' asks by the same day, and says other odds",
    ),
    "scenarios": (
        lambda d: d.brief("a", _scenarios("probability: 0.7, by: 2025-06-30", "probability: 0.3, by: 2025-07-31")),
        "briefings/a.md:6:55: error[scenarios] the scenarios of 'The vote' are due on different days",
    ),
    "scenarios-sum": (
        lambda d: d.brief("a", _scenarios("probability: 0.7, by: 2025-06-30", "probability: 0.2, by: 2025-06-30")),
        "error[scenarios-sum] the scenarios of 'The vote' sum to 90% on 1 March 2025",
    ),
    "link-by-number": (
        lambda d: d.brief("a", _rain().replace("id: rain, ", "")).brief("b", body="[So](a.md#judgement:1)."),
        "briefings/a.md:4:18: warning[link-by-number] briefings/b.md links to this judgement by its number",
    ),
}
