"""One workshop from the sign-in to the report, written once for all engines; the steps run in the order of STEPS."""

from __future__ import annotations

from collections.abc import Callable

from tests.engines.room import AGENDA, SIMULATED, Room, place_all

LINKS = "JSON.parse(document.getElementById('page-data').textContent).links"
EVERYBODY = SIMULATED + 2
QUESTION, NOTE = "When is it right to ring somebody?", "Seen by staff at break"
ACTION, INTENT = "Agree who is near whom at break", "Write down the reasons"


def sign_in(room: Room) -> None:
    """By the printed link; then a session is set up."""
    desk = room.open("console", room.workshop.link)
    desk.wait_for("button", "Sign in")
    room.shoot("sign-in", "console")
    desk.tap("button", "Sign in")
    desk.wait_for("link", "Set up")
    room.shoot("home", "console")
    desk.tap("link", "Set up")
    for choice in ("The group chat", AGENDA):
        desk.tap("radio", choice)
    room.shoot("set-up", "console")
    desk.tap("button", "Open the lobby")
    desk.wait_for("button", "No, open the lobby")
    room.shoot("placed-before", "console")
    desk.tap("button", "No, open the lobby")
    desk.wait_for("button", "Start")


def join(room: Room) -> None:
    """One types the code, one follows the square code; the others are simulated."""
    links = room.desk.window.ask(LINKS)
    code = links["join"].partition("#")[2]
    room.open("screen", links["screen"]).see("Join on your phone")
    phone = room.open("phone", room.workshop.url)
    phone.fill("Session code", code)
    other = room.open("other", links["join"])
    other.wait_for("button", "Enter the workshop")
    room.shoot("join", "phone")
    for each in room.phones:
        each.tap("button", "Enter the workshop")
        each.tap("button", "I agree")
    room.fill_up(code)
    room.desk.see(f"{EVERYBODY} devices have joined.")
    room.shoot("lobby")
    room.next("Start")


def confidence(room: Room) -> None:
    """Six questions in private."""
    for value, phone in enumerate(room.phones, 4):
        for number in range(1, 7):
            phone.see(f"{number} of 6")
            phone.tap("radio", str(value), exact=True)
            phone.tap("button", "Done" if number == 6 else "Next")
    room.shoot("confidence")
    room.close_round("Close the answers")
    room.next("Next step")


def warm_up(room: Room) -> None:
    """Placed and revealed, without a tally before."""
    room.next("Open the warm-up")
    room.phones[0].see("Card 1 of")
    room.shoot("warm-up")
    for phone in room.phones:
        place_all(phone, 1)
    shown(room, "All cards", "warm-up-shown")


def placing(room: Room) -> None:
    """All cards, in private; then the room's answers on every screen."""
    room.next("Open the cards")
    room.phones[0].see("Card 1 of")
    room.shoot("placing")
    room.phones[0].tap("radio", "", nth=1)
    room.phones[0].see("Sent")
    room.shoot("placing-why", "phone")
    place_all(room.phones[0], 0)
    room.shoot("waiting")
    place_all(room.phones[1], 4)
    shown(room, "Split", "revealed")


def shown(room: Room, words: str, picture: str) -> None:
    """The round is revealed, a phone says so in these words, and the room goes on."""
    room.close_round("Reveal")
    room.desk.wait_for("button", "Next step")
    room.phones[0].see(words)
    room.shoot(picture)
    room.next("Next step")


def discussion(room: Room) -> None:
    """The card that splits the room most comes into focus; then it is placed again."""
    room.next("First card")
    room.phones[0].see("You: Developmentally expected")
    room.phones[1].see("You: Violent")
    room.shoot("focus")
    room.desk.tap("button", "Place again")
    room.shoot("again-sheet", "console")
    room.desk.tap("button", "Open 1 card")
    room.phones[0].see("You, earlier")
    room.shoot("again")
    for phone in room.phones:
        place_all(phone, 3)
    room.close_round("Reveal")
    room.phones[0].see("You: Abusive")
    room.shoot("again-shown")


def information(room: Room) -> None:
    """New information is read, then the cards are placed once more."""
    room.step("New information")
    room.phones[0].see("New information")
    room.next("Open the cards")
    room.phones[0].see("You, earlier")
    room.shoot("information")
    for phone in room.phones:
        place_all(phone, 3)
    room.close_round("Reveal")
    room.desk.wait_for("button", "Next step")
    room.phones[0].see("All cards")
    room.shoot("information-shown")


def questions(room: Room) -> None:
    """Asked without a name, gathered, shown."""
    room.step("Questions")
    phone, other = room.phones
    phone.fill("Your question", QUESTION)
    room.shoot("question", "phone")
    phone.tap("button", "Send")
    other.tap("button", "Nothing to ask")
    room.desk.tap("button", "Gather")
    room.desk.see(QUESTION)
    room.desk.tap("button", "Show", exact=True)
    room.shoot("questions")


def explanation(room: Room) -> None:
    """Silent notes at first; then one on the wall, which somebody else sees too."""
    room.step("Explanation")
    phone, other = room.phones
    phone.see("Keep note")
    room.shoot("silent", "phone")
    room.desk.tap("button", "Join up", exact=True)
    for each in room.phones:
        each.wait_for("button", "Add")  # not the page of who writes alone: what is added from now on is news there
    phone.fill("Add a short note", NOTE)
    phone.tap("button", "Add", exact=True)
    other.tap("button", "1 new or changed note: show")  # it waits below what stands there
    other.see(NOTE)
    other.tap("button", "I see this too")
    other.pressed("button", "I see this too")
    room.pages["screen"].see(NOTE)
    room.shoot("explanation")


def plan(room: Room) -> None:
    """An action, with a role."""
    room.step("Plan")
    phone = room.phones[0]
    room.phones[1].see("Write one")  # at the first place without an action, as the other
    phone.tap("button", "Write one", exact=True)
    phone.fill("What will be done?", ACTION)
    phone.fill("Who? A role, not a name", "Head of year")
    room.shoot("action", "phone")
    phone.tap("button", "Send")
    room.phones[1].see(ACTION)
    room.pages["screen"].see(ACTION)
    room.shoot("plan")


def pause(room: Room) -> None:
    """All screens are blank for a while."""
    room.desk.tap("button", "Blank all screens")
    room.phones[0].see("A pause")
    room.shoot("pause")
    room.next("Show again")
    room.phones[0].see(ACTION)


def looking_back(room: Room) -> None:
    """Confidence once more, and what each takes along."""
    room.step("Confidence again")
    room.phones[0].see("Looking back, at the start of today")
    room.shoot("looking-back")
    room.step("Reflection")
    room.phones[0].fill("One thing I will do", INTENT)
    room.phones[0].tap("button", "Send")
    room.phones[0].see("Sent")
    room.shoot("reflection")
    room.phones[0].tap("button", "See what you take with you")
    for words in (INTENT, "Your own placings"):
        room.phones[0].see(words)
    room.shoot("takeaway", "phone")
    room.phones[0].tap("button", "Back")
    room.close_round("Close the reflection")
    room.desk.see(INTENT)


def the_end(room: Room) -> None:
    """Phones are cleared; the facilitator reads the report."""
    room.next("End the session")
    room.desk.wait_for("dialog")
    room.desk.tap("button", "End the session")
    for phone in room.phones:
        phone.see("This session has ended")
    room.shoot("ended")
    room.desk.go(f"{room.workshop.url}/facilitate")
    room.desk.tap("link", "The group chat")
    room.desk.see_within("iframe", ACTION)
    room.desk.see_within("iframe", NOTE)
    room.shoot("report", "console")


STEPS: tuple[Callable[[Room], None], ...] = (
    sign_in,
    join,
    confidence,
    warm_up,
    placing,
    discussion,
    information,
    questions,
    explanation,
    plan,
    pause,
    looking_back,
    the_end,
)
