"""Neo4j Browser itself in both themes: the guide, the style and the favourites, used by clicks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from monazite.queries import CATEGORIES, Query, catalogue
from monazite.schema.palette import palette

from .browsing import FRAME, Browsing
from .test_favourites import DRAWN, NOTHING

OF_TODAY = {"ending-soon", "recently-stated"}
"""What has rows only near the days of the example articles."""

SMALL = 300_000
"""Bytes."""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: MONAZITE_BROWSER_PICTURES (docs/, to take those of the manual anew)."""
    return Path(os.environ.get("MONAZITE_BROWSER_PICTURES", tmp_path))


@pytest.mark.parametrize("browser", ["light"], indirect=True)
@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_each_query_of_the_guide_is_answered(browser: Browsing, query: Query) -> None:
    answer = browser.ask(query)
    assert not answer.error
    assert query.name in OF_TODAY or bool(answer.rows) == (query.name not in NOTHING)
    assert bool(answer.nodes) == (query.name in DRAWN)


def test_what_is_drawn_has_our_colours(browser: Browsing, pictures: Path) -> None:
    assert not browser.ask(catalogue()["dependency-paths"]).error
    fills = browser.page.eval_on_selector_all(
        "svg g.node circle", "circles => circles.map(circle => circle.getAttribute('fill'))"
    )
    drawn = ("Country", "Element", "Material", "Product")
    assert {palette().nodes[label].colour for label in drawn} <= {*fills}
    browser.show_whole()
    assert 0 < browser.picture(pictures / f"browser-paths-{browser.theme}.png") < SMALL


def test_a_dropped_archive_gives_favourites_that_run_by_one_click(
    browser: Browsing, assets: Path, pictures: Path
) -> None:
    browser.ask(catalogue()["shares"])
    browser.drop(assets / "favourites.zip")
    browser.page.click("[data-testid=navigationFavorites]")
    browser.page.get_by_text("Parameters of all queries").wait_for()
    for category in reversed(CATEGORIES):
        titles = [q.title for q in catalogue().values() if q.category == category]
        assert browser.folder(category) == sorted(titles)
    assert 0 < browser.picture(pictures / "browser-favourites.png") < SMALL
    browser.clear()
    title = catalogue()["measure-history"].title
    item = browser.page.locator("[data-testid=savedScriptListItem]", has_text=title)
    item.locator("[data-testid=savedScriptsButton-Run]").click()
    answer = browser.answer(f"// {title}")
    assert (answer.error, bool(answer.rows)) == (False, True)


def test_a_dropped_style_is_applied(browser: Browsing, assets: Path) -> None:
    browser.clear()
    browser.command(":style reset")
    browser.page.get_by_text("No styles yet").wait_for()
    browser.drop(assets / "monazite.grass")
    colour = palette().nodes["Country"].colour
    browser.page.locator(FRAME, has_text=f"color: {colour}").wait_for()
