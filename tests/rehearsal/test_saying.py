"""What a simulated room says of its explanation, phone by phone and by hand."""

from random import Random

from workshop.activities.formulation_bodies import Explain
from workshop.activities.formulation_wordings import LONGEST
from workshop.activities.formulation_wordings_bodies import OfferWordings, Prefer
from workshop.domain.formulation import SAID
from workshop.rehearsal import bank, saying
from workshop.rehearsal.wire import Line

OFFERS = {"number": 3, "parts": {part: [] for part in SAID}}


def one(id: str, text: str, support: int | None = None, made: bool = False):
    return {"id": id, "text": text, "support": support, "made": made}


class Desk:
    """Answers as the workshop does: of what was said only the sentences are kept."""

    class line(Line):
        parts = {}

    def __init__(self, offers) -> None:
        self.sent = []
        explanation = {part: {"version": 4} for part in (*SAID, *bank.LEFT_OPEN)}
        Desk.line.parts = {"offers": offers, "formulation": {"explanation": explanation}}

    def send(self, name, body):
        self.sent.append((name, body))


def test_a_sheet_is_one_that_the_workshop_takes_whoever_hands_it_in():
    written = sum(map(len, bank.WORDINGS.values()))
    sheets = [OfferWordings.model_validate(saying.sheet(OFFERS, who)) for who in range(written + 3)]
    found = [[text for part in SAID if (text := getattr(sheet, part))] for sheet in sheets]
    assert [len(texts) for texts in found] == [1] * written + [0] * 3
    assert len({text for texts in found for text in texts}) == written
    assert {sheet.gathering for sheet in sheets} == {3}
    assert all(len(text) <= LONGEST for texts in bank.WORDINGS.values() for text in texts)


def test_a_phone_prefers_one_wording_of_each_sentence_that_has_any_by_its_words():
    parts = OFFERS["parts"] | {"because": [one("1", "A"), one("2", "B")], "rival": [one("3", "C")]}
    chosen = list(saying.choices({"parts": parts}, Random(5)))
    assert [Prefer.model_validate(body).part for body in chosen] == ["because", "rival"]
    turned = parts | {"because": [one("2", "B"), one("1", "A")]}
    assert chosen == list(saying.choices({"parts": turned}, Random(5)))


def test_the_desk_takes_the_phones_wording_that_most_prefer_and_writes_the_others_itself():
    of = [one("1", "Least", 3), one("2", "Most", 5), one("3", "Not told"), one("4", "Made", 9, made=True)]
    desk = Desk({"parts": OFFERS["parts"] | {"because": of}})
    saying._write(desk, {part: saying._best(desk, part) for part in SAID})
    written = {body["part"]: Explain.model_validate(body) for name, body in desk.sent if name == "formulation.explain"}
    assert written["because"].text == "Most" and written["because"].base == 4
    assert {part: w.text for part, w in written.items() if part != "because"} == {
        part: text for part, text in bank.EXPLANATION.items() if part != "because"
    }


def test_what_each_of_the_two_leaves_open_is_written_too():
    desk = Desk(OFFERS)
    saying.compare(desk)
    assert [body["part"] for _, body in desk.sent] == list(bank.LEFT_OPEN)
