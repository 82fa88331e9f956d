"""Every route and every command, for every role, in two organisations: who is let in, and that nobody else is.

The routes come from the app's own map, the commands from the registry: what is added without a rule fails here.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask import Flask

from tests.helpers.site import Person, Site
from tests.helpers.tree import ROOT
from workshop.activities.registry import COMMANDS
from workshop.domain.ledger import Pool
from workshop.service.forget import forget
from workshop.service.perform import Sender, perform
from workshop.service.ports import KeptPool
from workshop.web.access import RULES

CLOSED = {"security.static"}
"""Routes that a library brings and nobody needs: without a rule, so that they answer nobody."""
EVERYBODY = frozenset(
    {"visitor", "seat", "screen pass", "desk pass", "care pass", "owner", "second", "colleague", "reviewer", "admin"}
    | {"other owner", "other reviewer"}
)
ACCOUNTS = EVERYBODY - {"visitor", "seat", "screen pass", "desk pass", "care pass"}
FACILITATORS = frozenset({"owner", "second", "colleague", "other owner"})
ITS_FACILITATORS = frozenset({"owner", "second", "desk pass"})
BY_ACCOUNT, OWNER = ITS_FACILITATORS - {"desk pass"}, frozenset({"owner"})
OURS = frozenset({"reviewer", "admin"})
REVIEWERS = OURS | {"other reviewer"}
WHO = {
    **dict.fromkeys(
        ("assets.file", "join.join_page", "join.look_up", "join.leave_seat", "pages.privacy", "pages.support"),
        EVERYBODY,
    ),
    **dict.fromkeys(("pages.healthz", "pages.readyz", "pages.favicon", "security.login", "security.logout"), EVERYBODY),
    "metrics.metrics": frozenset(),  # none of them is on this machine
    # Links that say who one is: whoever holds them is let in, whoever makes one up is not.
    **dict.fromkeys(("sign_in.one_time", "sign_in.use_link", "sign_in.use_pass"), frozenset()),
    "join.take_seat": EVERYBODY - ACCOUNTS - {"desk pass", "care pass"},
    **dict.fromkeys(("join.room_page", "my_data.my_data_page"), frozenset({"seat"})),
    "check_text.check": EVERYBODY - {"visitor", "screen pass"},
    **dict.fromkeys(("security.verify", "sign_in.leave_page"), ACCOUNTS),
    # A reviewer is shown the way to the reports instead.
    **dict.fromkeys(("prepare.new", "prepare.create", "prepare.keep", "prepare.rehearse"), FACILITATORS),
    **dict.fromkeys(("facilitate.home", "case_pages.shelf", "case_pages.read"), FACILITATORS),
    **dict.fromkeys(("prepare.edit", "prepare.change", "prepare.open_", "prepare.call"), BY_ACCOUNT),
    **dict.fromkeys(("guides.help_page", "guides.delegates", "guides.facilitators"), EVERYBODY),
    **dict.fromkeys(("facilitate.console", "facilitate.links", "facilitate.choose_address"), ITS_FACILITATORS),
    "facilitate.care": ITS_FACILITATORS | {"care pass"},
    **dict.fromkeys(("facilitate.report_page", "facilitate.report_file", "own_debrief.page"), BY_ACCOUNT),
    **dict.fromkeys(("facilitate.new_links", "trainers.trainers_page"), BY_ACCOUNT),
    **dict.fromkeys(("releasing.release_report", "releasing.preview_report", "facilitate.forget_session"), OWNER),
    **dict.fromkeys(("correcting.page", "correcting.correct_report"), OWNER),
    **dict.fromkeys(("trainers.add_trainer", "trainers.remove_trainer"), OWNER),
    **dict.fromkeys(("facilitate.screen", "facilitate.screen_links"), ITS_FACILITATORS | {"screen pass", "care pass"}),
    **dict.fromkeys(("organisation.report_page", "organisation.report_file", "organisation.brief_file"), OURS),
    **dict.fromkeys(("destroy.page", "destroy.act"), frozenset({"owner", "second", "colleague", "reviewer", "admin"})),
    "keeping.choose": frozenset({"admin"}),
    **dict.fromkeys(("keeping.receipts", "keeping.receipt_file"), OURS),
    **dict.fromkeys(("organisation.reports", "organisation.make_pool", "overview.first", "beside.choose"), REVIEWERS),
    **dict.fromkeys(("beside.page", "beside.table", "overview.page", "overview.table"), OURS),
    **dict.fromkeys(("overview.version", "overview.version_table", "organisation.pool_page"), OURS),
}
OF_ENDED = {"facilitate.new_links", "facilitate.report_page", "facilitate.report_file", "own_debrief.page"}
OF_ENDED |= {"releasing.release_report", "releasing.preview_report", "correcting.page", "correcting.correct_report"}
OF_DOOMED = {"facilitate.forget_session"}


@dataclass
class World:
    site: Site
    running: str
    ended: str
    doomed: str
    release: str
    pool: str
    organisation: str
    receipt: str
    people: dict[str, Person]


@pytest.fixture(scope="module")
def world(site):
    ours, theirs = "Here", "Elsewhere"
    owner = site.member("owner@here.test", ours, "facilitator")
    second = site.member("second@here.test", ours, "facilitator")
    colleague = site.member("colleague@here.test", ours, "facilitator")
    reviewer = site.member("reviewer@here.test", ours, "reviewer")
    admin = site.member("admin@here.test", ours, "admin")
    other = site.member("owner@elsewhere.test", theirs, "facilitator")
    other_reviewer = site.member("reviewer@elsewhere.test", theirs, "reviewer")
    running, (ended, release), (doomed, _) = site.session(owner), site.ended(owner), site.ended(owner, released=False)
    for session in (running, ended, doomed):
        site.context.record.add_facilitator(session, second.user)
    people = {
        "visitor": site.visitor(),
        "seat": site.delegate(running),
        "screen pass": site.with_pass(running, "screen"),
        "desk pass": site.with_pass(running, "desk"),
        "care pass": site.with_pass(running, "care"),
        "owner": site.signed_in(owner),
        "second": site.signed_in(second),
        "colleague": site.signed_in(colleague),
        "reviewer": site.signed_in(reviewer),
        "admin": site.signed_in(admin),
        "other owner": site.signed_in(other),
        "other reviewer": site.signed_in(other_reviewer),
    }
    forget(site.context, site.session(owner))
    (receipt,) = site.context.record.receipts(owner.organisation)
    here = owner.organisation
    site.worked(owner, 6, "With figures")
    return World(site, running, ended, doomed, release, a_pool(site, here, release), here, receipt.id, people)


def a_pool(site, organisation, release):
    """Figures over one report, straight into the ledger: which is enough for asking who may read them."""
    kept = KeptPool("pool-1", organisation, Pool({release: 24}, 5))
    return site.context.record.add_pool(kept, lambda asked, earlier: None)[0]


def asked(world, rule):
    """The path of a route for the objects of our organisation."""
    session = (
        world.ended if rule.endpoint in OF_ENDED else world.doomed if rule.endpoint in OF_DOOMED else world.running
    )
    values = {
        "session": session,
        "release": world.release,
        "pool": world.pool,
        "receipt": world.receipt,
        "kind": "html",
        "name": {"overview.table": "needs", "overview.version_table": "cards"}.get(rule.endpoint, "json"),
        **dict.fromkeys(("token", "filename", "user"), "x"),
        "path": "mark.svg",
        **dict.fromkeys(("case", "scenario"), "group-chat"),
        "organisation": world.organisation,
        "period": str(datetime.now(UTC).year),
        "version": world.site.context.scenarios.get("group-chat").version,
    }
    with world.site.app.test_request_context():
        return world.site.app.url_map.bind("localhost").build(rule.endpoint, {a: values[a] for a in rule.arguments})


def let_in(answer) -> bool:
    if answer.status_code in (301, 302, 303):
        where = answer.headers["Location"]
        return not (where == "/" or where.startswith("/account/sign-in") or where == "/organisation")
    return answer.status_code not in (401, 403, 404, 409)


def routes(app: Flask) -> list:
    return sorted(app.url_map.iter_rules(), key=lambda r: (r.endpoint in OF_DOOMED, r.endpoint, r.rule))


def test_every_route_has_a_rule_and_every_rule_a_route(site):
    endpoints = {rule.endpoint for rule in site.app.url_map.iter_rules()}
    assert endpoints - set(RULES) == CLOSED
    assert set(RULES) <= endpoints
    assert set(RULES) == set(WHO), "this test has to say who may use a new route"


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_role_gets_through_where_it_should_and_nowhere_else(world, who):
    person, wrong = world.people[who], []
    for rule in routes(world.site.app):
        for method in sorted(rule.methods & {"GET", "POST"}):
            if (rule.endpoint, method) in {("security.logout", "POST"), ("join.leave_seat", "POST")}:
                continue  # would end what the next rows need; they have tests of their own
            if who == "owner" and rule.endpoint in OF_DOOMED:
                continue  # below
            if rule.endpoint in ("prepare.rehearse", "prepare.create") and who in FACILITATORS:
                continue  # would make sessions; test_facilitate.py does
            path = asked(world, rule)
            answer = person.get(path) if method == "GET" else person.post(path)
            allowed = rule.endpoint not in CLOSED and who in WHO[rule.endpoint]
            if let_in(answer) != allowed:
                wrong.append(f"{method} {rule.rule}: {answer.status_code} {answer.headers.get('Location', '')}")
    assert not wrong


def test_only_the_owner_forgets(world):
    path = f"/facilitate/{world.doomed}/forget"
    assert world.people["second"].post(path).status_code == 404
    assert world.site.context.record.session(world.doomed) is not None
    assert world.people["owner"].post(path).status_code == 200
    assert world.site.context.record.session(world.doomed) is None


@pytest.mark.parametrize("who", ["other owner", "colleague", "reviewer", "desk pass", "care pass"])
def test_somebody_elses_object_looks_as_if_it_were_not_there(world, who):
    person = world.people[who]
    for real, none in (
        (f"/facilitate/{world.ended}", "/facilitate/nothing-here-at-all"),
        (f"/facilitate/{world.ended}/report.json", "/facilitate/nothing-here-at-all/report.json"),
        (f"/facilitate/{world.ended}/links", "/facilitate/nothing-here-at-all/links"),
    ):
        there, absent = person.get(real), person.get(none)
        assert (there.status_code, bare(there.text)) == (absent.status_code, bare(absent.text))


def bare(page: str) -> str:
    return re.sub(r'content="[^"]+"|next=[^"&]+', "", page)


def test_a_route_without_a_rule_answers_nobody(valkey_server, tmp_path):
    fresh = Site(tmp_path, valkey_server.url)
    fresh.app.add_url_rule("/new", "new", lambda: "secret")
    owner = fresh.signed_in(fresh.member("owner@here.test", "Here", "facilitator", "admin", "reviewer"))
    for person in (fresh.visitor(), owner):
        answer = person.get("/new")
        assert (answer.status_code, "secret" in answer.text) == (403, False)


def documented() -> dict[str, frozenset[str]]:
    """The commands of docs/contract.md with their roles."""
    names = {"d": "delegate", "f": "facilitator"}
    table = (ROOT / "docs" / "contract.md").read_text("utf-8").partition("## 3. Commands")[2].partition("## 4.")[0]
    rows = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| ([df ]+) \|", table, re.MULTILINE)
    return {name: frozenset(names[c] for c in who.split()) for name, who in rows}


def test_the_contract_says_of_every_command_who_may_give_it():
    assert {name: command.roles for name, command in COMMANDS.items()} == documented()


@pytest.mark.parametrize("name", sorted(COMMANDS))
@pytest.mark.parametrize("role", ["delegate", "facilitator", "screen"])
def test_a_command_is_refused_to_every_other_role(world, name, role):
    context = world.site.context
    before = context.live.revision(world.running)
    token = world.site.seat(world.running) if role == "delegate" and role in COMMANDS[name].roles else ""
    done = perform(context, world.running, Sender(role, token), name, {"no": "such field"}, "x" * 22)
    refused_by_role = getattr(done, "code", "") == "not_allowed"
    assert refused_by_role == (role not in documented()[name])
    if refused_by_role:
        assert context.live.revision(world.running) == before


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_desk_for_care_gives_only_commands_that_move_nothing(world, name):
    context = world.site.context
    before = context.live.revision(world.running)
    done = perform(context, world.running, Sender("facilitator", care=True), name, {"no": "such field"}, "y" * 22)
    assert (done.code == "not_allowed") == (name not in {"session.tell", "questions.mark", "questions.keep"})
    assert context.live.revision(world.running) == before
