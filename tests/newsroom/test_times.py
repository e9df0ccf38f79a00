"""The sample desk says of each time of day where it is that hour, on pages and in feeds, calendars and twins."""

import re

import pytest
from markupsafe import Markup

from tests.desks import Built, Desk
from tests.newsroom.test_engines import sample

HOUR = re.compile(r"(?<![\w:/.+-])\d\d:\d\d(?![\d:])(?! – \d\d:\d\d [A-Z])(.{0,6})", re.DOTALL)
READ = {".html", ".md", ".xml", ".txt", ".ics"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample desk, built once."""
    done = sample(Desk(tmp_path_factory.mktemp("desk"))).build("--strict")
    assert done.code == 0, done.said
    return done


def test_each_time_of_day_has_its_city(built: Built) -> None:
    """Or shares that of the end."""
    hours = []
    for path in (path for path in built.site.rglob("*") if path.suffix in READ or path.name == "feed.json"):
        text = Markup(re.sub(r"<(script|style).*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)).striptags()
        hours += [(path.relative_to(built.site).as_posix(), found[0]) for found in HOUR.finditer(text)]
    assert len(hours) > 40
    assert [found for found in hours if not re.match(r"\d\d:\d\d [A-Z]", found[1])] == []
