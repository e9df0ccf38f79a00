"""Pictures on pages: sizes, smaller copies, captions and credits, wherever they are shown."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.desks import Built, Desk
from tests.media import files

BODY = """\
![Front](front.jpg)
*The front on 3 March. Photo: J. Doe*

![Chart](chart.png "Losses. Source: the ministry")

![Bridge](front.jpg)\\
*A bridge: the last one.*

Before ![Small](small.png) after.

![No caption](small.png)

[![Linked](small.png)](second.md)
*© The Desk*
"""
PAGE = """\
# About

![Wide](img/wide.jpg)
*Our office. Світлина: О. Бондар*

![Narrow](img/wide.jpg){ width=300 } and ![Moving](img/a.gif)
"""


class _Images(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append({name: value or "" for name, value in attrs})


def images(html: str) -> dict[str, dict[str, str]]:
    """The attributes of each picture by its text."""
    parser = _Images()
    parser.feed(html)
    return {image["alt"]: image for image in parser.found}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with large and small pictures."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    noise = Image.effect_noise((2000, 1000), 90).convert("RGB")
    large = BytesIO()
    noise.save(large, "JPEG", quality=95, exif=files.exif(6), icc_profile=files.profile())
    assert len(large.getvalue()) > 1_000_000
    medium = BytesIO()
    noise.resize((800, 400)).save(medium, "PNG")
    desk.write("briefings/front.jpg", large.getvalue()).write("briefings/chart.png", medium.getvalue())
    desk.write("briefings/small.png", files.plain_png(30, 20)).write("content/img/wide.jpg", large.getvalue())
    desk.write("content/img/a.gif", files.gif(3)).write("content/about.md", PAGE)
    desk.write("content/img/unseen.jpg", large.getvalue())
    config = (desk.root / "mkdocs.yml").read_text() + "markdown_extensions: [attr_list]\n"
    desk.write("mkdocs.yml", config).brief("second", "image: {src: small.png, alt: S, credit: 'Photo: X'}\n")
    more = "image: {src: front.jpg, alt: Lead, caption: At dawn., credit: 'Photo: J. Doe'}\n"
    return desk.brief("one", more, BODY).build()


def test_every_picture_has_its_size_and_large_ones_have_copies(built: Built) -> None:
    """Of a photograph on its side, as it is seen; below the fold it is loaded late."""
    assert built.code == 0, built.said
    found = images(built.page("briefings/one"))
    lead, chart, small = found["Lead"], found["Chart"], found["Small"]
    assert (lead["width"], lead["height"], chart["width"], chart["height"]) == ("1000", "2000", "800", "400")
    assert re.findall(r"front\.jpg\.(\d+)\.webp (\d+)w", lead["srcset"]) == [("480", "480"), ("960", "960"), ("1000", "1000")]
    assert re.findall(r"(\d+)w", chart["srcset"]) == ["480", "800"]
    assert (small["width"], small["height"], small.get("srcset")) == ("30", "20", None)
    assert lead["src"].endswith("front.jpg.1000.webp")  # the file itself is too heavy
    assert chart["src"].endswith("chart.png")
    assert "loading" not in lead
    assert all(found[name]["loading"] == "lazy" for name in ("Front", "Chart", "Small"))
    assert all(image["decoding"] == "async" for image in found.values())


def test_copies_are_what_they_are_said_to_be(built: Built) -> None:
    """As wide as they say, the right side up, without notes, and lighter than the picture."""
    copies = sorted(built.site.rglob("*.webp"))
    assert {path.relative_to(built.site).as_posix() for path in copies} == {
        *(f"briefings/one/front.jpg.{width}.webp" for width in (480, 960, 1000)),
        *(f"briefings/one/chart.png.{width}.webp" for width in (480, 800)),
        *(f"img/wide.jpg.{width}.webp" for width in (480, 960, 1000)),
    }
    for path in copies:
        with Image.open(path) as image:
            assert image.width == int(path.name.split(".")[-2])
            assert (image.height > image.width) == ("chart" not in path.name)
            assert not image.getexif()
        assert files.M not in path.read_bytes()
        assert path.stat().st_size < path.with_name(".".join(path.name.split(".")[:2])).stat().st_size


def test_captions_and_credits(built: Built) -> None:
    """A line in emphasis directly below a picture, or a title; a picture within a sentence is none."""
    page = built.page("briefings/one")
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", page)
    assert captions == [
        '<span class="caption">At dawn.</span> <span class="credit">Photo: J. Doe</span>',
        '<span class="caption">The front on 3 March.</span> <span class="credit">Photo: J. Doe</span>',
        '<span class="caption">Losses.</span> <span class="credit">Source: the ministry</span>',
        '<span class="caption">A bridge: the last one.</span>',
        '<span class="credit">© The Desk</span>',
    ]
    assert 'title="' not in page.partition('class="prose')[2].partition("</article>")[0]
    assert "<p>Before <img" in page
    assert re.search(r'<figure><a href="[^"]*second/"><img [^>]*></a><figcaption>', page)
    assert '<span class="caption">Our office.</span> <span class="credit">Світлина: О. Бондар</span>' in built.page("about")
    twin = (built.site / "briefings/one/index.md").read_text()
    assert "*The front on 3 March. Photo: J. Doe*" in twin
    assert "*At dawn. Photo: J. Doe*" in twin


def test_ordinary_pages_have_them_too(built: Built) -> None:
    """The engine's Markdown gives sizes and copies; an editor's own width stays."""
    found = images(built.page("about"))
    wide, narrow, moving = found["Wide"], found["Narrow"], found["Moving"]
    assert (wide["width"], wide["height"]) == ("1000", "2000")
    assert wide["srcset"].startswith("../img/wide.jpg.480.webp 480w")
    assert (narrow["width"], narrow.get("height"), narrow["sizes"]) == ("300", None, "300px")
    assert (moving["width"], moving.get("srcset")) == ("64", None)
    assert ("loading" not in wide, narrow["loading"]) == (True, "lazy")


def test_feeds_and_machines_take_the_lighter_one(built: Built) -> None:
    """With its size."""
    feed = json.loads((built.site / "feed.json").read_text())
    entry = next(item for item in feed["items"] if item["url"].endswith("/one/"))
    assert entry["image"].endswith("front.jpg.1000.webp")
    lead = images(entry["content_html"])["Lead"]
    assert (lead["width"], lead["src"]) == ("1000", entry["image"])
    record = json.loads((built.site / "api/v1/briefings/one.json").read_text())
    assert (record["image"]["width"], record["image"]["height"], record["image"]["credit"]) == (1000, 2000, "Photo: J. Doe")


def test_copies_are_made_once(built: Built) -> None:
    """They come from the disk, where they are kept by what the picture holds."""
    root = built.site.parent
    kept = sorted((root / ".cache/spotbrief/pictures").glob("*.webp"))
    assert len(kept) == 5  # the same photograph stands in two places
    for path in kept:
        path.write_bytes(b"kept")
    again = Desk.__new__(Desk)
    again.root = root
    assert {p.read_bytes() for p in again.build(site="again").site.rglob("*.webp")} == {b"kept"}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_all_modes_have_copies(mode: str, desk: Desk, tmp_path: Path) -> None:
    """Whatever they are made of."""
    suffix = "jpg" if mode == "CMYK" else "png"
    image = Image.effect_noise((700, 700), 90)
    image = image.convert("I").point(lambda v: v * 256).convert("I;16") if mode == "I;16" else image.convert("RGB").convert(mode)
    image.save(tmp_path / f"briefings/a.{suffix}", icc_profile=None if mode in ("CMYK", "I;16") else files.profile())
    if (tmp_path / f"briefings/a.{suffix}").stat().st_size <= 60_000:
        pytest.skip("light enough")
    built = desk.brief("one", body=f"![A](a.{suffix})").build()
    assert built.code == 0, built.said
    with Image.open(built.site / f"briefings/one/a.{suffix}.700.webp") as copy:
        middle = copy.convert("L").resize((1, 1)).tobytes()[0]
        assert 100 < middle < 156  # as grey as the noise
