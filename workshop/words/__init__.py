"""The words: what people read, in one catalogue a language (`words/en.json`, …), said by id.

Here belong reading a catalogue, choosing a plural, writing numbers and days as the language does, and the two locales
that are made from English to show what was left behind. No sentence stands here, and nothing here knows what an id is
for. The pure rooms are given a `Words`; they never read one.
"""

from workshop.words.catalogue import Words as Words
from workshop.words.catalogue import languages as languages
