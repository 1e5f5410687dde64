"""The documentation as a site: whole, in two languages, found in Chinese, and loading nothing from elsewhere."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os.path import normpath
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = "NOT TRIED AS A SITE: it needs the repository, the extra site, and Chromium with its driver"
webdriver = pytest.importorskip("selenium.webdriver", reason=NEEDED)
fcntl = pytest.importorskip("fcntl", reason=NEEDED)
wait = pytest.importorskip("selenium.webdriver.support.wait", reason=NEEDED)
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(DRIVER is None or not (ROOT / ".ci" / "site").exists(), reason=NEEDED)

PAGES = sorted(page.relative_to(ROOT / "docs").with_suffix(".html") for page in (ROOT / "docs").rglob("*.md"))
WORDS = {
    "虚拟号码": "zh/reference/rules.html#phone-2--虚拟号码",
    "归属地": "zh/reference/rules.html#chat-1--在线沟通",
    "同集团": "zh/reference/rules.html#block-2--屏蔽的范围",
    "监护人": "zh/reference/rules.html#gate-3--未成年人保护",
    "noninterference": "reference/rules.html#law-1--互不干扰--noninterference",
}
"""What is searched for, from the middle of a Chinese sentence too, and a piece that has to be found."""

RESULTS = """
const all = root => [...root.querySelectorAll("*")].flatMap(e => e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e]);
return all(document).filter(e => e.matches("a[href*='?h=']")).map(e => e.href.slice(document.baseURI.search("zh/")));
"""
"""Where the results of the search lead, from the root of the site; they stand in a tree of their own."""


class Page(HTMLParser):
    """What one page of the site is named by, leads to, loads and says of itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.allowed = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what the attributes of a tag say."""
        of = {name: value or "" for name, value in attrs}
        self.anchors.add(of.get("id", ""))
        if tag == "html":
            self.language = of["lang"]
        elif tag == "a" and "href" in of:
            self.links.append(of["href"])
        elif tag == "meta" and of.get("http-equiv") == "Content-Security-Policy":
            self.allowed = of["content"]
        elif tag == "link":
            self.loaded.append(of["href"])
        if "src" in of:
            self.loaded.append(of["src"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built anew, in a folder of its own: another process may build it next."""
    copy = tmp_path_factory.mktemp("documentation") / "site"
    with (ROOT / ".ci" / "zensical.toml").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        built = subprocess.run(
            [ROOT / ".ci/site", sys.executable], capture_output=True, text=True, check=False
        )
        assert built.returncode == 0, built.stdout + built.stderr
        shutil.copytree(ROOT / ".ci" / "made" / "site", copy)
    return copy


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """The pages of the site by their paths."""
    return {
        page.relative_to(site): Page(page.read_text(encoding="utf-8"))
        for page in site.rglob("*.html")
        if page.name != "404.html" and not page.name.startswith("book.")
    }


class Quiet(SimpleHTTPRequestHandler):
    """A server that writes of what it is asked for only what is not there."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Write nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium that logs what it loads and what goes wrong."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


def test_every_page_is_in_the_site(pages: dict[Path, Page]) -> None:
    """The site has every page of the documentation and no other, and says which of them are in Chinese."""
    assert sorted(pages) == PAGES
    assert {page for page, said in pages.items() if said.language == "zh"} == {
        page for page in PAGES if page.parts[0] == "zh"
    }
    assert {said.language for said in pages.values()} == {"en", "zh"}


def test_links_lead_somewhere_in_the_site(pages: dict[Path, Page]) -> None:
    """Every link of the site leads to a page of it, and to a heading of that page where it names one."""
    for page, said in pages.items():
        for link in said.links:
            to = urlsplit(link)
            if not to.scheme:
                led_to = Path(normpath(page.parent / unquote(to.path))) if to.path else page
                assert led_to in pages, f"{page}: {link}"
                assert not to.fragment or unquote(to.fragment) in pages[led_to].anchors, f"{page}: {link}"


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    """No page names a font, script or style of another host, and each forbids the browser to load any."""
    for page, said in pages.items():
        assert [address for address in said.loaded if urlsplit(address).netloc] == [], page
        assert said.allowed == "default-src 'self' 'unsafe-inline' data:", page
    styles = "".join(style.read_text(encoding="utf-8") for style in site.rglob("*.css"))
    assert re.findall(r"""(?:url\(|@import\s*)["']?(?:https?:)?//""", styles) == []


@pytest.mark.parametrize(
    "page", ["index.html", "zh/index.html", "zh/reference/readings.html", "reference/json.html"]
)
def test_a_page_opens_without_an_error(page: str, address: str, browser: Any) -> None:
    """A page opens with nothing on the browser's console, and the browser asks nobody but the site."""
    browser.get(address + page)
    asked = [
        message["params"]["request"]["url"]
        for entry in browser.get_log("performance")
        if (message := json.loads(entry["message"])["message"])["method"] == "Network.requestWillBeSent"
    ]
    assert address + page in asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found(word: str, address: str, browser: Any) -> None:
    """The search finds a word, Chinese or English, wherever it stands in a sentence, and leads to the piece that has it."""
    browser.get(address + "zh/index.html")
    browser.find_element("css selector", ".md-search__button").click()
    browser.switch_to.active_element.send_keys(word)

    def found(_: Any) -> bool:
        return WORDS[word] in {
            unquote(re.sub(r"\?[^#]*", "", link)) for link in browser.execute_script(RESULTS)
        }

    wait.WebDriverWait(browser, 10).until(found, f"{word} is not found")
