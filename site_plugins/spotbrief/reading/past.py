"""The history of a desk in git -> what its briefings said, commit by commit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.reading.git import Blobs, Commit, below, commits, committed, is_shallow
from spotbrief.reading.git_lines import in_time, lines
from spotbrief.reading.git_rewritten import rewritten
from spotbrief.reading.past_beside import told_beside
from spotbrief.reading.past_filters import filtered
from spotbrief.reading.past_names import called
from spotbrief.reading.past_scale import rescaled
from spotbrief.reading.past_settings import ENVIRONMENT, UNFOLLOWED, Layout, Settings, files_in_force, is_settings
from spotbrief.reading.past_shelf import State, of_files, shelve
from spotbrief.reading.past_texts import read_texts
from spotbrief.reading.past_tree import Tree
from spotbrief.reading.past_versions import Life, Past, Version
from spotbrief.reading.past_walk import id_of, walk

_YAML = (".yml", ".yaml")


@record
class Usual:
    """What the settings say today, which holds where the history knows none."""

    config: str = "mkdocs.yml"
    """Their file, relative to the desk."""
    folder: str = "briefings"
    languages: tuple[str, ...] = ()


def past(root: Path, usual: Usual, zone: ZoneInfo) -> Past:
    """The history up to HEAD of the briefings of the desk at *root*, in whatever place of the repository it stood. Raises NoHistory."""
    top, found = below(root), in_time({id: replace(one, when=one.when.astimezone(zone)) for id, one in commits(root).items()})
    every = lines(found)
    main = every[0].commits
    settings, known, tree = _settings(root, top, usual, found, main)
    steps = walk(every, settings, known, tree)
    texts = {text for line in steps for step in line for files in step.files.values() for text in files}
    shelves = shelve(every, steps, read_texts(root, texts, zone, top), usual.languages)
    bands, scale = rescaled(steps[0])
    filters = filtered(root, found.values(), (path for path, _ in texts), top)
    return Past(
        lives=tuple(Life(id=id, versions=row) for id, row in shelves.rows[0].items()),
        beside=tuple(told_beside(every, shelves.rows, found)),
        main=frozenset(commit.id for commit in main),
        rescaled=bands,
        called=called(root, top, main),
        scale=scale,
        commits=len(main),
        passed_over=shelves.passed_over,
        first=main[0].id if is_shallow(root) else "",
        remarks=(*_other_settings(settings, top), *_unknown_scale(scale), *rewritten(root), *filters),
    )


def _settings(
    root: Path, top: str, usual: Usual, found: Mapping[str, Commit], main: Sequence[Commit]
) -> tuple[Settings, frozenset[str], Tree]:
    """What reads the settings of each commit, the paths of all of them, and an empty tree."""
    changes = [change for commit in found.values() for change in commit.changes if change.blob]
    config = f"{top}{usual.config}"
    texts = Blobs(root, {one.blob for one in changes if one.is_link or one.path == config or one.path.endswith(_YAML)})
    blobs = {one.blob for one in changes if not one.is_link and (one.path == config or one.path.endswith(_YAML))}
    ours = frozenset(blob for blob in blobs if is_settings(texts.get(blob)))
    layout = Layout(root=top, folder=f"{top}{usual.folder}/", languages=usual.languages)
    settings = Settings(files_in_force(main, config, ours), layout)
    return settings, frozenset(one.path for one in changes if one.blob in ours), Tree(texts)


def _other_settings(settings: Settings, top: str) -> Iterator[str]:
    if settings.by_environment:
        yield "The folder of briefings is what the environment says: git cannot know from which one the site was published."
    for path in sorted(settings.others):
        yield (
            f"{path.removeprefix(top)} names another folder, scale or languages than the settings beside it: git cannot know by which of "
            "them the site was published, so name it with --config too."
        )


def _unknown_scale(scale: Scale | None) -> Iterator[str]:
    if scale in (ENVIRONMENT, UNFOLLOWED):
        yield f"Words of likelihood stand for {scale.name}: how their bands were changed is not told."


def changed_since(root: Path, start: str, paths: Iterable[str], zone: ZoneInfo) -> Past:
    """What the files at *paths* said at one commit; it stands for all that was before. Raises NoHistory."""
    named = {path: f"{start}:./{path}" for path in paths}
    read = read_texts(root, named.items(), zone)
    states: dict[str, list[State | None]] = defaultdict(list)
    for path, name in sorted(named.items()):
        states[id_of(path)].append(read[path, name])
    whole = committed(root, start)
    return Past(lives=tuple(_lives_at(states, start, whole.when)), called=called(root, below(root), [whole]), first=start)


def _lives_at(states: dict[str, list[State | None]], start: str, when: datetime) -> Iterator[Life]:
    for id, files in states.items():
        if isinstance(briefing := of_files(files), Briefing):
            yield Life(id=id, versions=(Version(commit=start, when=when, briefing=briefing),))
