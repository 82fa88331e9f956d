"""How to read it: every figure explained, what is not here, which text it was, and where support is."""

from dataclasses import replace

from tests.helpers.output import WORDS, facts, told
from workshop.domain.agreement import LABELS
from workshop.outputs.blocks import method
from workshop.outputs.blocks.model import Bullets, Heading, Paragraph, Run, Terms
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.model import ResourceOutput

SAID = Phrases(WORDS)


def prose(session):
    return " ".join(
        "".join(r.text for r in b.text) for b in method.method(session, SAID).blocks if isinstance(b, Paragraph)
    )


def test_it_has_method_limits_what_is_not_here_the_case_and_the_scale():
    blocks = method.method(told(), SAID).blocks
    assert [b.text for b in blocks if isinstance(b, Heading)] == [
        "Method",
        "Limits",
        "What is not here",
        "The case study, as it was that day",
        "The scale: hackett5",
    ]
    kinds, _, stages = (b.pairs for b in blocks if isinstance(b, Terms))
    assert [name for name, _ in kinds] == [SAID.kind(k).name for k in LABELS]
    assert [meaning for _, meaning in stages] == [s.definition for s in told().stages]


def test_where_nothing_was_placed_nothing_is_said_of_placing():
    assert "People placed each card" in prose(told())
    assert "People placed each card" not in prose(replace(told(), rounds=()))
    assert "they were talked about and not placed" in prose(replace(told(), rounds=()))


def test_the_threshold_and_a_missing_review_are_said():
    assert "fewer than eight people placed is withheld" in prose(replace(told(), facts=facts(24, k=8)))
    assert "It has not yet been reviewed" in prose(told())
    assert "It has not yet been reviewed" not in prose(replace(told(), facts=facts(24, reviewed=True)))


def test_the_case_study_is_pinned_by_its_version_and_fingerprint():
    pinned = replace(told(), facts=facts(24, scenario_sha256="ab" * 32))
    (_, case, _) = (b.pairs for b in method.method(pinned, SAID).blocks if isinstance(b, Terms))
    assert case == (("Case study", "A test case, version 1"), ("Fingerprint (SHA-256)", "ab" * 32))


def test_an_acknowledgement_is_there_when_the_scale_has_one():
    assert "Hackett" not in prose(replace(told(), acknowledgement=""))
    assert "After Hackett" in prose(replace(told(), acknowledgement="After Hackett"))


def test_only_an_https_address_is_a_link():
    found = (ResourceOutput("A", "x", "https://a.test/"), ResourceOutput("B", "y", "javascript:alert(1)"))
    (bullets,) = method.resources(replace(told(), resources=found), SAID).blocks
    assert bullets == Bullets(
        (
            (Run("A", strong=True), Run(" x"), Run(" "), Run("a.test", href="https://a.test/")),
            (Run("B", strong=True), Run(" y")),
        )
    )
    assert method.resources(replace(told(), resources=()), SAID) is None
