"""The prompts of a language: whole, each with its reason and source; and said of a text before it leaves."""

from workshop.web.gentler import prompts
from workshop.words import Words


def test_every_prompt_has_forms_a_reason_and_a_source():
    found = prompts(Words.of("en"))
    assert {"one", "many", "risk", "sure"} <= {prompt.id for prompt in found}
    assert all(prompt.forms and prompt.why and prompt.source for prompt in found)
    assert any(prompt.but for prompt in found) and any(not prompt.offer for prompt in found)


def test_what_was_written_of_an_act_is_shown_with_its_source_to_whoever_releases_it(site):
    owner = site.member("gentler@here.test", "Here", "facilitator")
    session, _ = site.ended(owner, released=False)
    page = site.signed_in(owner).get(f"/facilitate/{session}/report").text
    assert page.count("data-gentler=") == page.count("<textarea") > 0
