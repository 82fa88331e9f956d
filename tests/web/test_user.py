"""Who is signed in, and for which organisations."""

from workshop.web import user


def test_nobody_is_nobody_and_has_no_organisation(site):
    with site.app.test_request_context("/"):
        assert (user.user_here(), user.memberships(), user.organisation_of_facilitator()) == (None, [], None)
        assert user.reviewed_organisations() == []


def test_each_role_opens_its_own_door(site):
    both = site.member("both@here.test", "Here", "facilitator")
    site.member("both@here.test", "There", "reviewer")
    home = site.signed_in(both).get("/facilitate").text
    assert "/facilitate/new" in home
    assert site.signed_in(both).get("/organisation").status_code == 200
    assert site.signed_in(site.member("one@here.test", "Here", "facilitator")).get("/organisation").status_code == 403
