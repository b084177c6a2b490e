"""Neo4j Browser as a person uses it, by Playwright: the editor, the guide beside it, dropped files."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from monazite.queries import CATEGORIES, Query

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from ..engines.server import Server

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
SIZE = {"width": 1400, "height": 900}
PATIENCE = 60_000
"""Milliseconds; the Browser looks for hosts outside before it connects."""

TO_THE_TOP = "frame => { for (let e = frame; e; e = e.parentElement) e.scrollTop = 0; }"
FRAME = "[data-testid=frame]"
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  for (const type of ["dragenter", "dragover", "drop"])
    document.querySelector(".filedrop").dispatchEvent(
      new DragEvent(type, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


@contextmanager
def open_browser(chromium: str, server: Server, theme: str) -> Iterator[Browsing]:
    """The Browser of ``server``, logged in; nothing but this machine is asked for anything."""
    from playwright.sync_api import sync_playwright

    where = urlsplit(server.uri).netloc
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = program.new_page(viewport=SIZE, color_scheme=theme)
        page.set_default_timeout(PATIENCE)
        page.route(re.compile(r"^https?://(?!localhost|127\.0\.0\.1)"), lambda route: route.abort())
        page.goto(f"{server.http}/browser/?dbms=bolt://{server.user}@{where}&db=neo4j")
        page.fill("input[type=password]", server.password)
        page.keyboard.press("Enter")
        page.wait_for_selector("text=You are connected as")
        yield Browsing(page, theme)
        program.close()


@dataclass(frozen=True)
class Answer:
    """What a frame shows: whether an error, how many rows came, how many nodes are drawn."""

    error: bool
    rows: int
    nodes: int


class Browsing:
    """A page of Neo4j Browser in a theme."""

    def __init__(self, page: Page, theme: str) -> None:
        self.page = page
        self.theme = theme

    def command(self, text: str) -> None:
        """Type into the editor and run."""
        self.page.click("[data-testid=activeEditor]")
        self.page.keyboard.insert_text(text)
        self.page.click("[data-testid=editor-Run]")

    def clear(self) -> None:
        """Close all frames."""
        self.command(":clear")
        self.page.wait_for_function(f"!document.querySelector('{FRAME}')")

    def set_up(self) -> None:
        """Click the three things that the first page of the guide begins with."""
        for link in ("style", "config", "param"):
            self.page.click(f"a[data-exec^={link}]")
        self.page.get_by_text("Successfully set your parameters").wait_for()

    def turn_to(self, category: str) -> None:
        """Turn the guide's pages to a category."""
        heading = self.page.locator("h3", has_text=f"{category}: ")
        self.page.click("[data-testid=pagination-1]")
        for _ in CATEGORIES:
            self.page.click("[data-testid=guideNextSlide]")
            if heading.is_visible():
                return
        raise AssertionError(f"the guide has no page {category}")

    def ask(self, query: Query) -> Answer:
        """Click the card of a query on its page of the guide, its parameters first, and run it."""
        self.turn_to(query.category)
        self.clear()
        card = self.page.locator(f"section#{query.name}")
        if query.params:
            card.locator("a[data-exec]").click()
            self.page.get_by_text("Successfully set your parameters").wait_for()
        card.locator("pre.runnable").click()
        self.page.click("[data-testid=editor-Run]")
        return self.answer(f"// {query.title}")

    def answer(self, beginning: str) -> Answer:
        """What the newest frame shows once it is there, its command begins so, and it is done."""
        frame = self.page.locator(FRAME).first
        frame.locator("[data-testid=frameCommand]", has_text=beginning).wait_for()
        frame.locator("[data-testid=rerunFrameButton]").wait_for()
        return self._answer(frame)

    def _answer(self, frame: Locator) -> Answer:
        if frame.get_by_text("ERROR", exact=True).count():
            return Answer(True, 0, 0)
        nodes = frame.locator("svg g.node").count()
        frame.locator("[data-testid=cypherFrameSidebarTable]").click()
        status = frame.locator("[data-testid=frameStatusbar]").inner_text()
        streamed = re.search(r"Started streaming (\d+) record", status)
        if nodes:
            frame.locator("[data-testid=cypherFrameSidebarVisualization]").click()
        return Answer(False, int(streamed[1]) if streamed else 0, nodes)

    def show_whole(self) -> None:
        """Make room for what is drawn in the newest frame, and draw it as large as it fits."""
        frame = self.page.locator(FRAME).first
        frame.get_by_title("Collapse the node properties display").click()
        frame.get_by_label("zoom-to-fit").click()

    def picture(self, file: Path) -> int:
        """Take a picture of the page once it stands still; returns its size in bytes."""
        notice = self.page.locator("span", has_text="To help make Neo4j Browser better")
        if notice.count():
            notice.locator("xpath=following-sibling::*").click()
        self.page.mouse.move(0, 0)
        self.page.locator(FRAME).first.evaluate(TO_THE_TOP)
        self.page.wait_for_timeout(2000)
        return len(self.page.screenshot(path=file))

    def folder(self, name: str) -> list[str]:
        """The titles of the favourites in a folder of the open drawer, which is opened."""
        self.page.click(f"[data-testid=expandFolder-{name}]")
        titles = self.page.locator(
            f"[data-testid=savedScriptsFolder-{name}] [data-testid^=scriptTitle-]"
        )
        titles.first.wait_for()
        return titles.all_inner_texts()

    def drop(self, file: Path) -> None:
        """Let a file fall onto the page."""
        content = base64.b64encode(file.read_bytes()).decode()
        self.page.evaluate(DROP, [file.name, content])
