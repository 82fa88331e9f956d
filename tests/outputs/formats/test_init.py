"""The list of formats: what prints prose is given blocks, what is for programs is given figures, and nothing else."""

import time

from tests.helpers.output import WORDS, rendered, told, written
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import FORMATS, prints, writes
from workshop.outputs.formats.brief import BRIEFS


def test_a_format_that_prints_sees_the_report_and_one_that_writes_the_session():
    session = told(2)
    assert prints(lambda given: repr(given).encode())(session, WORDS) == repr(report(session, WORDS)).encode()
    assert writes(lambda given: repr(given).encode())(session, WORDS) == repr(session).encode()


def test_every_format_has_a_name_a_purpose_and_a_media_type():
    assert list(FORMATS) == ["html", "pdf", "docx", "xlsx", "csv", "json"]
    called = WORDS.area("office.formats")["office"]["formats"]
    keys = [*FORMATS, *(name.replace(".", "_") for name in BRIEFS)]
    assert {name: set(found) for name, found in called.items()} == {key: {"title", "purpose"} for key in keys}
    assert all("/" in f.media_type for f in FORMATS.values())


def test_a_full_days_report_is_there_in_every_format_within_two_seconds():
    session = told(2, 40, kept=written("Ask first, then write to them"))
    taken = []
    for _ in range(3):  # the least: what else the machine does is no part of it
        before = time.process_time()
        for name in FORMATS:
            rendered(name, session)
        taken.append(time.process_time() - before)
    assert min(taken) < 2, taken
