"""What the room made together: only what there is, in its own words, in order."""

from dataclasses import replace

from tests.helpers.output import WORDS, told, written
from workshop.outputs.blocks import together
from workshop.outputs.blocks.model import Bullets, Drawing, Heading, Notes, Paragraph, Terms
from workshop.outputs.blocks.phrases import Phrases, plain

SAID = Phrases(WORDS)
WRITTEN = told(kept=written("Ask first"))


def test_the_explanation_is_a_sentence_its_parts_and_the_notes_by_section():
    aloud, drawing, terms, title, lacking, notes, legend = together.explanation(WRITTEN, SAID).blocks
    assert isinstance(aloud, Paragraph) and aloud.role == "aloud"
    assert aloud.text == plain(WRITTEN.formulation.sentence)
    assert terms == Terms((("We think this happened because", "Ask first"),), wide=True)
    assert isinstance(drawing, Drawing) and drawing.picture == WRITTEN.formulation.picture
    assert drawing.texts == (("1", "Ask first"), ("2", "Ask first"))
    assert title.text == "Still missing"
    assert [item[0].text for item in lacking.items] == [f"{n.words} (A source)" for n in WRITTEN.formulation.lacking]
    assert isinstance(notes, Notes)
    (_, first), (_, second) = notes.sections
    assert first == ((1, "Ask first", "because of 2; 7 want it kept in sight"),)
    assert second == ((2, "Ask first", ""),)
    assert legend.role == "legend"


def test_nothing_made_is_no_section():
    assert together.explanation(told(), SAID) is together.kept(told(), SAID) is None


def test_what_was_kept_stands_under_what_was_asked():
    blocks = together.kept(WRITTEN, SAID).blocks
    assert [b.text for b in blocks if isinstance(b, Heading)] == [
        "Questions kept",
        "One thing I will do",
        "What I still need",
    ]
    assert [b for b in blocks if isinstance(b, Bullets)] == [Bullets((plain("Ask first"),))] * 3
    only = replace(WRITTEN, kept_questions=(), kept_texts=(("still_need", "Time"),))
    assert together.kept(only, SAID).blocks == (Heading("What I still need"), Bullets((plain("Time"),)))
