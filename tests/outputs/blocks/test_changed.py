"""What changed is listed version by version, and what stayed the same comes last."""

from dataclasses import replace

from tests.helpers.output import WORDS, told, written
from workshop.domain.changed import Changed, Piece, Reworded
from workshop.outputs.blocks.changed import what_changed
from workshop.outputs.blocks.model import Bullets, Heading, Paragraph
from workshop.outputs.blocks.phrases import Phrases, plain
from workshop.outputs.model import VersionOutput

SAID = Phrases(WORDS)


def test_each_version_has_a_heading_and_its_lines():
    session = told(kept=written("Ask first"))
    difference = Changed(
        (Piece("link", "because", "Alpha", "Beta"),),
        (Piece("sentence", "eased", "Gone"),),
        (Reworded("sentence", "because", "So", "Or so"),),
    )
    version = VersionOutput("information", 2, (), (), difference)
    explanation = (*session.formulation.explanation, ("stayed", "The harm"))
    made = replace(session, formulation=replace(session.formulation, versions=(version,), explanation=explanation))
    heading, lines, stayed = what_changed(made, SAID).blocks
    assert heading == Heading("Before information 2, to the end")
    assert lines == Bullets(
        (
            plain("Added: Alpha because of Beta"),
            plain("Set aside: What eases it: Gone"),
            plain("Reworded: So → Or so"),
        )
    )
    assert stayed == Paragraph(plain("What stayed the same: The harm"))


def test_without_versions_there_is_no_such_section():
    assert what_changed(told(kept=written("Ask first")), SAID) is None
