"""Where links lead: nowhere for what only a hidden text names, in whichever form; to the pages that the engine makes."""

import pytest

from tests.desks import Desk

SITE = "https://desk.example/base"
FORMS = {
    "relative": ("", "[x](../content/topics/hush.yml)"),
    "in full": ("", f"[x]({SITE}/topics/hush/)"),
    "bare": ("", f"See {SITE}/topics/hush/ for more."),
    "in a field": (f"bottom_line: See [x]({SITE}/topics/hush/).\n", "Text."),
    "of a source": (f"sources: [{{title: S, url: '{SITE}/topics/hush/'}}]\n", "Text."),
    "of an event": (f"public_event: {{title: E, starts: 2025-07-01, url: '{SITE}/topics/hush/'}}\n", "Text."),
    "by a former name": ("", f"[x]({SITE}/topics/quiet/)"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_only_a_hidden_text_links_to_is_not_published(desk: Desk, form: str, status: str) -> None:
    """Neither its page nor its name; a public text that links to it in the same form brings it to light."""
    more, body = FORMS[form]
    desk.write("content/topics/hush.yml", "name: HUSHTOPIC\nformer_slugs: [quiet]\n").brief("b", body="Public.")
    desk.brief("a", f"status: {status}\n{more}", body)
    site = desk.build()
    assert site.code == 0, site.said
    assert "HUSHTOPIC" not in site.everything()
    lit = desk.brief("a", more, body).build()
    assert "HUSHTOPIC" in lit.page("topics/hush")


def test_links_to_ordinary_pages_follow_their_names(desk: Desk) -> None:
    """A folder's page is its index or its README; a name that only ends like one is a name."""
    for page in ("reindex.md", "guide/README.md", "guide/index-of-names.md", "deep/index.md"):
        desk.write(f"content/{page}", "# Page\n")
    pages = ("reindex.md", "guide/README.md", "guide/index-of-names.md", "deep/index.md", "index.md")
    desk.brief("a", body=" ".join(f"[x](../content/{page})" for page in pages))
    page = desk.build("--strict").page("briefings/a")
    for address in ("reindex/", "guide/", "guide/index-of-names/", "deep/", ""):
        assert f'<a href="../../{address}">x</a>' in page
