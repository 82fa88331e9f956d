"""What was said, in the report: panels as reasons and no answer, jottings under what they are about."""

from dataclasses import replace

from tests.helpers.case import CASE
from tests.helpers.output import WORDS, checkpoint, facts, record
from workshop.outputs.anonymise import anonymise
from workshop.outputs.blocks import talk
from workshop.outputs.blocks.model import Bullets, Heading, Terms
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.formats.json_data import report

SAID = Phrases(WORDS)


def jotting(about, id, text, kept=True):
    return {"about": about, "id": id, "text": text, "version": 1, "kept": kept}


def session(panels=(), **kept):
    rounds, answers = record(3, 24)
    made = checkpoint(**kept)
    made = replace(made, head=replace(made.head, panels=panels))
    return anonymise(facts(24), CASE, [*rounds, *answers], made, WORDS)


def test_a_panel_is_in_the_report_only_if_the_room_was_shown_it():
    assert session().panels == () and talk.panels(session(), SAID) is None and "panel" not in report(session())
    made = session(panels=("c2", "c1"))
    section = talk.panels(made, SAID)
    assert [b.text for b in section.blocks if isinstance(b, Heading)] == [c.text for c in CASE.cards[:2]]
    assert [p["card"] for p in report(made)["panel"]] == ["c1", "c2"], "in the order of the case study"


def test_a_reason_says_its_topic_its_end_and_whether_the_room_named_it():
    (panel,) = session(panels=("c1",)).panels
    named = tuple(replace(r, named=True) for r in panel.reasons)
    made = replace(session(), panels=(replace(panel, reasons=named),))
    bullets = next(b for b in talk.panels(made, SAID).blocks if isinstance(b, Bullets))
    assert ["".join(run.text for run in item) for item in bullets.items] == [
        "Who says so: I had only one side of it. (nearer typical) (named here too)",
        "Power or age gap: Two years between them weighed most. (nearer harmful) (named here too)",
    ]


def test_reasons_that_nobody_has_reviewed_are_not_called_those_of_experienced_practitioners():
    made = session(panels=("c1",))
    assert "experienced" not in talk.panels(made, SAID).title
    reviewed = replace(made, facts=replace(made.facts, reviewed=True))
    assert "experienced" in talk.panels(reviewed, SAID).title


def test_what_is_ticked_stands_under_its_card_or_step_cards_first():
    made = session(
        jottings={
            "step:s1": jotting("step", "s1", "A pause was asked for"),
            "card:c2": jotting("card", "c2", "Who knew?"),
            "card:c1": jotting("card", "c1", "Left out", kept=False),
        }
    )
    (terms,) = (b for b in talk.jottings(made, SAID).blocks if isinstance(b, Terms))
    assert terms.pairs == ((CASE.cards[1].text, "Who knew?"), ("Welcome", "A pause was asked for"))
    assert [j["text"] for j in report(made)["jotter"]] == ["Who knew?", "A pause was asked for"]
    assert talk.jottings(session(), SAID) is None
