"""Our own theme, others, and none: readers' pages are the same bytes under each."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from spotbrief.cli import main
from tests.desks import CONFIG, Built, Desk
from tests.newsroom.test_engines import sample

ORDINARY = {f"{language}{page}index.html" for language in ("", "uk/") for page in ("", "about/", "methodology/")}
NAMES_FILES = {"sitemap.xml.gz", ".build-record"}
"""One has the time of its making in it, the other what else the site holds."""
MATERIAL = "  name: material"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter with all that this one has, but without Material."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (into,) = folder.glob("lib/python*/site-packages")
    import mkdocs

    for path in Path(mkdocs.__file__).parents[1].iterdir():
        if not path.name.startswith(("material", "mkdocs_material")) and not (into / path.name).exists():
            (into / path.name).symlink_to(path)
    return folder / "bin/python"


def built_by(python: Path, desk: Desk, engine: str, site: str) -> Built:
    """What that interpreter builds of *desk*."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": str(int(desk.now.timestamp()))}
    command = [str(python), "-m", engine, "build", "--strict", "-f", str(desk.root / "mkdocs.yml"), "-d", str(desk.root / site)]
    done = subprocess.run(command, cwd=desk.root, env={**os.environ, **quiet}, capture_output=True, text=True, timeout=120)
    return Built(done.returncode, done.stdout + done.stderr, desk.root / site)


def test_readers_pages_need_no_material(desk: Desk, bare: Path) -> None:
    """The sample without it, under both engines: only ordinary pages differ from those with it."""
    assert subprocess.run([bare, "-c", "import material"], capture_output=True, check=False).returncode
    with_it = sample(desk).build("--strict").bytes()
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", config.replace(MATERIAL, "  name: spotbrief"))
    for engine in ("mkdocs", "properdocs"):
        built = built_by(bare, desk, engine, engine)
        assert built.code == 0, built.said
        without = built.bytes()
        of_theme = {path for path in with_it if path.startswith(("assets/stylesheets/", "assets/javascripts/"))}
        ours = with_it.keys() - ORDINARY - of_theme - NAMES_FILES
        assert "404.html" in ours
        assert ours == without.keys() - ORDINARY - NAMES_FILES
        generator = f"{engine}-".encode()
        differing = [path for path in ours if with_it[path] != without[path] and generator not in without[path]]
        assert differing == []


def test_material_that_is_missing_is_one_sentence(desk: Desk, bare: Path) -> None:
    """With what to type, from our commands; the engine itself names the themes that there are."""
    said = """the theme 'material' is not installed: pip install "spotbrief[material]", or write the name spotbrief"""
    for command in ("check", "build", "serve"):
        done = subprocess.run([bare, "-m", "spotbrief", command], cwd=desk.root, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert said in done.stdout + done.stderr
        assert "mkdocs.yml:4:9:" in done.stdout + done.stderr
    built = built_by(bare, desk, "mkdocs", "site")
    assert "The available installed themes are: " in built.said
    assert "Traceback" not in built.said


@pytest.mark.parametrize(
    "theme", ["spotbrief", "mkdocs", "readthedocs", "{name: null, custom_dir: templates}", "{name: null, custom_dir: x}"]
)
def test_every_theme_gives_ordinary_pages_of_ours(theme: str, desk: Desk) -> None:
    """With our styles for what Markdown makes, a page for dead addresses, and nothing of the theme's."""
    desk.write("mkdocs.yml", CONFIG.replace("{name: material, font: false}", theme) + "markdown_extensions: [admonition]\n")
    desk.write("content/a.md", "# A\n\n!!! note\n    Mind.\n").write("content/b.md", "No heading.\n").brief("x")
    (desk.root / "templates").mkdir()
    (desk.root / "x").mkdir()
    built = desk.build("--strict")
    assert built.code == 0, built.said
    assert 'href="../assets/ordinary.' in built.page("a")
    assert "ordinary." not in built.page("b")
    assert "<h1>B</h1>" in built.page("b")
    assert "It may have been mistyped" in (built.site / "404.html").read_text("utf-8")
    folders = {path.split("/")[1] for path in built.bytes() if path.startswith("assets/") and path.count("/") > 1}
    assert folders == {"fonts", "icons"}


def test_materials_files_are_in_a_site_that_loads_them(desk: Desk) -> None:
    """And only its styles and its script; a file that the desk names stays too."""
    desk.write("mkdocs.yml", CONFIG + "markdown_extensions: [admonition]\n").brief("x")
    desk.write("content/a.md", "# A\n\nText.\n")
    plain = desk.build("--strict").bytes()
    assert not [path for path in plain if path.startswith(("assets/stylesheets", "assets/javascripts", "assets/images"))]
    desk.write("content/a.md", "# A\n\n!!! note\n    Mind.\n")
    desk.write("templates/main.html", '{% extends "base.html" %}{% block hero %}<img src="assets/images/favicon.png" alt="">{% endblock %}')
    full = sorted(path for path in desk.build("--strict").bytes() if path not in plain)
    assert [path.split(".")[0] for path in full] == ["assets/images/favicon", "assets/javascripts/bundle", "assets/stylesheets/main"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{% extends "base.html" %}\n{% include "partials/nav.html" %}',
            "main.html:2: neither the desk nor its theme has a template 'partials/nav",
        ),
        ("{% block x %}\n{% if %}", "main.html:2: this template cannot be read: "),
    ],
)
def test_a_template_that_cannot_work_is_one_sentence(text: str, said: str, desk: Desk) -> None:
    """Not a traceback of the engine's."""
    built = desk.write("mkdocs.yml", CONFIG.replace("name: material", "name: spotbrief")).write("templates/main.html", text).build()
    assert built.code != 0
    assert said in built.said
    assert "Traceback" not in built.said


def test_a_new_desk_has_our_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It builds without a word, and needs nothing else."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", "desk", "Gulf Desk"])
    assert done.exit_code == 0, done.output
    assert "name: spotbrief" in Path("mkdocs.yml").read_text("utf-8")
    assert shutil.which("git")
