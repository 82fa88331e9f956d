"""The list of formats: what prints prose is given blocks, what is for programs is given figures, and nothing else."""

from tests.helpers.output import WORDS, told
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
