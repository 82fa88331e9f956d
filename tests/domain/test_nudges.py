"""What is usually missing is asked for while it is missing, where the template has a place for it, with its source."""

import pytest

from workshop.casebook import SHIPPED
from workshop.casebook.parts import part_of
from workshop.casebook.reading import read
from workshop.domain.note_kinds import VOICES, NoteKind
from workshop.domain.nudges import Nudge, lacking, unheard
from workshop.domain.picture import AREAS, BAND

SHIPPED_NUDGES = part_of(read(SHIPPED / "shared" / "nudges.yaml")).nudges
NUDGES = [Nudge(n.id, n.words, n.when, n.source, n.checked, tuple(n.of), n.opens, n.url) for n in SHIPPED_NUDGES]
SECTIONS = ("known", "behaviours", "precipitating", "perpetuating", "protective", "environment", "harmed", "rival", "x")


def ids(*notes, links=1, sections=SECTIONS):
    return [n.id for n in lacking(NUDGES, [(s, NoteKind(**kind)) for s, kind in notes], links, sections)]


def test_an_empty_wall_is_not_nagged():
    assert ids() == [] and ids(links=0) == []


def test_each_says_who_says_so_when_somebody_looked_and_what_it_opens():
    assert all(n.source and n.checked and n.opens in (*AREAS, BAND) for n in NUDGES)


@pytest.mark.parametrize("section", ["precipitating", "perpetuating", "protective", "environment", "harmed", "rival"])
def test_a_section_is_asked_for_while_it_is_empty_and_the_template_has_it(section):
    assert section in ids(("x", {}))
    assert section not in ids(("x", {}), (section, {})) and section not in ids(("x", {}), sections=["x"])


def test_four_notes_that_nobody_joined_are_asked_about():
    assert "unjoined" in ids(*[("x", {})] * 4, links=0)
    assert "unjoined" not in (*ids(*[("x", {})] * 3, links=0), *ids(*[("x", {})] * 4))


def test_a_voice_is_missed_once_some_note_says_whose_it_is():
    assert not [i for i in ids(("x", {})) if "unheard" in i] and unheard([NoteKind()]) == ()
    found = [i for i in ids(("x", {"voice": "family"}), ("x", {})) if "unheard" in i]
    assert found == ["unheard_harmed", "unheard_young_person", "unheard_professional"]
    assert unheard([NoteKind(voice="family")]) == ("young_person", "harmed", "professional")
    assert unheard(NoteKind(voice=voice) for voice in VOICES) == ()


def test_what_is_only_thought_asks_on_what_it_rests():
    assert "ungrounded" in ids(("x", {"sure": "think"}))
    assert "ungrounded" not in (*ids(("x", {"sure": "think", "ground": "c1"})), *ids(("x", {"sure": "told"})))


def test_notes_of_nothing_but_what_happened_ask_for_more():
    happened = [("behaviours", {}), ("known", {}), ("behaviours", {})]
    assert "only_what_happened" in ids(*happened)
    assert "only_what_happened" not in (*ids(*happened[:2]), *ids(*happened, ("protective", {})))
