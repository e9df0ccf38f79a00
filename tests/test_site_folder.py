"""The folder that readers are served from: nothing but a whole new site ever takes the place of the last one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from spotbrief.exports.folder.exchange import put
from spotbrief.exports.folder.ours import record
from spotbrief.exports.folder.refusal import refusal
from spotbrief.exports.folder.staging import Staging
from tests.desks import NOW, Built, Desk

REFUSED: dict[str, tuple[str, Callable[["_Desk"], object], str]] = {
    "the briefings": ("briefings", lambda d: None, "that is briefings/"),
    "in the briefings": ("briefings/site", lambda d: None, "that lies in briefings/"),
    "by another way": ("content/../briefings/", lambda d: None, "that is briefings/"),
    "by a link": ("public", lambda d: (d.root / "public").symlink_to("briefings"), "that is briefings/"),
    "through a link": ("b/site", lambda d: (d.root / "b").symlink_to("briefings"), "that lies in briefings/"),
    "in another case": ("Briefings/site", lambda d: None, "that lies in briefings/"),
    "templates": ("templates", lambda d: d.write("templates/a.html", ""), "that is templates/"),
    "git": (".git/site", lambda d: d.write(".git/HEAD", ""), "that lies in .git/"),
    "workflows": (".github", lambda d: d.write(".github/a.yml", ""), "that is .github/"),
    "around the folder": ("all", lambda d: d.write("mkdocs.yml", d.config("all/briefings")), "that holds all/briefings/"),
    "custom_dir": ("look", lambda d: d.write("look/a.html", "").write("mkdocs.yml", d.config(custom_dir="look")), "that is look/"),
    "what builds keep": (".cache", lambda d: d, "that is .cache/"),
    "what builds put beside": (".site.building", lambda d: d, "that is .site.building/"),
    "a file": ("site", lambda d: d.write("site", "x"), "there is a file of that name"),
    "notes": ("notes", lambda d: d.write("notes/private.txt", "x"), "such as 'private.txt'"),
    "hidden notes": ("notes", lambda d: d.write("notes/.private", "x"), "such as '.private'"),
}


class _Desk(Desk):
    """One whose settings can be pointed elsewhere."""

    def config(self, folder: str = "briefings", custom_dir: str = "") -> str:
        """Settings with another folder of briefings, or with templates of the desk's own."""
        (self.root / folder).mkdir(parents=True, exist_ok=True)
        theme = f"theme: {{name: material, font: false, custom_dir: {custom_dir}}}" if custom_dir else "theme: {name: material}"
        return f"site_name: T\nsite_url: https://d.example/\ndocs_dir: content\n{theme}\nplugins: [{{briefings: {{folder: {folder}}}}}]\n"


def _files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file() and ".cache" not in p.parts}


def test_a_mounted_folder_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No system lets a folder that is mounted change places with another one; one inside it may."""
    site, mounts = tmp_path / "the site", tmp_path / "mountinfo"
    mounts.write_text(f"36 35 98:0 /volumes/1 {tmp_path}/the\\040site rw,noatime - ext4 /dev/root rw\n")
    monkeypatch.setattr("spotbrief.exports.folder.places.MOUNTS", mounts)
    said = f"the site cannot be written to {site}: a mounted folder cannot be exchanged; name one in it, such as {site}/site"
    assert refusal(site, tmp_path, ["briefings"], "content") == said
    assert refusal(site / "site", tmp_path, ["briefings"], "content") is None
    assert refusal(tmp_path / "site", tmp_path, ["briefings"], "content") is None
    monkeypatch.setattr("spotbrief.exports.folder.places.MOUNTS", tmp_path / "none")
    assert refusal(site, tmp_path, ["briefings"], "content") is None
    assert "mounted" in str(refusal(Path("/proc"), tmp_path, ["briefings"], "content"))


@pytest.mark.parametrize("case", REFUSED)
def test_no_folder_of_the_desk_is_written_over(case: str, tmp_path: Path) -> None:
    """It is refused in one sentence, and nothing has changed."""
    site, lay, said = REFUSED[case]
    desk = _Desk(tmp_path)
    desk.brief("a")
    lay(desk)
    before = _files(tmp_path)
    built = desk.build(site=site)
    assert built.code == 1
    assert said in built.said
    assert built.said.count("Nothing was built") == 1
    assert "Traceback" not in built.said
    assert _files(tmp_path) == before


def test_a_build_deletes_only_what_a_build_wrote(tmp_path: Path) -> None:
    """What somebody put among it is named; what an earlier build wrote goes; what systems leave is nobody's."""
    desk = Desk(tmp_path).brief("a").brief("b")
    assert desk.build().code == 0
    (tmp_path / "site/.DS_Store").write_bytes(b"x")
    (tmp_path / "briefings/b.md").unlink()
    built = desk.build()
    assert built.code == 0
    assert not (built.site / "briefings/b").exists()
    (built.site / "CNAME").write_text("desk.example")
    refused = desk.build()
    assert refused.code == 1
    assert "site/ holds 'CNAME', which no build wrote: move it to content/" in refused.said
    assert (built.site / "CNAME").read_text() == "desk.example"


def test_a_site_of_the_engine_alone_is_not_taken_for_ours(tmp_path: Path) -> None:
    """It is said what to delete."""
    desk = Desk(tmp_path).brief("a").write("site/index.html", "old").write("site/about/index.html", "old")
    refused = desk.build()
    assert refused.code == 1
    assert "site/ holds 2 files that no build of this version wrote, such as 'about/index.html': delete the folder" in refused.said


@pytest.mark.parametrize("options", [("--strict",), ()])
def test_a_build_that_fails_leaves_the_last_site(options: tuple[str, ...], tmp_path: Path) -> None:
    """Also one that fails at the very end, by the engine's count of warnings."""
    desk = Desk(tmp_path).brief("a")
    before = desk.build().bytes()
    desk.brief("b", more="topics: [nope]\n") if not options else desk.write("content/about.md", "[x](nope.md)")
    failed = desk.build(*options)
    assert failed.code == 1
    assert failed.bytes() == before
    assert not list(tmp_path.glob(".site*"))


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is exchanged."""
    (tmp_path / "desk").mkdir()
    desk = Desk(tmp_path / "desk").brief("a")
    (tmp_path / "public").mkdir()
    (tmp_path / "desk/site").symlink_to("../public")
    assert desk.build().code == 0
    assert (tmp_path / "desk/site").is_symlink()
    assert (tmp_path / "public/index.html").is_file()


def test_without_an_exchange_in_one_step_there_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every file system can."""
    monkeypatch.setattr("spotbrief.exports.folder.exchange._exchanged", lambda one, other: False)
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text(name)
    put(tmp_path / "new", tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "site/a").read_text() == "new"
    assert (tmp_path / "old/a").read_text() == "site"


def test_what_a_kill_between_two_steps_left_is_put_right(tmp_path: Path) -> None:
    """The next build begins with the site that readers had, even if it fails."""
    desk = Desk(tmp_path).brief("a")
    before = desk.build().bytes()
    (tmp_path / ".site.building").mkdir()
    (tmp_path / "site").rename(tmp_path / ".site.building/old")
    failed = desk.brief("b", more="topics: [nope]\n").build()
    assert failed.code == 1
    assert failed.bytes() == before
    assert not (tmp_path / ".site.building").exists()


def _start(desk: Desk, *command: str) -> "subprocess.Popen[str]":
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    return subprocess.Popen(
        [sys.executable, "-m", *command, "build"],
        cwd=desk.root,
        env={**os.environ, **quiet, "TMPDIR": str(desk.root.parent / "tmp")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _working_in(root: Path) -> list[str]:
    """Processes that have *root* as their folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if Path(os.readlink(process / "cwd")) == root:
                found.append((process / "cmdline").read_text())
        except OSError:
            continue
    return found


@pytest.mark.parametrize("command", ["mkdocs", "spotbrief"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_killed_leaves_the_last_site(command: str, number: signal.Signals, tmp_path: Path) -> None:
    """At any moment: readers have the old site or the new one, nobody goes on writing, and the next build finds nothing in its way."""
    (tmp_path / "tmp").mkdir()
    (tmp_path / "desk").mkdir()
    desk = Desk(tmp_path / "desk")
    for n in range(170):
        desk.brief(f"b{n}")
    old = desk.build().bytes()
    desk.brief("b0", title="Another title")
    chance = random.Random(int(number))
    whole = []
    for _ in range(3):
        process = _start(desk, command)
        time.sleep(0.4 + chance.random() * 2.2)
        process.send_signal(number)
        said = process.communicate(timeout=60)[0]
        assert "Traceback" not in said or "import" in said  # Python itself says so of what is hit while it starts
        time.sleep(0.3)
        deadline = time.monotonic() + 10
        while (_working_in(desk.root) or any(desk.root.glob(".site*"))) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not _working_in(desk.root)
        whole.append(Built(0, "", desk.root / "site").bytes())
        assert not list((tmp_path / "tmp").iterdir())
        assert not list(desk.root.glob(".site*"))
    new = desk.build()
    assert new.code == 0
    assert all(site in (old, new.bytes()) for site in whole)
    assert not list(desk.root.glob(".site*"))


def test_a_second_build_says_that_there_is_one(tmp_path: Path) -> None:
    """Two of them would undo each other's work."""
    (tmp_path / ".site.building").mkdir()
    desk = Desk(tmp_path).brief("a")
    hold = "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); print(1, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / ".site.building/lock")], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        built = desk.build()
        other.kill()
    assert built.code == 1
    assert "another build writes" in built.said
    assert (tmp_path / ".site.building/lock").exists()


def test_what_a_kill_leaves_of_a_site_is_never_cleared_away_unseen(tmp_path: Path) -> None:
    """Where a build is cut off with the last site aside, the next one looks for what is nobody's build's."""
    old, aside = tmp_path / "site", tmp_path / ".site.building" / "old"
    for folder, text in ((aside, "old"), (old, "new")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text)
        record(folder)
    (aside / "CNAME").write_text("desk.example")
    begin = "import os, sys; from pathlib import Path; from spotbrief.exports.folder.staging import Staging"
    begin += "; Staging(Path(sys.argv[1])).begin(); os._exit(9)"
    subprocess.run([sys.executable, "-c", begin, str(old)], check=False)
    assert (old / "CNAME").read_text() == "desk.example"
    assert (old / "index.html").read_text() == "new"
    end = time.monotonic() + 10
    while (tmp_path / ".site.building").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_what_is_put_into_the_site_while_a_build_runs_stays(tmp_path: Path) -> None:
    """A build deletes only what an earlier build wrote."""
    old, new = tmp_path / "site", tmp_path / ".site.building" / "new"
    old.mkdir()
    (old / "index.html").write_text("old")
    record(old)
    staging = Staging(old)
    staging.begin()
    (new / "index.html").write_text("new")
    (old / "CNAME").write_text("desk.example")
    (old / "deep").mkdir()
    (old / "deep/notes.txt").write_text("mine")
    staging.publish()
    staging.leave()
    assert (old / "index.html").read_text() == "new"
    assert ((old / "CNAME").read_text(), (old / "deep/notes.txt").read_text()) == ("desk.example", "mine")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
