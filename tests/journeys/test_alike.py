"""A phone finds two notes alike that nothing offered: three such words make them one, and the desk takes them apart."""

import pytest

from tests.journeys.people import DESK, Phone, axe, close, cookies_of, open_page
from workshop.service.support import APART

pytestmark = pytest.mark.tour

ONE, OTHER = "No adult looks at that space", "Friends who object go quiet or leave"


def test_three_phones_find_two_notes_alike(workshop, facilitator, chromium):
    code = facilitator.create("group-chat", "full", k=5)
    desk = open_page(chromium, f"{workshop.url}/facilitate/{facilitator.session}", DESK, cookies_of(facilitator))
    phones = [Phone(chromium, workshop.url, code).page for _ in range(3)]
    steps = facilitator.line.parts["agenda"]["steps"]
    facilitator.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})
    for text in (ONE, OTHER):
        facilitator.send("formulation.add", {"section": "perpetuating", "text": text})
    facilitator.send("formulation.phase", {"phase": "sort"})
    facilitator.send("formulation.lane", {"section": "keeps_going"})
    for page in phones:
        page.get_by_role("button", name=f"Like another note: {ONE}").click()
        sheet = page.get_by_role("dialog")
        row = sheet.get_by_role("button", name=OTHER)
        for said in ("true", "false", "true"):
            row.click()
            sheet.locator(f"button[aria-pressed={said}]").wait_for()
        if page is phones[0]:
            assert axe(page) == []
        sheet.get_by_role("button", name="Close").click()
        sheet.wait_for(state="detached")
    assert facilitator.line.parts["stacks"]["folded"] == []
    desk.wait_for_timeout(APART * 1000)  # a change of phase counts again when so long has gone by
    facilitator.send("formulation.phase", {"phase": "join"})
    (fold,) = facilitator.line.wait_for(lambda parts: parts["stacks"]["folded"], 90)["stacks"]["folded"]
    assert fold["said"] == 3
    phones[0].get_by_text("One idea · 3 phones").wait_for()
    desk.get_by_role("button", name=f"Take apart: {fold['beneath'][0]['text']}").click()
    facilitator.line.wait_for(lambda parts: not parts["stacks"]["folded"])
    assert [fault for page in (desk, *phones) for fault in page.faults] == []
    close(desk, *phones)
    facilitator.line.drop()
