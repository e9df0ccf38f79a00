"""Former addresses, robots.txt, and what holds for all exports together."""

from icalendar import Calendar

from tests.desks import CONFIG, Built, Desk


def test_a_former_address_leads_on(built: Built) -> None:
    """At once, by a relative address, with and without script, and search engines keep the new one alone."""
    for former in ("old-first", "older-first"):
        page = built.page(f"briefings/{former}")
        assert '<noscript><meta http-equiv="refresh" content="0; url=../first/"></noscript>' in page
        assert '<a href="../first/">First ]]&gt; &lt;script&gt;' in page
        assert '<link rel="canonical" href="https://desk.example/base/briefings/first/">' in page
        assert '<meta name="robots" content="noindex">' in page
    assert "old-first" not in (built.site / "sitemap.xml").read_text()


def test_a_former_address_may_not_take_the_place_of_a_page(desk: Desk) -> None:
    """All paths stand in one table."""
    built = desk.brief("a", "former_slugs: [page]\n").build()
    assert built.code == 1
    desk.write("content/briefings/old/index.md", "# Mine\n").brief("a", "former_slugs: [old]\n")
    assert "error[address-taken] /briefings/old/index.html is the address of a former address too" in desk.build().said


def test_robots_are_shown_the_way_unless_the_desk_has_its_own(desk: Desk, built: Built) -> None:
    """A robots.txt among the ordinary pages wins."""
    assert (built.site / "robots.txt").read_text().endswith("\nSitemap: https://desk.example/base/sitemap.xml\n")
    own = desk.write("content/robots.txt", "User-agent: *\nDisallow: /\n").brief("a").build("--strict")
    assert own.code == 0, own.said
    assert (own.site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"


def test_what_stays_at_the_desk_is_in_no_export(built: Built) -> None:
    """Notes, drafts, and what Markdown hides from readers."""
    everything = built.everything()
    assert [secret for secret in ("SECRETNOTE", "ZEBRA", "zebra") if secret in everything] == []
    assert not (built.site / "briefings/zebra").exists()


def test_the_same_moment_gives_the_same_bytes(laid: Desk, built: Built) -> None:
    """Every file of the site, twice."""
    assert laid.build(site="again").bytes() == built.bytes()


def test_exports_need_only_briefings(desk: Desk) -> None:
    """Without actor pages there are no feeds of actors, and their data has no address of a page."""
    desk.write("mkdocs.yml", CONFIG.replace("actors, timelines, outlook, exports", "exports").replace("{Actors: actors/index.md}, ", ""))
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text().replace(", {Timelines: timelines/index.md}", ""))
    built = desk.actor("norway").brief("a", "actors: [norway]\n").build("--strict")
    assert built.code == 0, built.said
    assert not (built.site / "actors").exists()
    assert '"url"' not in (built.site / "api/v1/actors/norway.json").read_text()


def test_no_machine_file_is_empty(desk: Desk) -> None:
    """Sitemaps name a page, calendars hold a component, and robots.txt names only what is there: their formats ask for it."""
    nothing = desk.build("--strict")
    assert nothing.code == 0, nothing.said
    assert not (nothing.site / "news-sitemap.xml").exists()
    assert "news-sitemap" not in (nothing.site / "robots.txt").read_text()
    assert [part.name for part in Calendar.from_ical((nothing.site / "calendar.ics").read_bytes()).subcomponents] == ["VTIMEZONE"]
    quiet = desk.brief("old").build()
    assert "<url><loc>https://desk.example/base/briefings/old/</loc></url>" in (quiet.site / "news-sitemap.xml").read_text()
    assert "news-sitemap.xml" in (quiet.site / "robots.txt").read_text()
    lost = desk.write("mkdocs.yml", CONFIG.replace("site_url: https://desk.example/base/\n", "")).build()
    assert not (lost.site / "sitemap.xml").exists()
    assert "Sitemap" not in (lost.site / "robots.txt").read_text()
