"""The PDF: accessible and fit to be filed, as two checkers see it; the same bytes anywhere; nothing of who made it."""

import zlib
from dataclasses import replace
from io import BytesIO

import outloud
import page
import pikepdf
import pymupdf
import pytest

from tests.helpers.full_day import full_day
from tests.helpers.output import WORDS, checkpoint, facts, rendered, told, written
from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.outputs.blocks.model import Table
from workshop.outputs.blocks.report import report
from workshop.outputs.formats.pdf import _elements, _ending_plainly

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
SESSIONS = {
    "a room in two minds": told(2, kept=written("Ask first, then write to them")),
    "200 people": told(5, 200),
    "a small room": told(3, 9),
    "nothing was written": told(kept=checkpoint()),
    "a rehearsal": replace(told(), facts=facts(24, rehearsal=True)),
}
HOSTILE = [
    "=cmd()",
    "<img src=x onerror=alert(1)>",
    "#panic() $x$ @a *b* `c` \\u{41}",
    "\x00\u202eevil",
    "]",
    '"',
    "\\",
]


@pytest.mark.parametrize("name", SESSIONS)
def test_it_is_what_two_standards_ask_for(name):
    content = rendered("pdf", SESSIONS[name])
    for profile in PROFILES:
        told_of = page.validate_pdf_bytes(content, profile=profile)
        assert told_of.is_compliant, [(f.rule_id, f.message) for f in told_of.failures]


def test_a_checker_of_what_is_read_aloud_finds_nothing(tmp_path):
    made = tmp_path / "report.pdf"
    made.write_bytes(rendered("pdf", SESSIONS["a room in two minds"]))
    assert [(f.rule, f.message) for f in outloud.check(str(made)).findings if f.severity != "info"] == []


@pytest.mark.parametrize("typed", [*HOSTILE, *WRITTEN])
def test_whatever_was_typed_is_words_and_breaks_no_standard(typed):
    content = rendered("pdf", told(kept=written(typed)))
    assert all(page.validate_pdf_bytes(content, profile=p).is_compliant for p in PROFILES)


def test_it_is_the_same_bytes_in_another_place_at_another_time(monkeypatch):
    once = rendered("pdf", told(2))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert rendered("pdf", told(2)) == once


def test_its_own_facts_name_no_person_no_machine_and_no_hour():
    with pikepdf.open(BytesIO(rendered("pdf", told()))) as file:
        assert set(file.docinfo) <= {"/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer"}
        assert str(file.docinfo["/CreationDate"]).startswith("D:20261124000000")
        assert "Author" not in str(file.Root.Metadata.read_bytes())


def test_the_first_cell_of_a_row_names_it_where_the_report_says_so():
    session = told(2, kept=written("Ask first"))
    blocks = [b for s in report(session, WORDS).sections for b in s.blocks if isinstance(b, Table) and not b.repeats]
    with pikepdf.open(BytesIO(rendered("pdf", session))) as file:
        tables = [e for e in _elements(file.Root.StructTreeRoot) if e.S == "/Table"]
        assert len(tables) == len(blocks) > 2
        for table, block in zip(tables, blocks, strict=True):
            rows = [e for e in _elements(table) if e.S == "/TR"]
            named = [r for r in rows if any(_scope(c) == "/Row" for c in r.K)]
            assert len(named) == (sum(len(g.rows) for g in block.groups) if block.row_heads else 0)


def _scope(cell):
    return next((str(a.Scope) for a in cell.get("/A", []) if "/Scope" in a), None)


@pytest.mark.parametrize("seed", range(1, 4))
def test_a_full_day_is_eight_pages_at_most(seed):
    """Every card with what one would do, five rounds, and the explanation built and asked in all seven phases."""
    with pikepdf.open(BytesIO(rendered("pdf", full_day(seed=seed)))) as file:
        assert len(file.pages) <= 8


def test_a_full_day_is_what_two_standards_ask_for():
    content = rendered("pdf", full_day())
    assert all(page.validate_pdf_bytes(content, profile=p).is_compliant for p in PROFILES)


def test_no_stream_ends_as_a_line_does():
    words = next(w for n in range(99_999) if zlib.compress(w := b"%d" % n).endswith(b"\r"))
    made = BytesIO()
    with pikepdf.new() as file:
        file.Root.Words = file.make_indirect(pikepdf.Stream(file, words))
        file.Root.Words.write(zlib.compress(words), filter=pikepdf.Name.FlateDecode)
        file.save(made)
    with pikepdf.open(BytesIO(_ending_plainly(made.getvalue()))) as file:
        assert file.Root.Words.read_raw_bytes().endswith(b"~>") and file.Root.Words.read_bytes() == words


def test_a_word_that_no_column_can_hold_stays_on_the_page():
    content = rendered("pdf", told(kept=written("Donaudampfschifffahrtsgesellschaftskapitän" * 4)))
    with pymupdf.open(stream=content) as file:
        for sheet in file:
            assert all(x1 <= sheet.rect.width - 40 for _, _, x1, *_ in sheet.get_text("words"))
