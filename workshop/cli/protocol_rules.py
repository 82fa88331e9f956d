"""The words of docs/protocol.md about what a step asks of a client: rounds, placing again, questions, earlier words."""

from __future__ import annotations

from workshop.activities.known import GATHERING
from workshop.domain import asking, disclosure_steps, quorum

RULES = """## What a client has to know

**Rounds.** Cards are placed in a round (`board.round`), which has an id, and may be changed until it closes. A phone
answers a card with `board.place`, or passes over it with `board.skip`; either is a *tap*. It has finished when it has
answered every card of `board.cards`. A round can be revealed when enough phones have finished, which `progress.enough`
tells: of fewer than {small} phones that are active (that tapped in this round or in one of the {back} before it, or
joined since) all but one, of more the half, and never fewer than k. {idle} minutes after it was opened, `board.reveal`
with `idle_out` counts the idle out: then a third of all devices will do, and never fewer than k. Otherwise
`board.reveal` is refused with `too_few`. A round that `board.close` closed while enough had finished can still be
revealed (`board.round.showable`); one closed before that is never told, and nothing of it is kept.

**Placing again.** `board.reopen`, and a step with new information, open a round in which some cards were placed
before: those have `again` in `board.cards`, which names three rounds. A phone goes by what it knows itself:

- It answered the card in a round from `again.first` up to `again.stood` (rounds are `r1`, `r2`, … in the order in
  which they were opened; only answers that were acknowledged count, a skip is none, and what was said in the rounds
  `again.uncounted`, which came to nothing, is none either): it sends `board.place` with `earlier`, its
  `stage` in the last of these rounds, and `direction`, from its `stage` in the last of them up to `again.told` to where
  it places the card now. Need to know more is `null` in `stage` and `earlier`: towards it is `to_unsure`, away from it
  `from_unsure`; between stages, towards the end of the scale is `harmful` and towards its beginning `typical`; the same
  place is `same`. Staying is an answer too, and as long as any other. `why` may name what moved it, or kept it. Without
  `direction` it is refused with `invalid`, and nothing is kept.
- It did not (it came later, skipped the card, or does not know): it looks on, and sends `board.skip`, however its
  owner places the card on the phone. That counts as a tap, and the phone has finished like any other.
- A card without `again` is placed for the first time, without `earlier`, `direction` and `why`.

How far the room moved is told in `results`: `movement`, `whys`, and `why` when the newest placing is not told.

**Questions.** In some steps ({gathering}) every phone is asked, and
`questions.asking` names the asking: each sends one `questions.ask`, with `text` `""` when there is nothing to ask.
When `questions.gather` is true at the desk, the command of that name hands all that waits over, at once and shuffled;
so does going to the next step, if enough have answered. After it another asking begins. In all other steps `""` is
refused with `empty`, and what waits is handed over at whole {every} minutes of the server's clock, if k phones have
asked. Nothing shows that a question waits.

A question whose state is `shown` is on the screen, whatever the step, until it is marked otherwise; what a questions
step shows is `parked` when the room leaves it.

**Opening again.** What was closed by a slip is opened again as a new round, which everybody answers anew, and what
there was of it is destroyed: `confidence.reopen`; `reflection.reopen`, if `few` says that their words were not read;
`board.again`, for a placing of this step that was closed and not shown. `reopens` names the round in whose place the
new one stands. Ask before closing a question while `answered` is below k: `few` then says that nothing is told of it.

**Fixed moments.** Counts of phones that have answered are told in steps of k, as they were at whole {counts} seconds;
how many support a note, from {support}, at whole minutes or by `formulation.gather`. A client waits for the part to
say so; an acknowledgement says only that something is kept.

**Earlier words.** `wordings` lists, for the desk, what notes, parts of the explanation and actions said before
somebody wrote over them. `formulation.restore`, `formulation.recall` and `plan.restore` bring a `version` back;
what it said until then can be had back in its turn. A client that saves while somebody types names that stretch of
typing in `formulation.explain` (`writing`): all that is saved under one name is one wording. `base` is the `version`
that was changed, and after an ack that is `ok` the version is `base` + 1; `changed_meanwhile` says that
somebody else came first.
"""


def rules() -> str:
    """The section, with the numbers that the rules go by."""
    from workshop.service.moments import COUNTS

    return RULES.format(
        small=quorum.SMALL,
        back=_word(quorum.ROUNDS_BACK),
        idle=_word(int(quorum.IDLE_AFTER) // 60).capitalize(),
        gathering=", ".join(f"`{name}`" for name in GATHERING),
        every=_word(asking.EVERY // 60),
        counts=COUNTS,
        support=_word(disclosure_steps.SUPPORT_FLOOR),
    )


def _word(n: int) -> str:
    return ("no", "one", "two", "three", "four", "five", "six")[n]
