"""What simulated people write. Neutral, fictional, short; in the register of public safeguarding guidance."""

from __future__ import annotations

NOTES: dict[str, tuple[str, ...]] = {
    "known": ("Two reports from staff, one from a pupil; nothing seen", "Dates are unclear before half-term"),
    "behaviours": ("Began online, later also in corridors", "Stopped twice when told, then began again"),
    "young_person": ("Does well in practical lessons", "Says they feel left out since the move"),
    "presenting": ("Repeated requests after a refusal", "Sharing with a wider group"),
    "predisposing": ("Little education on consent so far", "Earlier loss of a close friendship"),
    "precipitating": ("A relationship ended this term", "Was dared by older pupils"),
    "perpetuating": (
        "The group laughs and nobody objects",
        "A phone in the bedroom all night",
        "Feels anonymous behind a second account",
    ),
    "protective": (
        "Trusts one teacher and talks to them",
        "Family want help and answer calls",
        "Asked for help without being told to",
    ),
    "technology": ("Group chat with no adult in it", "Pictures can be passed on for ever"),
    "family": ("Carers did not know how the app works", "A grandparent is a steady presence"),
    "harmed": ("Has stopped going to some lessons", "Wants to know who has seen it"),
    "environment": ("The year group treats it as a joke", "No clear rule about phones at break"),
    "needs": ("To belong somewhere", "To feel in control of something"),
    "rival": ("Could be pressure from others more than a wish of their own",),
    "disagree": ("We differ on how free the first agreement was", "We still need the full chat record"),
    "risk_strengths": ("Worries: audience and repetition. Strengths: honesty and support at home",),
    "review": ("Attendance of the person harmed is back to usual",),
}
LINKS = (
    ("presenting", "precipitating", "because"),
    ("presenting", "perpetuating", "because"),
    ("precipitating", "predisposing", "because"),
    ("protective", "perpetuating", "eases"),
    ("rival", "presenting", "alternative"),
)
"""(section, section, kind) of the links that a simulated facilitator draws."""
QUESTIONS = (
    "Does it matter that it was given freely at the time?",
    "Who tells the parents, and when?",
    "Is it different if nobody else ever saw it?",
    "When do we have to call the police?",
    "How do I write this down without labelling a child?",
    "What if the family does not agree to a referral?",
)
WILL_DO = (
    "Ask what I still need to know before I decide.",
    "Talk to our safeguarding lead about phones at break.",
    "Use the five stages with my team.",
    "Write down the reasons, not only the conclusion.",
)
STILL_NEED = (
    "More on working with families.",
    "How the law treats pictures made by a computer.",
    "Practice in writing a safety plan.",
)
ACTIONS = (
    ("safety", "Agree who is near whom at break and lunch", "Has stopped going to some lessons", "Head of year"),
    ("safety", "Take the group chat out of use; explain why", "Group chat with no adult in it", "Safeguarding lead"),
    ("harmed", "Ask what they want to happen; keep them told", "Wants to know who has seen it", "Pastoral lead"),
    ("harmed", "Help to report the picture for removal", "Pictures can be passed on for ever", "Safeguarding lead"),
    ("young_person", "Six sessions on consent and life online", "Little education on consent so far", "School nurse"),
    ("young_person", "A place in a club with new peers", "To belong somewhere", "Form tutor"),
    ("family", "Sit down with carers and the app together", "Carers did not know how the app works", "Family worker"),
    ("environment", "A lesson for the whole year on bystanders", "The year group treats it as a joke", "PSHE lead"),
)  # fmt: skip
NEEDS: dict[str, tuple[str, str]] = {
    "Has stopped going to some lessons": ("harmed", "safe"),
    "Group chat with no adult in it": ("safety", "safe"),
    "Wants to know who has seen it": ("harmed", "heard"),
    "Little education on consent so far": ("young_person", "understanding"),
    "To belong somewhere": ("young_person", "belonging"),
    "Carers did not know how the app works": ("family", "adults"),
    "The year group treats it as a joke": ("environment", "understanding"),
    "A phone in the bedroom all night": ("family", "adults"),
    "The group laughs and nobody objects": ("environment", "safe"),
}
"""Note → for whom it is a need, and of which kind. No action answers the last one: a plan has a hole."""
KNOWN = "Asked at the next meeting, and written down"
"""How they will know, of every action."""
ASIDE = (("safety", "belonging"), ("harmed", "understanding"))
"""Places of the plan that a simulated facilitator sets aside."""
SIGNS = (
    ("up", "The picture is passed on again", "Whoever hears first tells the lead that day"),
    ("up", "More lessons are missed, not fewer", "Form tutor, each Friday"),
    ("down", "Lessons feel ordinary again", "Asked by the adult they chose"),
    ("review", "In four weeks", "With both young people and their families"),
)
"""Signs to do more or less, and when it is looked at again."""
SAID = (
    "Several said that the age gap decides it; others asked who had seen it.",
    "The room came back twice to what the other young person wanted.",
    "Nobody was sure how often; that would change the picture.",
)
"""What a simulated facilitator notes of the talk."""
EXPLANATION = {
    "because": "Losing a relationship and being dared came together in one term.",
    "kept_going": "The group laughs along, and a second account makes it feel unseen.",
    "eased": "One trusted teacher and a family that wants help.",
    "rival": "Pressure from older pupils may explain more than we think; the chat record would tell.",
    "unsure": "How free the first agreement was.",
}
WORDINGS: dict[str, tuple[str, ...]] = {
    "because": (
        "Losing a relationship and being dared came together, and nobody had talked about consent.",
        "It began as a way to belong after a relationship ended.",
    ),
    "kept_going": ("Nobody in the group objects, and at night nobody sees the phone.", "The audience keeps it alive."),
    "eased": ("One teacher is trusted, and the family answers when called.",),
    "unsure": ("We do not know who asked whom first.", "Whether they were free to say no."),
    "rival": ("Older pupils may have set it up.",),
}
"""What simulated phones offer for the sentences."""
LEFT_OPEN = {
    "ours_fits": "It began in the term in which both happened.",
    "rival_fits": "The older pupils are in every chat of that time.",
    "ours_leaves": "It does not say why it stopped twice and began again.",
    "rival_leaves": "It does not say why it went on after the older pupils had left.",
    "apart1": "Who opened the second account, and when?",
    "apart2": "Was there a request from outside the group?",
}
"""What each of the two explanations fits with and leaves open, and what would tell them apart."""
