"""The extension of VS Code: what is in it, and that its snippets are right."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import spotbrief
from tests.desks import Desk
from tests.language_server.vsix import pack

SOURCE = Path(__file__).parents[2] / "editors" / "vscode"
SAID: dict[str, Any] = json.loads((SOURCE / "package.json").read_text("utf-8"))
SCRIPT = (SOURCE / "extension.js").read_text("utf-8")
_CHOICE, _NAMED, _BARE = re.compile(r"\$\{\d+\|([^,|]+)[^|]*\|\}"), re.compile(r"\$\{\d+:([^{}]*)\}"), re.compile(r"\$\{?\d+\}?")
_TODAY = {"${CURRENT_YEAR}": "2025", "${CURRENT_MONTH}": "05", "${CURRENT_DATE}": "31"}


def test_it_is_packed_with_what_it_needs(tmp_path: Path) -> None:
    """In the form that `code --install-extension` takes; twice the same bytes."""
    folder = tmp_path / "extension"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules" / "vscode-languageclient").mkdir(parents=True)
    (folder / "node_modules" / "vscode-languageclient" / "node.js").write_text("")
    pack(folder, tmp_path / "a.vsix")
    pack(folder, tmp_path / "b.vsix")
    assert (tmp_path / "a.vsix").read_bytes() == (tmp_path / "b.vsix").read_bytes()
    with ZipFile(tmp_path / "a.vsix") as archive:
        names = set(archive.namelist())
        manifest = ElementTree.fromstring(archive.read("extension.vsixmanifest"))
        kinds = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        assert json.loads(archive.read("extension/package.json")) == SAID
    assert f"extension/{SAID['main'].removeprefix('./')}" in names
    assert {f"extension/{one['path'].removeprefix('./')}" for one in SAID["contributes"]["snippets"]} <= names
    assert {asset.attrib["Path"] for asset in manifest.iter() if asset.tag.endswith("Asset")} <= names
    (identity,) = (one for one in manifest.iter() if one.tag.endswith("Identity"))
    assert identity.attrib["Version"] == SAID["version"] == spotbrief.__version__
    told = {one.attrib["Extension"] for one in kinds}
    assert {name.rpartition(".")[2] for name in names if "." in name.rpartition("/")[2]} - {"xml"} <= told


def test_it_does_what_it_says() -> None:
    """Each command is there, each setting is read, and what is loaded is VS Code's own or a dependency."""
    commands = {one["command"] for one in SAID["contributes"]["commands"]}
    assert set(re.findall(r'registerCommand\("([^"]+)"', SCRIPT)) == commands
    settings = {name.removeprefix("spotbrief.") for name in SAID["contributes"]["configuration"]["properties"]}
    assert set(re.findall(r'getConfiguration\("spotbrief"\)\.get\("(\w+)"\)', SCRIPT)) == settings
    loaded = set(re.findall(r'require\("([^"/]+)', SCRIPT))
    assert loaded - {"fs", "path", "vscode"} == set(SAID["dependencies"])


def test_snippets_are_right(desk: Desk) -> None:
    """What they write, as it is offered, is a briefing without errors."""
    fields = json.loads((SOURCE / "snippets/fields.json").read_text("utf-8"))
    parts = {"takeaway": "key_takeaways", "judgement": "what_to_expect", "event": "timeline", "source": "sources"}
    parts |= {"statement": "statements", "correction": "corrections"}
    assert {one["prefix"] for one in fields.values()} == parts.keys()
    desk.actor("actor").write("content/issues.yml", "issue: {title: Issue}\n")
    more = "".join(f"{parts[one['prefix']]}:\n{_written(one)}\n" for one in fields.values())
    desk.brief("a", more)
    (whole,) = json.loads((SOURCE / "snippets/briefing.json").read_text("utf-8")).values()
    desk.write("briefings/b.md", _written(whole) + "\n")
    assert [str(one) for one in desk.examine().problems if one.severity == "error"] == []


def _written(snippet: dict[str, Any]) -> str:
    """The text of a snippet, as somebody leaves it who changes nothing."""
    text = "\n".join(snippet["body"])
    for name, value in _TODAY.items():
        text = text.replace(name, value)
    return _BARE.sub("", _NAMED.sub(r"\1", _CHOICE.sub(r"\1", text)))
