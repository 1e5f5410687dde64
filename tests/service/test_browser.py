"""The example service's pages in a real Chromium: each flow, by mouse and by keys, with a script and without.

With `SCREENSHOTS` set to a folder, pictures of the pages are kept there.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from typing import Any

import attrs
import pytest
import uvicorn
from world import ENGINEER, World, world_of

from service.app import app_of

NEEDED = "NOT TRIED IN A BROWSER: it needs the extra site, and Chromium with its driver"
webdriver = pytest.importorskip("selenium.webdriver", reason=NEEDED)
ui = pytest.importorskip("selenium.webdriver.support.ui", reason=NEEDED)
conditions = pytest.importorskip("selenium.webdriver.support.expected_conditions", reason=NEEDED)
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason=NEEDED)
Keys = webdriver.Keys
GONE = pytest.importorskip("selenium.common.exceptions", reason=NEEDED).WebDriverException
AXE = Path(__file__).parent / "axe" / "axe.min.js"
SCREENSHOTS = os.environ.get("SCREENSHOTS")

RESUME = [f"/resumes/{ENGINEER}", f"/resumes/{ENGINEER}/chat"]
PAGES = {
    "wang": ["/", "/search", "/search?q=架构师", "/search?q=!!", "/inbox", "/exports", "/none", *RESUME],
    "ouyang": ["/", "/me", "/me/others", "/me/settings", "/me/viewers", "/me/grants", "/me/copy"],
    "staff": ["/inbox"],
}


PICTURES = {"/me/others": "four-viewers", "/search?q=架构师": "search"}
"""Of which a picture is kept in both languages."""


@attrs.frozen
class Window:
    """A window of Chromium, and the address of the service."""

    driver: Any
    address: str

    def open(self, path: str) -> None:
        """Go to a page."""
        self.driver.get(self.address + path)

    def find(self, selector: str) -> Any:
        """The first element that a selector of CSS finds."""
        return self.driver.find_element("css selector", selector)

    def text(self, selector: str = "main") -> str:
        """What is to be read there."""
        return str(self.find(selector).text)

    def until(self, selector: str, words: str) -> None:
        """Wait until the words are to be read there, on the page that is there by then."""
        waiting = ui.WebDriverWait(self.driver, 20, 0.05, ignored_exceptions=[GONE])
        waiting.until(lambda _: words in self.text(selector))

    def sign_in(self, account: str) -> None:
        """Choose an account on the first page."""
        self.open("/")
        button = f"//input[@name='account'][@value='{account}'][not(../input[@name='role'])]/../button"
        chosen = self.driver.find_element("xpath", button)
        chosen.click()
        ui.WebDriverWait(self.driver, 20, 0.05).until(conditions.staleness_of(chosen))

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def focused(self) -> str:
        """The element that has the focus, as its page writes it."""
        return str(self.driver.switch_to.active_element.get_attribute("outerHTML"))

    def tab_to(self, part: str) -> None:
        """Press Tab until something has the focus that is written so."""
        for _ in range(60):
            self.press(Keys.TAB)
            if part in self.focused():
                return
        raise AssertionError(f"no key leads to {part}")

    def problems(self) -> list[str]:
        """What the console says, and every rule of axe that the page breaks."""
        said = [str(entry["message"]) for entry in self.driver.get_log("browser")]
        self.driver.execute_script(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        return said + [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]

    def keep(self, name: str) -> None:
        """Keep a picture of the window, where somebody wants one."""
        if SCREENSHOTS:
            self.driver.save_screenshot(str(Path(SCREENSHOTS) / f"{name}.png"))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[World, str]]:
    """A service that answers on a port of its own, and its address."""
    with world_of(tmp_path, resumes=60) as world, socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        app = app_of(attrs.evolve(world.service, origin=address))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]})
        thread.start()
        while not server.started:
            time.sleep(0)
        yield world, address
        server.should_exit = True
        thread.join()


def chromium(*, script: bool = True) -> Any:
    """A Chromium without a screen."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(argument)
    if not script:
        blocked = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", blocked)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """One Chromium for all tests."""
    made = chromium()
    yield made
    made.quit()


@pytest.fixture
def window(served: tuple[World, str], driver: Any) -> Window:
    """A window in which nobody has signed in."""
    driver.delete_all_cookies()
    found = Window(driver, served[1])
    found.open("/")
    driver.delete_all_cookies()
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("account", PAGES)
def test_every_page_is_fit_for_everybody(window: Window, account: str, language: str) -> None:
    """No page, in either language, breaks a rule of axe or says anything on the console, but for a page that is missing."""
    window.sign_in(account)
    for path in PAGES[account]:
        window.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
        problems = [one for one in window.problems() if not (path == "/none" and "404" in one)]
        assert problems == [], path
        if path in PICTURES:
            window.keep(f"{PICTURES[path]}-{language}")


def test_a_switch_shows_its_effect_before_it_is_saved(served: tuple[World, str], window: Window) -> None:
    """While a switch is moved the page says who would see more and who less; nothing is saved until the button is pressed."""
    world, _ = served
    window.sign_in("ouyang")
    window.open("/me/settings")
    before = world.store.resume(ENGINEER)
    window.find("#visibility-private").click()
    window.until("#effects", "将看不到简历")
    assert "其他任何公司的招聘者" in window.text("#effects")
    window.find("#name_display-real").click()
    window.until("#effects", "真实姓名")
    window.keep("settings")
    assert window.problems() == []
    assert world.store.resume(ENGINEER) == before
    window.find("form[data-preview] button:not([formaction])").click()
    window.until("main", "已保存")
    after = world.store.resume(ENGINEER)
    assert after is not None
    assert before is not None
    assert after.settings != before.settings
    assert after.settings.blocks == before.settings.blocks


def test_it_works_without_a_script(served: tuple[World, str]) -> None:
    """Where scripts are off, a button shows the effect, and another saves."""
    driver = chromium(script=False)
    try:
        window = Window(driver, served[1])
        window.sign_in("ouyang")
        window.open("/me/settings")
        window.find("#visibility-private").click()
        assert "将看不到简历" not in window.text("#effects")
        window.find("form[data-preview] button[formaction]").click()
        window.until("#effects", "将看不到简历")
        assert window.find("#visibility-private").is_selected()
        window.find("form[data-preview] button:not([formaction])").click()
        window.until("main", "已保存")
    finally:
        driver.quit()


def test_keys_alone_are_enough(served: tuple[World, str], window: Window) -> None:
    """Somebody without a mouse signs in, skips to the page, moves a switch, hears of its effect and saves."""
    world, _ = served
    window.open("/")
    window.press(Keys.TAB)
    assert "skip" in window.focused()
    window.press(Keys.ENTER)
    assert 'id="main"' in window.focused()
    window.tab_to("欧阳思远")
    window.press(Keys.ENTER)
    window.until("header", "求职者本人")
    window.tab_to('href="/me/settings"')
    window.press(Keys.ENTER)
    window.until("h1", "隐私设置")
    window.tab_to('name="visibility"')
    window.press(Keys.ARROW_DOWN)
    window.until("#effects", "可以导出")
    window.tab_to(">保存</button>")
    window.press(Keys.ENTER)
    window.until("main", "已保存")
    saved = world.store.resume(ENGINEER)
    assert saved is not None
    assert saved.settings.visibility.value == "chat_only"


def test_a_search_leads_to_a_resume_and_to_its_owner(window: Window) -> None:
    """A recruiter searches, opens a resume and begins a chat; the candidate then reads who viewed it."""
    window.sign_in("wang")
    window.open("/search")
    window.find("#q").send_keys("清结算 架构师", Keys.ENTER)
    window.until(".rows", "欧阳先生")
    window.driver.find_element("link text", "欧阳先生").click()
    window.until("h1", "欧阳先生")
    window.driver.find_element("link text", "在线沟通").click()
    window.until(".chat", "欧阳先生")
    window.sign_in("ouyang")
    window.open("/me/viewers")
    assert "艾克美（中国）科技有限公司查看了您的简历" in window.text()
    window.find("summary").click()
    window.keep("who-viewed")
    assert window.problems() == []


def test_an_export_is_made_while_one_looks(window: Window) -> None:
    """What was found is exported, and the page has the file without being loaded again."""
    window.sign_in("wang")
    window.open("/search")
    window.find("form[action='/exports'] button").click()
    window.until("#exports", "下载")
    assert window.problems() == []


def test_a_grant_is_given_and_taken_back(window: Window) -> None:
    """The candidate ticks parts, gives them, and takes them back."""
    window.sign_in("zhou")
    window.open("/me/grants")
    window.find("#sunrise-academy-mobile").click()
    window.driver.find_element("xpath", "//form[.//input[@value='sunrise-academy']]/button").click()
    window.until(".rows", "有效")
    window.driver.find_element("xpath", "//form[@action='/me/grants/withdraw']/button").click()
    window.until(".rows", "已失效")
    assert window.problems() == []


def test_the_copy_prints(window: Window) -> None:
    """The browser prints the copy as PDF, without what is for the screen alone."""
    import base64

    window.sign_in("ouyang")
    window.open("/me/copy")
    assert base64.b64decode(window.driver.print_page()).startswith(b"%PDF")
    window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = [window.find(one).is_displayed() for one in (".top", ".no-print", "footer", "main section")]
    window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == [False, False, False, True]
