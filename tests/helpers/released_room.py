"""A room as far as its first placing, led and released over the wire: what an overview is made of."""

from __future__ import annotations

from tests.helpers.reading import all_kept
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator, here

PEOPLE = 6


def release_a_room(lead: SimulatedFacilitator, seed: int) -> None:
    """ "Room 1" or so, of a real session: its people place as the seed has it, and every text is kept."""
    code = lead.create("group-chat", "ninety", k=5, title=f"Room {seed}", rehearsal=False)
    company = Company(lead.browser.url, code, PEOPLE, seed)
    lead.start(company)
    while here(lead.line.parts)["activity"] != "discussion":
        step = here(lead.line.parts)
        lead.work(step)
        lead.next(step["id"])
    lead.send("session.end", {})
    company.leave()
    lead.line.drop()
    where = f"/facilitate/{lead.session}"
    answers = all_kept(lead.browser.get(f"{where}/report").decode())
    assert lead.browser.post(f"{where}/release", answers)["ok"]
