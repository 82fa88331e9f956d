"""What a simulated room writes: each phone its own, and nothing that the template has no place for."""

from workshop.activities.formulation_bodies import SLOTS, Envelope
from workshop.activities.plan_bodies import AddAction
from workshop.rehearsal import bank, studio

PART = {"sections": [{"id": "presenting"}, {"id": "harmed"}], "gathering": {"number": 2}}


def test_notes_are_of_the_sections_that_there_are_and_each_has_one_before_any_has_two():
    found = studio.all_notes({"presenting", "harmed"})
    assert {section for section, _ in found} == {"presenting", "harmed"}
    assert found[0][0] != found[1][0] and len(set(found)) == len(found)


def test_an_envelope_is_one_that_the_workshop_takes_whoever_hands_it_in():
    for who in (0, 1, 99):
        made = Envelope.model_validate(studio.envelope(PART, who))
        assert made.gathering == 2 and len(made.slots) == SLOTS
        assert sum(bool(s.text) for s in made.slots) == (who < len(studio.all_notes({"presenting", "harmed"})))


def test_an_action_answers_the_note_whose_words_it_has():
    why = bank.ACTIONS[0][2]
    made = AddAction.model_validate(studio.action(0, {why: "n1"}))
    assert (made.why, made.note, made.action) == (why, "n1", bank.ACTIONS[0][1])
    assert studio.action(0, {})["note"] is None
