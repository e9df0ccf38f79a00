"""`spotbrief audit` and settings: another folder, scale, language or file of settings does not hide what readers had."""

from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import REVISED, ROUND, History, talks

SCALE = "name: Two words\nterms: [{term: unlikely, low: 0, high: 0.5}, {term: likely, low: 0.5, high: 1}]\n"
OTHER = SCALE.replace("0.5", "0.7")
SPEAKS = "languages: {en: English, uk: Українська}"
TRANSLATION = "---\ntitle: Розмови\nwhat_to_expect:\n  round: {text: Буде другий раунд.}\n---\nРозмови.\n"


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


def options(history: History, more: str, config: str = "mkdocs.yml") -> None:
    """Write *more* among the options of the plugin."""
    file = history.root / config
    history.desk.write(config, file.read_text("utf-8").replace("timezone:", f"{more}, timezone:"))


def at(root: Path) -> History:
    """The history, from the folder that the desk stands in by now."""
    moved = History.__new__(History)
    moved.desk = Desk.__new__(Desk)
    moved.desk.root = moved.root = root
    moved.desk.now = Desk.now
    return moved


def move(history: History, to: str = "desk", *keep: str) -> History:
    """The desk into a folder below, not yet committed."""
    (history.root / to).mkdir(parents=True)
    for name in ("briefings", "content", "mkdocs.yml", "own.yml"):
        if (history.root / name).exists() and name not in keep:
            (history.root / name).rename(history.root / to / name)
    return at(history.root / to)


def bands(history: History) -> list[str]:
    """What is told of words."""
    return sorted(one["field"] for one in history.findings() if "band" in one["field"])


@pytest.mark.parametrize("becomes", [None, TRANSLATION])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_language_hides_no_briefing_of_its_own(history: History, becomes: str | None, at_once: bool) -> None:
    """That its name looks like that of a translation is no reason."""
    history.commit("2025-03-03", **{"talks.uk": talks().replace("title: Talks", "title: Розмови")})
    options(history, SPEAKS)
    if not at_once:
        history.commit("2025-03-19")
    history.commit("2025-03-20", **{"talks.uk": becomes})
    assert [(one["briefing"], one["kind"]) for one in history.findings()] == [("talks.uk", "taken_away")]


def test_a_translation_is_quiet(history: History) -> None:
    """Whether it comes before the language, with it or after it, is changed or goes."""
    history.commit("2025-03-05", **{"talks.uk": TRANSLATION})
    options(history, SPEAKS)
    history.commit("2025-03-06")
    history.commit("2025-03-07", **{"talks.uk": TRANSLATION.replace("Буде", "Відбудеться")})
    history.commit("2025-03-08", **{"talks.uk": None})
    assert history.kinds() == []
    assert "passed over" not in run(history.desk, "audit").output


@pytest.mark.parametrize("gone", [("talks",), ("talks", "rain"), ("talks", "rain", "sun")])
@pytest.mark.parametrize("is_other", [False, True])
def test_what_was_removed_while_the_desk_moved(history: History, gone: tuple[str, ...], is_other: bool) -> None:
    """However little came along, and whatever the settings say by then."""
    history.desk.write("README.md", "# Ours\n")
    history.commit("2025-03-03", rain=talks(), sun=talks())
    for name in gone:
        (history.root / f"briefings/{name}.md").unlink()
    moved = move(history)
    if is_other:
        moved.desk.write("mkdocs.yml", "site_name: Other\nplugins: [{briefings: {}}]\ndocs_dir: content\n" + "# A note.\n" * 40)
    moved.desk.write("briefings/new.md", talks(published="2025-04-01").replace("title: Talks", "title: News"))
    moved.at("2025-04-01", "add", "-A", "..")
    moved.commit("2025-04-01")
    assert sorted(one["briefing"] for one in moved.findings() if one["kind"] == "taken_away") == sorted(gone)


def test_a_desk_that_moved_in_two_steps(history: History) -> None:
    """Its settings go, and come again elsewhere."""
    (history.root / "mkdocs.yml").rename(history.root / "kept")
    text = (history.root / "kept").read_text("utf-8")
    (history.root / "kept").unlink()
    (history.root / "briefings/talks.md").unlink()
    history.commit("2025-04-01")
    history.desk.write("desk/mkdocs.yml", text).write("desk/briefings/new.md", talks(published="2025-04-02", more="summary: Short.\n"))
    history.commit("2025-04-02")
    assert [(one["briefing"], one["kind"]) for one in at(history.root / "desk").findings()] == [("talks", "taken_away")]


def test_a_desk_beside_another_one_is_not_its_heir(tmp_path: Path) -> None:
    """In one repository there may be many."""
    (tmp_path / "one").mkdir()
    first = History(Desk(tmp_path / "one"))
    (tmp_path / "one/.git").rename(tmp_path / ".git")
    first.commit("2025-03-03", talks=talks())
    (tmp_path / "two").mkdir()
    second = at(tmp_path / "two")
    Desk.__init__(second.desk, tmp_path / "two")
    second.commit("2025-04-01", other=talks(published="2025-04-01"))
    assert (first.kinds(), second.kinds()) == ([], [])


@pytest.mark.parametrize("name", ["./own.yml", "own.yml", "bands/../own.yml"])
def test_a_scale_keeps_its_bands_by_whatever_path(history: History, name: str) -> None:
    (history.root / "bands").mkdir()
    history.desk.write("bands/note.txt", "Here.\n")
    options(history, f"scale: {name}")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04")
    history.desk.write("own.yml", OTHER)
    history.commit("2025-03-20")
    assert bands(history).count("the band of 'unlikely'") == 2


def test_a_scale_that_is_a_link(history: History) -> None:
    """To another file, and then to yet another one."""
    history.desk.write("first.yml", SCALE).write("second.yml", OTHER)
    (history.root / "own.yml").symlink_to("first.yml")
    options(history, "scale: own.yml")
    history.commit("2025-03-04")
    assert len(before := bands(history)) > 2
    history.desk.write("first.yml", OTHER.replace("0.7", "0.8"))
    history.commit("2025-03-20")
    assert len(middle := bands(history)) > len(before)
    (history.root / "own.yml").unlink()
    (history.root / "own.yml").symlink_to("second.yml")
    history.commit("2025-03-21")
    assert len(bands(history)) > len(middle)


@pytest.mark.parametrize("to", ["desk", "desk/deeper"])
def test_a_scale_that_changed_while_it_moved(history: History, to: str) -> None:
    """With the desk."""
    options(history, "scale: own.yml")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04")
    before = bands(history)
    moved = move(history, to)
    moved.desk.write("own.yml", OTHER)
    moved.at("2025-04-01", "add", "-A", ":/")
    moved.commit("2025-04-01")
    assert len(bands(moved)) == len(before) + 2


def test_a_scale_that_changed_while_the_settings_took_another_name(history: History) -> None:
    options(history, "scale: own.yml")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04")
    (history.root / "mkdocs.yml").rename(history.root / "site.yml")
    history.desk.write("own.yml", OTHER)
    history.commit("2025-03-20")
    said = run(history.desk, "audit", "--config", str(history.root / "site.yml")).output
    assert "the band of 'likely' was 50–100% and is 70–100%" in said
    assert "taken away" not in said


def test_a_scale_that_is_not_committed(history: History) -> None:
    """A build would take it, whether git follows its file or not."""
    options(history, "scale: own.yml")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04")
    history.desk.write("own.yml", OTHER)
    assert "the band of 'likely' was 50–100% and is 70–100%" in run(history.desk, "audit").output
    history.desk.write("own.yml", SCALE).write(".gitignore", "own.yml\n")
    history.git("rm", "-q", "--cached", "own.yml")
    history.commit("2025-03-20")
    assert "own.yml" in run(history.desk, "audit").output


def test_a_changed_band_is_not_vouched_for(history: History) -> None:
    """A page says nothing of a judgement whose word means something else by now."""
    plain = "  - {id: rain, text: It rains., likelihood: likely, by: 2025-12-31}\n"
    options(history, "audit: true, scale: own.yml")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04", rain=talks(plain, published="2025-03-04", more="summary: Rain.\n"))
    (history.root / "briefings/talks.md").unlink()
    page = history.root / "site/briefings/rain/index.html"
    said = run(history.desk, "build").output
    assert "nchanged since" in page.read_text("utf-8"), said
    history.desk.write("own.yml", OTHER)
    history.commit("2025-03-20")
    run(history.desk, "build")
    assert "nchanged since" not in page.read_text("utf-8")


@pytest.mark.parametrize("whole", [False, True])
def test_a_link_is_followed(history: History, whole: bool) -> None:
    """A briefing's file, or their folder, that leads to another place of the repository."""
    if whole:
        (history.root / "briefings").rename(history.root / "store")
        (history.root / "briefings").symlink_to("store")
    else:
        (history.root / "briefings/store").mkdir()
        (history.root / "briefings/talks.md").rename(history.root / "briefings/store/readme.md")
        (history.root / "briefings/talks.md").symlink_to("store/readme.md")
    file = "store/talks.md" if whole else "briefings/store/readme.md"
    history.commit("2025-03-10")
    assert history.kinds() == []
    history.desk.write(file, talks(ROUND + "    revisions: [{when: 2025-03-20, likelihood: unlikely}]\n"))
    history.commit("2025-03-20")
    assert history.kinds() == []
    history.desk.write(file, talks())
    history.commit("2025-04-20")
    assert history.kinds() == [("revision", "taken_away")]


def test_other_settings_pass_nothing_over(history: History) -> None:
    """A namesake in a folder that only they name is no part of the briefing."""
    text = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("other.yml", text.replace("timezone:", "folder: drafts, timezone:")).write("drafts/talks.md", "---\n[\n---\n")
    history.commit("2025-03-10")
    history.commit("2025-03-20", talks=talks(ROUND.replace("moderate", "low")))
    assert history.kinds() == [("confidence", "changed")]
    assert "other.yml" in run(history.desk, "audit").output


def test_settings_that_took_the_place_of_others(history: History) -> None:
    """Those that are gone were in force as long as they stood."""
    text = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("site.yml", text.replace("timezone:", "folder: texts, timezone:")).write(
        "texts/talks.md", talks(ROUND + "  - Rain.\n")
    )
    history.commit("2025-03-10")
    (history.root / "mkdocs.yml").unlink()
    (history.root / "briefings/talks.md").unlink()
    history.desk.write("texts/talks.md", talks(ROUND.replace("moderate", "low")))
    history.commit("2025-03-20")
    assert "the confidence was 'moderate' and is 'low'" in run(history.desk, "audit", "--config", str(history.root / "site.yml")).output


def test_a_decoy_that_stood_for_a_while_hides_nothing(history: History) -> None:
    """Of two files of settings, the one that came first was in force."""
    text = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("decoy.yml", text.replace("timezone:", "folder: nowhere, timezone:"))
    history.commit("2025-03-09")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.commit("2025-03-20", talks=talks())
    (history.root / "decoy.yml").unlink()
    history.commit("2025-03-21")
    assert history.kinds() == [("revision", "taken_away")]


@pytest.mark.parametrize("why", ["scale: !ENV [SCALE, icd203]", "scale: own.yml"])
def test_a_scale_that_no_history_shows_is_said(desk: Desk, why: str) -> None:
    """From the first commit on."""
    made = History.__new__(History)
    made.desk, made.root = desk, desk.root
    options(made, why)
    desk.write("own.yml", SCALE).write(".gitignore", "own.yml\n")
    History.__init__(made, desk)
    made.commit("2025-03-03", talks=talks())
    assert "how their bands were changed is not told" in run(desk, "audit").output


def test_a_briefing_that_git_follows_no_more_is_said(history: History) -> None:
    history.desk.write(".gitignore", "talks.md\n")
    history.git("rm", "-q", "--cached", "briefings/talks.md")
    history.commit("2025-03-20", other=talks(published="2025-03-20").replace("title: Talks", "title: News"))
    assert "briefings/talks.md is a file that git does not follow any more" in run(history.desk, "audit").output


def test_what_is_dated_long_ago_and_never_committed_is_told(history: History) -> None:
    """As it will be once it is."""
    history.desk.write("briefings/late.md", talks(published="2025-04-01").replace("title: Talks", "title: News"))
    assert [(one["briefing"], one["field"], one["commit"]) for one in history.findings()] == [("late", "briefing", "")]


def test_a_folder_that_the_environment_names_is_said(history: History) -> None:
    """No history shows which it was."""
    options(history, "folder: !ENV [FOLDER, briefings]")
    history.commit("2025-03-10")
    assert "The folder of briefings is what the environment says" in run(history.desk, "audit").output


def test_a_scale_that_changed_while_its_file_moved(history: History) -> None:
    """In one commit with the settings that name it."""
    options(history, "scale: own.yml")
    history.desk.write("own.yml", SCALE)
    history.commit("2025-03-04")
    before = bands(history)
    (history.root / "own.yml").unlink()
    text = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("bands/other.yml", OTHER).write("mkdocs.yml", text.replace("own.yml", "bands/other.yml"))
    history.commit("2025-03-20")
    assert len(bands(history)) == len(before) + 2
