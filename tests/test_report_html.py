"""The HTML report in a real browser (Debian's chromium)."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from mtqa.checks import selected
from mtqa.render import renderer
from mtqa.report import Tally
from mtqa.review import Settings, review
from mtqa.segment import Document

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = not (CHROMIUM and DRIVER)
REQUIRED = "MTQA_REQUIRE_BROWSER" in os.environ
pytestmark = pytest.mark.skipif(MISSING and not REQUIRED, reason="chromium and chromium-driver are not installed")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
HOSTILE = "</script><script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\"> Moskau"
DOCUMENTS = [
    Document(
        "broken", "a.txt", "Le ministre est parti pour Moskau. Il reviendra mardi  , selon lui.", target_lang="fr"
    ),
    Document("clean", "b.txt", "Le maire a inauguré la nouvelle école mardi matin.", target_lang="fr"),
    Document("hostile", "c.txt", f"Le texte {HOSTILE} est resté.", title="<b>Titre</b>", target_lang="fr"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    tally = Tally()
    file.write_text("".join(renderer("html")(review(DOCUMENTS, Settings(selected())), tally)), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.binary_location = CHROMIUM or "chromium"
    driver = webdriver.Chrome(options=options, service=Service(DRIVER or "chromedriver"))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: webdriver.Chrome, page: Path) -> webdriver.Chrome:
    browser.get(page.as_uri())
    return browser


def marks(browser: webdriver.Chrome, text: str) -> list[WebElement]:
    return [m for m in browser.find_elements(By.TAG_NAME, "mark") if m.text == text]


def test_the_page_shows_the_article_as_it_was_read(opened: webdriver.Chrome) -> None:
    text = opened.find_element(By.CSS_SELECTOR, "#doc-broken .text").text
    assert text == "Le ministre est parti pour Moskau. Il reviendra mardi  , selon lui."


def test_a_click_on_a_mark_tells_message_suggestion_and_check(opened: webdriver.Chrome) -> None:
    card = opened.find_element(By.ID, "card")
    assert not card.is_displayed()
    marks(opened, "Moskau")[0].click()
    assert card.is_displayed()
    assert "Moscou" in card.text
    assert "A102 source-exonym" in card.text
    card.find_element(By.TAG_NAME, "a").click()
    assert opened.find_element(By.CSS_SELECTOR, "#check-A102 p").is_displayed()


def test_a_tab_stop_opens_and_escape_closes(opened: webdriver.Chrome) -> None:
    mark = marks(opened, "Moskau")[0]
    opened.execute_script("document.querySelector('[name=clean]').focus()")
    for _ in range(10):
        opened.switch_to.active_element.send_keys(Keys.TAB)
        if opened.switch_to.active_element == mark:
            break
    card = opened.find_element(By.ID, "card")
    assert card.is_displayed()
    mark.send_keys(Keys.ESCAPE)
    assert not card.is_displayed()
    assert opened.switch_to.active_element == mark


def test_filters_work_with_the_keyboard(opened: webdriver.Chrome) -> None:
    box = opened.find_element(By.CSS_SELECTOR, "input[value=major]")
    box.send_keys(Keys.SPACE)
    assert "off" in (marks(opened, "Moskau")[0].get_attribute("class") or "")
    assert re.fullmatch(r"\d+ of \d+ findings shown", opened.find_element(By.CLASS_NAME, "count").text)
    box.send_keys(Keys.SPACE)
    assert "off" not in (marks(opened, "Moskau")[0].get_attribute("class") or "")


def test_clean_documents_can_be_hidden(opened: webdriver.Chrome) -> None:
    clean = opened.find_element(By.ID, "doc-clean")
    assert clean.is_displayed()
    opened.find_element(By.NAME, "clean").click()
    assert not clean.is_displayed()


def test_hostile_text_stays_text(opened: webdriver.Chrome) -> None:
    assert opened.title != "owned"
    assert opened.find_elements(By.CSS_SELECTOR, "article img, article script, article b:not(.sev)") == []
    assert "</script>" in opened.find_element(By.CSS_SELECTOR, "#doc-hostile .text").text
    assert opened.find_element(By.CSS_SELECTOR, "#doc-hostile h3").text == "<b>Titre</b>"


def test_the_page_asks_for_nothing_and_logs_no_error(opened: webdriver.Chrome) -> None:
    assert opened.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert opened.get_log("browser") == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_overflows_on_a_phone_or_a_desk(opened: webdriver.Chrome, width: int) -> None:
    opened.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    wide, seen = opened.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= seen


def test_the_dark_scheme_is_dark(opened: webdriver.Chrome) -> None:
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    background = opened.execute_script("return getComputedStyle(document.body).backgroundColor")
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert background == "rgb(20, 23, 26)"


def test_a_report_of_many_documents_shows_the_worst_and_counts_the_rest() -> None:
    documents = (Document(str(n), "d.txt", DOCUMENTS[n % 2].text, target_lang="fr") for n in range(500))
    out = "".join(renderer("html")(review(documents, Settings(selected())), Tally()))
    assert out.count("<article ") == 200
    assert 'class="clean"' not in out
    assert "300 more documents with better scores" in out
