"""From the file to the frozen case study: scales looked up, shared parts filled in, nothing lost."""

import pytest

from tests.helpers.cases import written
from workshop.activities.registry import BY_NAME
from workshop.casebook import SHIPPED, Casebook, load_file


def test_what_was_written_is_what_is_played(tmp_path):
    case = load_file(written(tmp_path))
    assert (case.id, case.version, case.fictional, case.reviewed_by) == ("corridor", 1, True, None)
    assert [(c.id, c.text, c.short, c.mode) for c in case.cards] == [
        ("c1", "Used a nickname", "A nickname", "offline"),
        ("c2", "Used it again after being asked to stop", "", "dual"),
    ]
    assert case.cards[0].notes.range == ("expected", "problematic") and case.cards[1].notes.range is None
    assert dict(case.information[0].effects) == {"c1": "up"} and tuple(case.information[0].cards) == ("c1",)
    assert case.scale.stages[0].name == "Developmentally expected"
    assert case.find_card("w01") and case.find_card("c2") and case.find_card("c9") is None


def test_a_scale_and_a_warm_up_may_be_written_out(tmp_path):
    stages = [{"id": f"s{n}", "name": f"S{n}", "definition": "D"} for n in (1, 2, 3)]
    scale = {"id": "mine", "title": "Mine", "ends": ["low", "high"], "stages": stages}
    warm_up = {"question": "How warm?", "scale": scale, "cards": [{"id": "v1", "text": "Tea"}]}
    case = load_file(written(tmp_path, lambda case: case.update(scale=scale, warm_up=warm_up)))
    assert [s.number for s in case.scale.stages] == [1, 2, 3] and case.scale.ends == ("low", "high")
    assert (case.warm_up.question, case.warm_up.cards[0].id, case.warm_up.scale.id) == ("How warm?", "v1", "mine")
    assert case.cards[0].notes.range == ("s1", "s3")


def test_an_agenda_of_its_own_takes_the_place_of_the_shared_ones(tmp_path):
    steps = [
        {"activity": "welcome", "title": "Hello", "minutes": 5},
        {"activity": "board", "title": "Place", "minutes": 5, "settings": {"cards": 1}},
        {
            "activity": "board",
            "title": "Again",
            "minutes": 5,
            "settings": {"round": "information", "information": "i1"},
        },
    ]
    agenda = {"id": "mine", "title": "Mine", "steps": steps}
    case = load_file(written(tmp_path, lambda case: case.update(agendas=[agenda])))
    assert [a.id for a in case.agendas] == ["mine"]
    assert [dict(s.settings) for s in case.agendas[0].steps][1:] == [
        {"cards": ["c1"]},
        {"round": "information", "information": "i1"},
    ]


def test_a_case_without_new_information_has_the_shared_agendas_without_those_steps(tmp_path):
    case = load_file(written(tmp_path, lambda case: case.pop("information")))
    assert [a.id for a in case.agendas] == ["ninety", "half", "full"]
    assert not [s for a in case.agendas for s in a.steps if s.settings.get("round") == "information"]
    assert all(len(a.steps) >= 8 for a in case.agendas)


@pytest.mark.parametrize("case", Casebook([SHIPPED]).list(), ids=lambda case: case.id)
def test_every_step_of_every_agenda_is_one_that_its_activity_takes(case):
    for agenda in case.agendas:
        for step in agenda.steps:
            BY_NAME[step.activity].settings.model_validate(dict(step.settings))
