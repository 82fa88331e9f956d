"""A sign-in that was ended signs nobody in again."""

from redis import Redis

from workshop.web.sign_ins import have_ended, is_over


def test_a_sign_in_is_over_when_it_was_never_begun(site):
    assert is_over(site.context, "")
    assert not is_over(site.context, "some name")
    assert have_ended(site.context, ["some name", "another"]) == set()


def test_signing_out_ends_this_sign_in_and_no_other(site):
    member = site.member("two@here.test", "Here", "facilitator")
    one, other = site.signed_in(member), site.signed_in(member)
    kept = one.client.get_cookie("cw_form").value
    one.post("/account/sign-out")
    copied = site.visitor()
    copied.client.set_cookie("cw_form", kept, httponly=True)
    assert copied.get("/facilitate").status_code == 302
    assert other.get("/facilitate").status_code == 200


def test_a_cookie_without_a_name_of_its_own_signs_nobody_in(site):
    person = site.signed_in(site.member("bare@here.test", "Here", "facilitator"))
    with person.client.session_transaction() as kept:
        del kept["sign_in"]
    assert person.get("/facilitate").status_code == 302


def test_what_is_written_down_does_not_tell_the_name(site, valkey_server):
    person = site.signed_in(site.member("quiet@here.test", "Here", "facilitator"))
    with person.client.session_transaction() as kept:
        name = kept["sign_in"]
    person.post("/account/sign-out")
    client = Redis.from_url(valkey_server.url)
    keys = list(client.scan_iter(match="cw:count:signed-out:*"))
    assert keys and all(name.encode() not in k and client.ttl(k) > 0 for k in keys)
