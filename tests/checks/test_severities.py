"""How severe a desk holds rules, and the lines in which it lets one pass."""

import pytest

from tests.desks import CONFIG, Desk


def severe(desk: Desk, *said: str) -> Desk:
    """The desk with the option `rules`."""
    return desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, rules: {" + ", ".join(said) + "}"))


@pytest.fixture
def titled(desk: Desk) -> Desk:
    """A briefing with a second title, of which a warning says so."""
    return desk.brief("a", body="# A second title\n\nText.")


@pytest.mark.parametrize("said", ["error", "warning", "advice"])
def test_a_rule_is_as_severe_as_the_desk_says(titled: Desk, said: str) -> None:
    """In check and in what stops a build."""
    assert f"{said}[second-title]" in severe(titled, f"second-title: {said}").said()


@pytest.mark.parametrize("word", ["off", '"off"'])
def test_a_rule_that_is_off_says_nothing(titled: Desk, word: str) -> None:
    """However YAML reads the word."""
    assert severe(titled, f"second-title: {word}").said() == ""


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("second-titel: off", "there is no rule 'second-titel'\n  hint: did you mean 'second-title'?"),
        ("second-title: loud", "'loud' does not say how severe a rule is"),
        ("raw-html: warning", "'raw-html' stays an error"),
    ],
)
def test_a_slip_in_the_option_is_told_at_its_line(desk: Desk, said: str, message: str) -> None:
    """As any other setting."""
    told = severe(desk.brief("a"), said).said()
    assert told.startswith("mkdocs.yml:")
    assert "error[setting]" in told
    assert message in told


def test_an_error_stays_one(desk: Desk) -> None:
    """Whatever the option says."""
    assert "error[raw-html]" in severe(desk.brief("a", body="<b>Bold</b>"), "raw-html: off").said()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("# allow stale-draft: waits for the court\npublished: 2025-03-01\n", False),
        ("published: 2025-03-01  # allow stale-draft: waits for the court\n", False),
        ("published: 2025-03-01  # allow stale-draft\n", True),
        ("published: 2025-03-01  # allow second-title: waits for the court\n", True),
        ("# allow stale-draft: too far away\n\npublished: 2025-03-01\n", True),
    ],
)
def test_a_line_lets_a_rule_pass_for_a_reason(desk: Desk, line: str, said: bool) -> None:
    """At its end, or in the line above; without a reason, or for another rule, it does not."""
    desk.write("briefings/a.md", f"---\ntitle: A title\nstatus: draft\n{line}---\nText.\n")
    assert ("advice[stale-draft]" in desk.said()) is said


def test_a_rule_may_pass_in_the_whole_text(desk: Desk) -> None:
    """Bodies have no comments, so the front matter says it; fields are told of all the same."""
    allowed = "# allow second-title in the text: as the paper has it\n"
    assert desk.brief("a", allowed, body="# One\n\n# Two\n\nText.").said() == ""
    assert "second-title" in desk.brief("a", allowed.replace(" in the text", ""), body="# One\n\nText.").said()


def test_no_line_lets_an_error_pass(desk: Desk) -> None:
    """It is an error because the site would be wrong."""
    assert "error[raw-html]" in desk.brief("a", "# allow raw-html in the text: we like it\n", body="<b>Bold</b>").said()
