"""`workshop account`: who can be added, what is refused in a sentence, and that the password opens the door."""

import re

import pytest
from click.testing import CliRunner

from workshop.app import create_app
from workshop.cli.account import command
from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord
from workshop.settings import Settings

PASSWORD = "a good long password"
TWICE = f"{PASSWORD}\n{PASSWORD}\n"
FORM_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture
def account(tmp_path, monkeypatch):
    """Run `workshop account …` on a data directory of its own; (exit code, all that was said)."""
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments, typed=None):
        done = CliRunner().invoke(command, arguments, input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def record(tmp_path):
    return SqlRecord(make_engine(f"sqlite:///{tmp_path}/data/workshop.sqlite3"))


def add(account, email="ada@example.org", *more, organisation="School A", typed=TWICE):
    return account("add", email, "--organisation", organisation, *more, typed=typed)


def test_somebody_is_added_with_a_password_that_was_asked_for_twice(account, record):
    code, said = add(account, "Ada@EXAMPLE.org", "--new-organisation", "--role", "reviewer", "--role", "admin")
    assert (code, said.splitlines()[-1]) == (0, "Ada@example.org is now reviewer and admin of School A.")
    assert PASSWORD not in said
    (member,) = record.members()
    assert (member.email, member.organisation_name, member.roles) == (
        "Ada@example.org",
        "School A",
        {"reviewer", "admin"},
    )


def test_a_generated_password_is_shown_once_and_kept_hashed_only(account, tmp_path):
    code, said = add(account, "ada@example.org", "--new-organisation", "--generate", typed=None)
    password = said.splitlines()[-1].removeprefix("Their password, shown this once: ")
    assert (code, len(password)) == (0, 16)
    kept = b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir())
    assert password.encode() not in kept and b"$argon2id$" in kept


@pytest.mark.parametrize("address", ["ada", "ada@", "@example.org", "ada@exa mple.org", "a\nb@example.org", "<a@b>"])
def test_what_is_no_address_is_refused_in_a_sentence(account, record, address):
    code, said = add(account, address, "--new-organisation")
    assert code == 1 and said.startswith("Error: “") and "is not an e-mail address: " in said
    assert account("list") == (0, "")


def test_a_misspelt_organisation_is_not_made_by_accident(account):
    add(account, "ada@example.org", "--new-organisation")
    assert add(account, "bo@example.org", organisation="Shcool A") == (
        1,
        "Error: There is no organisation “Shcool A”. There are: School A. Add --new-organisation to make it.\n",
    )
    assert account("list") == (0, "School A: ada@example.org (facilitator)\n")


def test_an_organisation_is_found_whatever_its_capitals_and_made_once(account):
    add(account, "ada@example.org", "--new-organisation")
    assert add(account, "bo@example.org", organisation=" school  a ")[0] == 0
    assert add(account, "cy@example.org", "--new-organisation", organisation="SCHOOL A") == (
        1,
        "Error: The organisation “School A” is there already. Leave --new-organisation out.\n",
    )
    assert account("list")[1].count("School A: ") == 2


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "\u200b\x07"])
def test_an_organisation_without_a_proper_name_is_refused(account, name):
    code, said = add(account, "ada@example.org", "--new-organisation", organisation=name)
    assert code == 1 and "1 to 120 characters" in said


def test_who_is_there_already_is_told_what_to_do(account):
    add(account, "ada@example.org", "--new-organisation")
    code, said = add(account, "ADA@example.org")
    assert code == 1
    assert said == (
        "Error: ada@example.org is facilitator of School A already. For a new password: workshop account reset.\n"
    )


def test_a_second_role_and_a_second_organisation_keep_the_one_account_and_its_password(account, record):
    add(account, "ada@example.org", "--new-organisation")
    assert add(account, "ada@example.org", "--role", "reviewer", typed=None)[0] == 0
    assert add(account, "ada@example.org", "--new-organisation", organisation="Trust B", typed=None)[0] == 0
    members = record.members()
    assert [(m.organisation_name, sorted(m.roles)) for m in members] == [
        ("School A", ["facilitator", "reviewer"]),
        ("Trust B", ["facilitator"]),
    ]
    assert len({m.user for m in members}) == 1


def test_a_role_that_there_is_not_and_a_short_password_are_refused(account):
    code, said = add(account, "ada@example.org", "--new-organisation", "--role", "owner")
    assert code == 2 and "'admin', 'facilitator', 'reviewer'" in said
    code, said = add(account, "ada@example.org", "--new-organisation", typed="short\nshort\n")
    assert (code, said.splitlines()[-1]) == (
        1,
        "Error: A password has at least 12 characters. "
        "Four or five words that have nothing to do with each other make a good one.",
    )
    assert account("list") == (0, "")


@pytest.mark.parametrize("typed", ["12345678", "password1234", "Greenfield-2026!", "ada.example.org", "x" * 5000])
def test_what_could_be_guessed_is_refused_when_a_password_is_first_set_and_set_anew(account, record, typed):
    add(account, "ada@example.org", "--new-organisation", organisation="Greenfield")
    before = record.members()
    for words in (
        ("add", "bo@example.org", "--organisation", "Greenfield"),
        ("reset", "ada@example.org"),
    ):
        code, said = account(*words, typed=f"{typed}\n{typed}\n")
        assert code == 1 and said.splitlines()[-1].startswith(("Error: A password has", "Error: This password could"))
        assert typed not in said
    assert record.members() == before


def test_a_password_for_nobody_is_refused(account):
    code, said = account("reset", "ada@example.org", "--generate")
    assert code == 1 and said.startswith("Error: There is no account ada@example.org.")


def test_a_database_that_is_away_is_a_sentence(account, monkeypatch):
    monkeypatch.setenv("WORKSHOP_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert account("list") == (1, "Error: The database cannot be reached. Look at WORKSHOP_DATABASE_URL.\n")


def test_one_signs_in_with_it_and_a_reset_ends_that(account, tmp_path, valkey):
    add(account, "ada@example.org", "--new-organisation")
    settings = Settings.from_environ({"WORKSHOP_DATA_DIR": str(tmp_path / "data"), "WORKSHOP_PORT": "8999"})
    workshop = create_app(settings, valkey.url, "s" * 40)
    try:
        browser, other = workshop.app.test_client(), workshop.app.test_client()
        assert sign_in(browser, "ada@example.org", "not her password").status_code == 200
        assert browser.get("/facilitate").status_code != 200
        assert sign_in(browser, "ADA@example.org", PASSWORD).headers["Location"].endswith("/facilitate")
        assert browser.get("/facilitate").status_code == 200
        code, said = account("reset", "ada@example.org", "--generate")
        new = said.splitlines()[-1].rpartition(" ")[2]
        assert code == 0
        assert browser.get("/facilitate").status_code != 200, "the older sign-in has ended"
        assert sign_in(other, "ada@example.org", PASSWORD).status_code == 200
        assert sign_in(other, "ada@example.org", new).status_code == 302
        assert other.get("/facilitate").status_code == 200
    finally:
        workshop.close()


def sign_in(browser, email, password):
    page = browser.get("/account/sign-in").text
    form = {"email": email, "password": password, "csrf_token": FORM_TOKEN.search(page)[1]}
    return browser.post("/account/sign-in", data=form)


def test_a_name_in_any_script_is_taken_as_it_was_written(account, record):
    code, _ = add(account, "ada@example.org", "--new-organisation", organisation=" مدرسه\u200cی ما\x07 ")
    assert code == 0 and [m.organisation_name for m in record.members()] == ["مدرسه\u200cی ما"]
