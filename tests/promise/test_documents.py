"""docs/privacy.md says what each place holds, docs/promise.md which test proves what. Both are held to the code."""

import ast
import re
from dataclasses import replace

import pytest

from tests.helpers.case import OneCase
from tests.helpers.rooms import TOKENS, a_context, a_room
from tests.helpers.site import PASSWORD, Site
from tests.helpers.table import SECOND, with_step
from tests.helpers.tree import ROOT, files, text
from workshop.activities.formulation_fold import stack_of
from workshop.activities.registry import COMMANDS
from workshop.live.store import RedisStore
from workshop.logs import FIELDS
from workshop.record.tables import Base
from workshop.service.desks import came
from workshop.service.perform import Done
from workshop.service.questions import gather_questions

PRIVACY = (ROOT / "docs" / "privacy.md").read_text("utf-8")
PROMISE = (ROOT / "docs" / "promise.md").read_text("utf-8")
CODE = re.compile(r"`([^`]+)`")


def section(number: int) -> str:
    return PRIVACY.partition(f"\n## {number}. ")[2].partition("\n## ")[0]


def rows(part: str) -> list[list[str]]:
    """Cells of every table row that begins with something in code letters."""
    found = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines()]
    return [row for row in found if row[0].strip().startswith("`")]


# ---------------------------------------------------------------- privacy.md


def test_the_record_has_the_tables_and_columns_that_are_named():
    named = {CODE.findall(row[0])[0]: CODE.findall(row[1]) for row in rows(section(3))}
    assert named == {name: [c.name for c in table.columns] for name, table in Base.metadata.tables.items()}


@pytest.fixture
def keys_of_everything(valkey):
    """Every key that the live store gets while everything is done in a session, and around it."""
    context = replace(a_context(live=RedisStore(valkey.client, b"s" * 32)), scenarios=OneCase(with_step(SECOND)))
    room = a_room(context)
    seen: set[str] = set()

    def look() -> None:
        for key in valkey.client.scan_iter(count=1000):
            name = key.decode().replace(f"{{{room.id}}}", "{…}").replace(room.head.code, "<code>")
            name = re.sub(r"(placements|moves|earlier|answers|responses)\.\w+$", r"\1.<round>", name)
            seen.add(
                re.sub(r"(ops|lease|count):.+$", lambda m: f"{m[1]}:<{'scope' if m[1] == 'ops' else 'what'}>", name)
            )

    everything(room, look)
    room.context.live.count("guesses", 60)
    room.context.live.take_lease(room.id, "checkpoint", 5)
    look()
    return seen


def everything(room, look) -> None:
    """One of every command a phone can send, and what the desk does with it."""
    tokens = room.join(6)
    came(room.context, room.id, "worker", "account at a desk")
    for token in tokens:
        room.delegate(token, "welcome.agree")
        room.delegate(token, "session.word")
    room.go("confidence")
    asked = room.head.round_here().id
    room.delegate(tokens[0], "confidence.answer", round=asked, item="ask", asked="now", value=4)
    place_and_place_again(room, look)
    room.go("questions")
    for token in tokens:
        room.delegate(token, "questions.ask", text="Why?")
    look()
    gather_questions(room.context, room.id)
    room.go("formulation")
    room.facilitate("formulation.add", section="known", text="A note")
    room.delegate(tokens[0], "formulation.add", section="known", text="A note")
    look()
    one, two = room.collection("notes")
    room.facilitate("formulation.link", source=one, target=two, kind="because")
    room.delegate(tokens[0], "formulation.support", note=one, on=True)
    room.delegate(tokens[0], "formulation.link", source=one, target=two, kind="because")
    stack = stack_of(room.collection("notes"), [one, two])
    room.delegate(tokens[0], "formulation.idea", stack=stack, notes=[one, two], on=True)
    room.facilitate("formulation.move", note=one, section="presenting")
    room.facilitate("formulation.explain", part="because", text="So", base=0)
    offer_wordings(room, tokens, look)
    room.facilitate("jotter.write", about="card", id="c1", text="So they said", base=0)
    room.go("plan")
    action = {"target": COMMANDS["plan.add"].body.model_json_schema()["properties"]["target"]["enum"][0]}
    room.delegate(tokens[0], "plan.add", **action, action="Do", why="", note=None, who="", by_when="", review="")
    room.go("reflection")
    last = room.head.round_here().id
    for token in tokens:
        room.delegate(token, "reflection.say", round=last, field="will_do", text="Listen")
    look()
    room.facilitate("reflection.close", round=last)
    look()


def offer_wordings(room, tokens, look) -> None:
    """Every phone offers one and would rather have one."""
    room.facilitate("formulation.ask_wordings")
    said = {"because": "So", "kept_going": "", "eased": "", "unsure": "", "rival": "", "pad": ""}
    for n, token in enumerate(tokens):
        room.delegate(token, "formulation.offer", gathering=1, **{**said, "because": f"So {n}"})
    look()
    room.facilitate("formulation.show_wordings")
    wording = room.collection("offered")["all"]["parts"]["because"][0]["id"]
    room.delegate(tokens[0], "formulation.prefer", part="because", wording=wording)
    look()


def place_and_place_again(room, look) -> None:
    """A card is placed, and what one would do is said of it; shown, placed again, and closed without showing."""
    found = room.open_board(-1)
    would = {"level": "targeted", "earlier": None, "direction": None}
    room.everybody_places(found, ["abusive"] * 6, response=would)
    look()
    assert isinstance(room.facilitate("board.reveal", round=found), Done)
    assert isinstance(room.facilitate("board.reopen", cards=["c1"], cause="discussion"), Done)
    again = room.head.round_here().id
    for token in TOKENS[:6]:
        would = {"level": "targeted", "earlier": "targeted", "direction": "same"}
        more = {"earlier": "abusive", "direction": "same", "why": ["heard"], "response": would}
        assert isinstance(room.place(token, again, "c1", "abusive", **more), Done)
    look()
    assert isinstance(room.facilitate("board.close", round=again), Done)
    look()


def test_the_live_store_has_the_keys_that_are_named(keys_of_everything):
    named = {key for row in rows(section(4)) for key in CODE.findall(row[0])}
    assert keys_of_everything == named


def test_the_cookies_are_those_that_are_named(valkey, tmp_path):
    site = Site(tmp_path, valkey.url)
    owner = site.member("cookies@here.test", "Here", "facilitator")
    session = site.session(owner)
    people = [site.visitor(), site.delegate(session), site.with_pass(session, "screen"), site.signed_in(owner)]
    people[0].get("/")
    people.append(known_browser(site))
    found = {cookie.key for person in people for cookie in person.client._cookies.values()}
    assert found == {CODE.findall(row[0])[0] for row in rows(section(5)) if row[0].startswith("`cw_")}


def known_browser(site):
    """A browser in which an account has signed in with its password."""
    site.member("known@here.test", "Here", "facilitator", password=PASSWORD)
    person = site.visitor()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', person.get("/account/sign-in").text)
    form = {"email": "known@here.test", "password": PASSWORD, "csrf_token": token[1]}
    assert person.client.post("/account/sign-in", data=form).status_code == 302
    return person


def test_pages_keep_what_is_named_and_nothing_else():
    modules = [p for p in files(".ts", ".tsx", under="static/src") if p.name != "storage.ts"]
    kept = {name for p in modules for name in re.findall(r"kept\(`(cw \w+ \$\{(?:session|code)\})`", text(p))}
    assert {re.sub(r"\$\{(\w+)\}", r"<\1>", name) for name in kept} == {
        CODE.findall(row[0])[0] for row in rows(section(5)) if row[0].startswith("`cw ")
    }
    for path in modules:
        assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.", text(path)), path


def test_log_lines_have_the_fields_that_are_named():
    named = section(6).partition("and no others:")[2].partition(".\n")[0]
    assert set(CODE.findall(named)) == FIELDS


def test_the_promise_stands_in_its_own_words():
    assert "counted, not recorded" in section(2) and "taken over the running server" in section(2)


# ---------------------------------------------------------------- promise.md


def defined_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")} | {
        t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)
    }


CLAIMS = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PROMISE)


def test_every_test_that_is_named_exists():
    assert len(CLAIMS) > 40
    for path, name in CLAIMS:
        assert (ROOT / path).is_file(), path
        assert not name or name in defined_in(path), f"{path}::{name}"


def test_every_file_of_the_gate_is_in_the_table():
    gate = {p.relative_to(ROOT).as_posix() for p in files(".py", under="tests/promise") if p.name.startswith("test_")}
    assert gate <= {path for path, _ in CLAIMS}


def test_every_family_names_what_was_taken_out_to_see_it_fail():
    families = PROMISE.split("\n## ")[1:]
    tables = [family for family in families if "| attack |" in family]
    assert len(tables) >= 6
    for family in tables:
        attacks = [line for line in family.splitlines() if line.startswith("| ") and "`tests/" in line]
        assert attacks
        for line in attacks:
            *_, taken_out = [cell.strip() for cell in line.strip("|").split(" | ")]
            assert len(taken_out) > 8, line


def test_every_page_of_the_documents_that_is_named_is_there():
    named = re.compile(r"\bdocs/[a-z0-9/-]+\.md|\bdecisions/[a-z0-9-]+\.md")
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", *(ROOT / "workshop").rglob("*.py")]
    for page in pages:
        for found in named.findall(page.read_text("utf-8")):
            assert (ROOT / "docs" / found.removeprefix("docs/")).is_file(), f"{page.name}: {found}"
