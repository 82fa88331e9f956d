"""The brief says what the report says: its figures are read back, and texts that do not fit are cut between words."""

import json

import pytest

from tests.helpers.output import WORDS, rendered, told, written
from workshop.domain.plan import TARGETS
from workshop.outputs.brief import brief, cut

LONG = "What is meant here takes a good many words, and none of them is there for nothing. " * 4
PARTS = ("because", "kept_going", "eased", "rival", "unsure")


def full(text=LONG, seed=1, people=40):
    """The fullest report: every text as long as texts are, and two placings again that moved the room."""
    data = json.loads(rendered("json", told(seed, people, kept=written(text))))
    action = data["plan"]["actions"][0]
    rounds = [dict(r, information_text=text) if r["information_text"] else r for r in data["rounds"]]
    again = dict(rounds[-1], round="r3", information_text=text, cards=[])
    return json.dumps(
        data
        | {
            "opening": text,
            "scenario_title": text[:120],
            "rounds": [*rounds, again],
            "ledger": [*data["ledger"], *(dict(row, round="r3") for row in data["ledger"])],
            "formulation": data["formulation"] | {"explanation": dict.fromkeys(PARTS, text)},
            "plan": data["plan"] | {"actions": [dict(action, target=t) for t in TARGETS for _ in range(3)]},
            "resources": [{"title": text[:80], "text": text, "url": "https://x.example/" + "a" * 80, "number": ""}] * 3,
        }
    ).encode()


def row(made, at):
    return made.rows[at - 1][1]


@pytest.mark.parametrize("seed", range(8))
def test_its_figures_are_those_of_the_report(seed):
    content = rendered("json", told(seed, 40))
    data, made = json.loads(content), brief(content, WORDS, True)
    drawn = [line.strip for line in row(made, 3) if line.strip]
    told_of = {tuple(c["tallies"].values()): c for c in data["rounds"][0]["cards"] if c["tallies"]}
    assert len(drawn) == bool(told_of)
    for strip in drawn:
        card = told_of[strip.tallies]
        assert strip.need_to_know == card["need_to_know"]
        assert row(made, 3)[0].strong.startswith(card["text"][:30])
        if card["camps"]:
            ends = [str(card["camps"][end]["n"]) for end in ("low", "high")]
            assert all(n in row(made, 3)[2].text for n in [*ends, str(card["placed"])])
    moved = [c for r in data["ledger"] for c in r["cards"] if c["movement"]]
    for line in row(made, 4)[1::2]:
        assert any(_says(line.text, c["movement"]) for c in moved)


def _says(text, movement):
    return all(str(n) in text for n in movement.values() if n)


def test_the_most_split_card_stands_for_what_the_room_saw():
    data = json.loads(rendered("json", told(1, 40)))
    kinds = [c["kind"] for c in data["rounds"][0]["cards"]]
    assert "split" in kinds
    made = brief(rendered("json", told(1, 40)), WORDS, True)
    assert row(made, 3)[0].text == "split."


def test_of_each_placing_again_the_card_that_most_people_moved():
    made = brief(full(), WORDS, True)
    assert [line.strong for line in row(made, 4)] == ["After new information:", "", "After new information:", "", ""]
    assert row(made, 4)[-1].text == "Movement is not correctness."


def test_what_a_report_has_none_of_says_so_and_keeps_its_minute():
    made = brief(rendered("json", told(1, 3)), WORDS, True)
    assert [title for title, _ in made.rows] == WORDS.all("report.brief.rows")
    assert row(made, 3)[0].text == row(made, 4)[0].text == row(made, 5)[0].text == "This report has none."
    assert sum(line.write for _, lines in made.rows for line in lines) == 4


def test_it_says_which_report_it_is_of_and_whether_that_was_released():
    content = rendered("json", told(1))
    released, preview = brief(content, WORDS, True), brief(content, WORDS, False)
    assert released.end == preview.end and len(released.end[1].split()[-1]) == 4
    assert "released session" in released.lead and "not released" in preview.lead
    assert brief(rendered("json", told(2)), WORDS, True).end[1] != released.end[1]


def test_data_of_an_earlier_version_have_no_opening_and_no_support():
    data = json.loads(rendered("json", told(1)))
    older = {name: value for name, value in data.items() if name not in ("opening", "resources")}
    made = brief(json.dumps(older).encode(), WORDS, True)
    assert row(made, 2)[0].text == data["scenario_title"] and len(made.foot) == 1


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("as it is", 8, "as it is"),
        ("two\nlines  of it", 30, "two lines of it"),
        ("one, two three", 9, "one, two…"),
        ("one, two", 7, "one…"),
        ("Donaudampfschiff", 8, "Donauda…"),
        ("", 5, ""),
    ],
)
def test_texts_are_cut_between_words(text, most, kept):
    assert cut(text, most) == kept and len(kept) <= most
