"""The words of docs/protocol.md that no command or part can say of itself. Lines that end in a backslash go on."""

from __future__ import annotations

OPENING = """# The protocol

What goes over the wire, so that anybody can write a client; `tests/client/` is one that was written from this page
alone. This page is made by `workshop protocol --write` from the commands and parts themselves, and a test fails
when it is stale: change those, not this.

This is protocol **{protocol}**. A client names the version that it speaks when it connects, and one that names none
speaks 1. Every version is served; full frames name the server's. A client of another version sends what it still
has to send, then gets itself a newer form (our pages load again, at most once a minute).

## HTTP: getting in

Bodies and answers are JSON. Posts carry `X-CSRF-Token`, from the `<meta name="csrf-token" content="…">` of any page
(`GET /` will do), and the cookies that came with it. A post, and a WebSocket, with an `Origin` that is not the
workshop's own is refused; none at all is let in. Whoever asks too often is answered 429. Refusals are
`{{"ok": false, "code": "setup", "why": "setup.choose", "values": {{}}}}`, as under “Words”.

| request | body | answer |
|---|---|---|
| `POST /join/look` | `{{"code": string}}` | `{{"ok": true, "here": boolean, …}}`: whether this browser has a seat \
of it, which lets it in although the lobby is locked; and `title`, `scenario_title`, `content_note`, `k`, \
`ground_rules`, `own_rules`, `resources` of the session |
| `POST /join` | `{{"code": string, "token": string}}` | `{{"ok": true, "next": "/room"}}` and the cookie of a \
seat. `token` may be left out: 43 characters of base64url that the phone made itself, so that asking again after \
a lost answer takes no second seat. Capitals and spaces in a code do not matter |
| `POST /leave` | `{{}}` | `{{"ok": true}}`; the seat is given back |
| `POST /check-text` | `{{"text": string, "pad": string}}` | `{{"looks": string}}`: what of a real person a text \
looks like, by id, or `""`. Nothing is kept |
| `POST /facilitate/sessions` | `{{"scenario": string, "agenda": string, "k": integer {k_least} to {k_most}, \
"title": string of at most {title} characters, "placed_before": boolean}}` | `{{"ok": true, "session": ID, "next": \
string}}`. `k` may be left out (5), `title` may be empty. `placed_before`: whether anybody who will be there has \
placed this case before; then it is refused, for figures of both times would tell of one person. \
Ids of case studies and agendas stand in the page data of `GET \
/facilitate/new`: `<script type="application/json" id="page-data">` holds `{{"scenarios": [{{"id", "title", \
"agendas": [{{"id", "title", "minutes", "steps"}}], …}}]}}` |
| `GET /facilitate/ID/links` | – | `join` (what delegates open; the code is its fragment), `address` (the same \
without scheme and code), `screen` and `desk` (links that let a projector or a second facilitator in: secrets), \
`qr` (a picture of `join` as a data URI) |

The last two need the cookie of an account that may run sessions. An account signs in by its page, or by a printed
link: its page has one button, which posts `csrf_token=…` as a form to the same address. It works once.

## Connecting

Socket.IO (protocol 5, Engine.IO 4) at `/socket.io/`, WebSocket first, long polling where a network blocks it. Who a
client is comes from its cookies, never from a payload. Namespaces: {namespaces}.

- `/delegate`: the cookie of a seat. It names session and seat. CONNECT carries `{{"protocol": {protocol}}}`.
- `/facilitator` and `/screen`: the cookie of an account or of a pass. CONNECT carries `{{"session": ID, "protocol":
  {protocol}}}`.

A connection is refused (`CONNECT_ERROR`, in `message`) with `refused` (no right to be there), `gone` (no such
session) or `saving` (try again). The first full frame comes **before** the answer to CONNECT. One seat may have
{sockets} sockets; of more, the oldest are closed. A client that is disconnected connects again, for as long as it
wants to.

A page may ask from the host under which it was opened itself, and from named origins. Any other is answered 403 with
`{{"ok": false, "code": "origin", …}}`, which says what to open instead. So is a `Host` that is none of the
workshop's: its own names, bare addresses, and names of a local network (`laptop`, `laptop.local`). A request to
`/socket.io/` that no client of Engine.IO makes is answered 400 with `{{"ok": false, "code": "engine", "detail": "…"}}`,
in English, for whoever writes a client.

**Heartbeat.** The event `beat`, without arguments and without an acknowledgement (`42/delegate,["beat"]`), is
answered with the same text, whatever else the client has sent: {beats} a second, {beats_at_once} at once. Our pages
send one when three seconds have passed since the last answer to anything, and one every three seconds until an answer
comes. When the oldest has waited for four, the connection counts as lost, in whichever direction; they open another.
Every heartbeat is as long as any other, and so is every answer. A client may do without.

**Ways.** A network may swallow the request for a WebSocket, open one and let nothing through, or cut it. Our pages
give a WebSocket four seconds until the first frame is there, then poll; while they poll, they look for WebSocket
again, after a quarter of a minute and then more seldom, and go over when its first frame has come.

## Frames: server → client

Event `frame`:

```json
{{
  "epoch": "random", "rev": 41, "now": 1764121296.123, "full": true, "protocol": {protocol},
  "parts": {{"progress": {{"answered": 7, "finished": 3, "devices": 9, "enough": true}}}}, "pad": "…"
}}
```

or, when a large part changed a little:

```json
{{
  "epoch": "random", "rev": 42, "now": 1764121297.456, "parts": {{}},
  "changes": {{"formulation": {{"from": "kX3_x9aQ", "to": "0b-Tz4Lw", "ops": [
    {{"op": "replace", "path": "/notes/3/text", "value": "Moved school in spring"}}
  ]}}}}
}}
```

| field | type |
|---|---|
| `epoch` | string; which life of the live state this is |
| `rev` | integer; the revision as of which every part in the frame is |
| `now` | number; the server's clock when the frame was made, in seconds since the epoch. \
`started` of a timer, `began` and `opened` are of the same clock: a client shows what has passed by it, and not by \
its own clock, which may be wrong |
| `full` | `true`; not there in a frame that tells only what moved |
| `protocol` | integer; there when `full` is |
| `parts` | object: name → the part, whole |
| `marks` | object: name → mark, of each large part (from about {large} bytes) in `parts`; may be left out. A mark is \
a short string that names this very state of the part, the same in every frame; compare it, and \
read nothing from it |
| `changes` | object: name → `{{"from": mark, "to": mark, "ops": […]}}`, what changed of large parts that are not in \
`parts`; may be left out. `ops` make the part of mark `from` the part of mark `to` |
| `pad` | string; filler, only in a frame to one phone alone. It makes its own parts as long as anybody's: \
ignore it |

At most {frames} frames a second. A part of which many bytes were sent waits until {pace} bytes a second have passed,
{longest} seconds at most, unless the facilitator did something. A **full** frame holds every part that the audience has
now. It comes on connecting, after `session.view`, when the room comes to another step or ends, and under a new epoch.
What a client knows after a frame:

1. If `epoch` is another than before, forget all parts.
2. If the frame is full, forget the parts that are not in it, except those named `own_…` and those known as of a
   higher `rev`.
3. Take every part in `parts`, unless it is known as of a higher `rev`; its mark is the one in `marks`, or it has none.
4. Do every change in `changes`, unless the part is known as of a higher `rev`. If it is known under the mark `from`, do
   the `ops`, one after the other; it is known under `to` then. If it is known under `to` already, leave it. In both
   cases it is now known as of the frame's `rev`. If it is known under another mark, or not at all, **something is
   missing**: leave it as it is, and ask for everything.

Everything is what `session.view` brings: a full frame. Ask once for all that is missing, after a random wait of up to a
second, and not again within five. It is hardly ever needed, for a client that missed frames, or was given a newer full
frame than the others, is sent parts whole until it has what all have. A client that names a protocol before
{changes_since} is sent no `changes`, but every part whole.

`ops` are a JSON Patch (RFC 6902) of three operations; `path` is a JSON Pointer (RFC 6901; in it `~1` is `/`, `~0` is
`~`):

| operation | what it does |
|---|---|
| `{{"op": "replace", "path": "/notes/3/text", "value": "…"}}` | puts the value in the place of what is there |
| `{{"op": "add", "path": "/notes/3", "value": {{…}}}}` | a key that an object had not; or an item of a list, before \
the one that has this number now, or at the end when none has |
| `{{"op": "remove", "path": "/notes/3"}}` | takes away a key of an object, or an item of a list |

Own parts are in the full frames on connecting and after `session.view` only; the other full frames, which are the
same for everybody, say nothing of them. An own part is known until the epoch changes or another of its name comes;
one that names a `round` counts for that round only. What a phone placed since is known to the phone itself.

A new `epoch` means that the live state was rebuilt: send again what open rounds still need, under the same
operation ids. Figures by stage are lists in the order of the scale. `null` is withheld or not there.

## Commands: client → server

Event `command`, with an acknowledgement:

```json
{{
  "id": "22 or more random characters", "name": "board.place",
  "body": {{"round": "r1", "card": "c01", "stage": "problematic"}}, "pad": "…"
}}
```

| field | type |
|---|---|
| `id` | string of 16 to 64 characters; random, new for every operation |
| `name` | string; one of those below |
| `body` | object; always there, `{{}}` for a command without fields |
| `pad` | string of ASCII, of at most {pad} × 1024 characters; may be left out; is not looked at |
| `since` | anything; may be left out; is not looked at (clients of protocol 1 may send it) |

The answer is `{{"ok": true, "rev": 42}}`, or `{{"ok": false, "code": "round_closed", "why": "board.closed",
"values": {{}}}}`, for a delegate with a `pad`, to be ignored. `rev` is the revision at which the room knows of it.

`id` names one operation: one command with one body. The same again is answered like the first time and done once.
Another command or body under an id that has been used is refused with `reused` and not done; make a new id for it.
Ids of a round's answers are forgotten when the round closes, all others when the session ends.

After `saving`, `too_fast` and `failed`, and when no answer comes, send the very same operation again. Every
other refusal is for good. A message may have {largest} KB. A socket may send {rate} commands a second, {burst} at
once; who is refused {flood} times for being too fast is disconnected. Fields that are not listed are refused. Text
is put into NFC, without control characters and with every direction that it opens closed, runs of white space become
one space, and it is trimmed; lengths count code points after that.

**Words.** Nothing that the workshop itself says comes in words. `why` is the id of a sentence that says what to do, and
`values` (names → strings or integers) what that sentence names; ids of closed lists are ids of names. The words stand
in `words/en.json`, and in a file beside it for every other language: sentences below `refused` (two where something
happened and something can be done), names below `names` (`names.reason.consent`, `names.topic`, `names.why`,
`names.target`, `names.need`, `names.item`, `names.rule`, `names.nudge`), what `/check-text` tells below
`common.looks_like`. A client that speaks to nobody goes by `code`. What people and the authors of case studies wrote
are texts, and stay as they are. To a client that speaks 1 or 2 a no comes as `code` and `message`, a sentence.

**Talk.** Where `board.talk` is true the room talks about the cards and nobody places any: there is no round,
`board.focus` is the card that it is at, and what a client would place is refused as after a close.

**Sizes.** Whoever listens on the network sees how long an encrypted message is. So a delegate's command fills
itself up: with `pad`, the whole Socket.IO packet (`42/delegate,17["command",{{…}}]`, in bytes of UTF-8) is
{command} bytes long; one that does not fit, for its words, has twice that, or four times, and so on. So has the
body of `POST /check-text`. Acks to delegates are {ack} bytes long, whatever they say, and full frames to one phone
as long as any other phone's. Nothing of this is compressed.
"""
VIEW = """### `session.view`

From: delegate, facilitator, screen. Answered with a full frame, then the acknowledgement.

No fields: `{}`.
"""
OWN = """## Own parts

What one phone gets back of its own, to itself alone, in the full frame on connecting and after `session.view`,
whatever the step. When the session has ended there are none.
"""
ROUND = "There while this step's round is open, also when nothing has been said yet."
