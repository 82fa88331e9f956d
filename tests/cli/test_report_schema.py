"""The schema of a report's data is printed, or written where it is read."""

from click.testing import CliRunner

from workshop.cli import main, report_schema
from workshop.outputs.formats.json_schema import document


def test_it_is_printed_as_it_is_published():
    said = CliRunner().invoke(main, ["report-schema"])
    assert (said.exit_code, said.output) == (0, document())


def test_it_is_written_where_it_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(report_schema, "PAGE", tmp_path / "docs" / "report.schema.json")
    (tmp_path / "docs").mkdir()
    said = CliRunner().invoke(main, ["report-schema", "--write"])
    assert said.output == "Wrote docs/report.schema.json.\n"
    assert (tmp_path / "docs" / "report.schema.json").read_text("utf-8") == document()
