"""Logs have a closed list of fields; faults say where they happened and never with what."""

import logging

import pytest
import structlog

from workshop.logs import FIELDS, QUIET, configure_logs, only_allowed, where

CANARY = "CANARY-that-somebody-typed"


@pytest.fixture(autouse=True)
def afterwards():
    levels = {name: logging.getLogger(name).level for name in QUIET}
    yield
    structlog.reset_defaults()
    logging.getLogger("workshop").filters.clear()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_only_fields_of_the_list_are_printed(capsys):
    configure_logs("INFO")
    structlog.get_logger("gate").error(
        "command_failed", kind="ValueError", name="board.place", token=CANARY, body={"text": CANARY}, sid=CANARY
    )
    said = capsys.readouterr().err
    assert "command_failed" in said and "ValueError" in said and "board.place" in said
    assert CANARY not in said and "token" not in said and "sid" not in said


def test_the_list_names_nothing_that_could_be_a_person():
    assert {"event", "level", "timestamp", "kind", "name", "where", "count", "seconds", "status", "account"} == FIELDS
    assert only_allowed(None, "", {"event": "x", "ip": "192.0.2.1"}) == {"event": "x"}


def test_below_the_level_nothing_is_said(capsys):
    configure_logs("WARNING")
    structlog.get_logger().info("something")
    structlog.get_logger().warning("something_else")
    assert "something_else" in (said := capsys.readouterr().err) and said.count("\n") == 1


@pytest.mark.parametrize("name", QUIET)
def test_libraries_that_print_payloads_are_silent(name, caplog):
    configure_logs("DEBUG")
    logging.getLogger(name).error(CANARY)
    assert CANARY not in caplog.text


def test_a_fault_is_placed_in_our_own_code_without_values(tmp_path):
    from workshop.casebook import load_file

    with pytest.raises(ValueError) as fault:
        load_file(tmp_path / CANARY)
    placed = where(fault.value)
    assert placed.startswith("reading.py:") and " < " in placed and CANARY not in placed
    assert where(ValueError(CANARY)) == ""


def test_flasks_own_error_log_says_where_and_not_with_what(capsys):
    from flask import Flask

    configure_logs("INFO")
    app = Flask("workshop")
    stream = logging.StreamHandler()
    app.logger.addHandler(stream)

    @app.get("/")
    def broken():
        raise RuntimeError(CANARY)

    try:
        assert app.test_client().get("/", headers={"User-Agent": CANARY}).status_code == 500
    finally:
        app.logger.removeHandler(stream)
    said = capsys.readouterr().err
    assert "request failed: RuntimeError at" in said
    assert CANARY not in said and "Traceback" not in said
