"""Passwords: what could be guessed is refused in a sentence, what is good is hashed as the library verifies it."""

import subprocess
import sys
import time
import unicodedata

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from tests.helpers.tree import ROOT
from workshop.record.passwords import LONGEST, SHORTEST, fault_of, hash_password

ABOUT = ("ada.lovelace@greenfield.sch.uk", "Greenfield Sécondary School")


def test_a_password_is_hashed_in_one_form_of_its_letters():
    hashed = hash_password("Zoë's passphrase")
    assert hashed.startswith("$argon2id$") and "Zo" not in hashed
    assert PasswordHasher().verify(hashed, unicodedata.normalize("NFKD", "Zoë's passphrase"))
    with pytest.raises(VerifyMismatchError):
        PasswordHasher().verify(hashed, "another passphrase")


def test_outside_of_the_tests_a_hash_costs_what_it_should():
    """In a process of its own: tests/conftest.py makes it cheap in this one."""
    hashes = "from workshop.record.passwords import hash_password; print(hash_password('correct horse battery'))"
    done = subprocess.run([sys.executable, "-c", hashes], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize(
    "weak",
    [
        *("password1234", "Password1234!", "P@ssw0rd12345", "passwordpassword", "p a s s w o r d 1 2", "pässwörd1234"),
        *(
            "123456789012",
            "１２３４５６７８９０１２",
            "qwertyuiop12",
            "aaaaaaaaaaaaaaaaaaaa",
            "letmeinletmein",
            " " * 20,
        ),
        *("abcdefghijklm", "iloveyou1234", "monkeymonkeymonkey", "Ab3" * 60),
    ],
)
def test_what_everybody_tries_first_is_refused(weak):
    assert fault_of(weak).startswith("This password could be guessed: ")


@pytest.mark.parametrize(
    "own",
    [
        *("greenfieldschool", "Greenfield-2026!", "secondary school greenfield", "Greenf1eld2026", "SecondarySchool!"),
        *("ada.lovelace@greenfield.sch.uk", "adalovelace1815", "lovelace.ada.1", "LOVELACE lovelace"),
        *("ContinuumWorkshop", "continuumworkshop2026", "workshop12345678", "Continuum-Workshop-1"),
    ],
)
def test_names_of_the_account_the_organisation_and_the_program_are_refused(own):
    assert fault_of(own, *ABOUT).startswith("This password could be guessed: ")


@pytest.mark.parametrize(
    "good",
    [
        *("correct horse battery staple", "four cats dance under water", "x9!Kd03kLm#2", "Zoë's passphrase"),
        *(
            "пароль на каждый день недели",
            "合気道の稽古は毎週木曜日に行う",
            "می‌خواهم فردا باران ببارد",
            "🦊🐢 walk to the sea at noon",
        ),
        "the school bus of Greenfield sings eleven purple hymns",
        "jellyfish lantern gravel ".ljust(LONGEST, "."),
    ],
)
def test_long_passphrases_pass(good):
    assert fault_of(good, *ABOUT) == ""


@pytest.mark.parametrize("short", ["", "12345678", "kX9#mQ2$vB7", "ﷺ" * 3])
def test_a_short_one_is_refused_and_said_how_short(short):
    assert f"at least {SHORTEST} characters" in fault_of(short)
    assert SHORTEST >= 12


@pytest.mark.parametrize("long", ["x" * 5000, "correct horse battery staple " * 200, "ﷺ" * 150, "é" * 100_000])
def test_a_long_one_is_refused_at_once_and_said_how_long(long):
    before = time.process_time()
    assert f"at most {LONGEST} characters" in fault_of(long)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "odd", ["correct horse\0battery", "correct horse\nbattery", "correct horse \udc80 battery", "\x7f" * 20]
)
def test_what_no_keyboard_types_is_refused(odd):
    with pytest.raises(ValueError, match="what a keyboard types"):
        hash_password(odd)


@pytest.mark.parametrize("password", ["12345678", "password1234", "y" * 300, "lovelace.ada.1"])
def test_a_refusal_says_what_to_do_and_not_what_was_typed(password):
    said = fault_of(password, *ABOUT)
    assert password not in said and "lovelace" not in said and said.endswith(".")


@pytest.mark.parametrize("typed", ["z" * 5000, "z" * 60_000, "\udcff", "é" * 5000])
def test_whatever_is_typed_the_check_raises_nothing_but_a_sentence(typed):
    assert fault_of(typed)
