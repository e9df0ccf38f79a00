"""What becomes of a saved link to a former address."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desks import Desk
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize(("scripts", "rest"), [(True, "?utm=1&q=%D0%BC#judgement:j1"), (False, "")])
def test_a_former_address_carries_the_rest_of_the_link(browser: Browser, tmp_path: Path, scripts: bool, rest: str) -> None:
    """Query and fragment lead to the same place of the new page; without JavaScript it is the top."""
    expected = "what_to_expect: [{id: j1, text: Rain, likelihood: likely, by: 2025-09}]\n"
    built = Desk(tmp_path).brief("new", f"former_slugs: [старий]\n{expected}").build(site="root/base")
    assert built.code == 0, built.said
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    with served(tmp_path / "root") as root:
        page.goto(f"{root}base/briefings/старий/?utm=1&q=%D0%BC#judgement:j1")
        expect(page).to_have_url(f"{root}base/briefings/new/{rest}")
        assert not scripts or page.evaluate("document.querySelector(':target').id") == "judgement:j1"
    context.close()
