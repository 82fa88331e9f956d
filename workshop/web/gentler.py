"""The prompts for another wording of one language, out of its words: for a page that shows texts before they leave."""

from __future__ import annotations

from functools import cache

from workshop.domain.language import Prompt
from workshop.words import Words

AREA = "gentler.prompts"


@cache
def prompts(words: Words) -> tuple[Prompt, ...]:
    """All of them, in their order."""
    return tuple(_prompt(words, f"{AREA}.{id}", id) for id in words.area(AREA)["gentler"]["prompts"])


def _prompt(words: Words, at: str, id: str) -> Prompt:
    def each(name: str) -> list[str]:
        return words.all(f"{at}.{name}") if f"{at}.{name}" in words else []

    offer = words.say(f"{at}.offer") if f"{at}.offer" in words else ""
    return Prompt(id, each("forms"), words.say(f"{at}.why"), words.say(f"{at}.source"), offer, each("but"))
