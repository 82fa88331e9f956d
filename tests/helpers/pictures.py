"""Seeded graphs of notes in five columns, and Graphviz' own order of them: the oracle of the picture's crossings."""

import random
import subprocess
from itertools import combinations

Columns = tuple[tuple[str, ...], ...]
Pairs = tuple[tuple[str, str], ...]
SHARES = (11, 8, 13, 12, 9, 7)
"""Of notes in the five columns and the band, as in the mockup."""
LIKELY = (0.1, 1, 0.25, 0.1, 0.08, 0.3)
"""That two notes are joined, by how many columns lie between."""


def seeded(seed: int, notes: int = 60, links: int = 88) -> tuple[Columns, Pairs]:
    """Columns and pairs; some of the pairs lead to a note of the band, which stands in no column."""
    chance = random.Random(seed)
    home = {f"n{i:02}": chance.choices(range(6), SHARES)[0] for i in range(notes)}
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < links:
        a, b = chance.sample(sorted(home), 2)
        if (b, a) not in pairs and chance.random() < LIKELY[abs(home[a] - home[b])]:
            pairs.add((a, b))
    return tuple(tuple(n for n in home if home[n] == c) for c in range(5)), tuple(sorted(pairs))


def without(note: str, columns: Columns, pairs: Pairs) -> tuple[Columns, Pairs]:
    """The same before that note came."""
    rest = tuple(tuple(n for n in column if n != note) for column in columns)
    return rest, tuple(p for p in pairs if note not in p)


def crossings_of_dot(columns: Columns, pairs: Pairs) -> int:
    """Inversions between neighbouring columns in the order of `dot`, long links led by points of their own."""
    layers, edges = _led(columns, pairs)
    ranks = [" ".join([f"rank{c}", *layer]) for c, layer in enumerate(layers)]
    text = ["digraph { rankdir=LR; node [shape=point];", "rank0->rank1->rank2->rank3->rank4 [style=invis];"]
    text += [f"{{ rank=same; {rank} }}" for rank in ranks] + [f"{a}->{b};" for a, b in edges] + ["}"]
    said = subprocess.run(["dot", "-Tplain"], input="\n".join(text), capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in said.splitlines()]
    height = {row[1]: float(row[3]) for row in rows if row[0] == "node"}
    at = {n: c for c, layer in enumerate(layers) for n in layer}
    return sum(_crosses(height, one, two) for one, two in combinations(edges, 2) if at[one[0]] == at[two[0]])


def _crosses(height: dict[str, float], one: tuple[str, str], two: tuple[str, str]) -> bool:
    return (height[one[0]] - height[two[0]]) * (height[one[1]] - height[two[1]]) < 0


def _led(columns: Columns, pairs: Pairs) -> tuple[list[list[str]], list[tuple[str, str]]]:
    at = {n: c for c, column in enumerate(columns) for n in column}
    layers, edges = [list(column) for column in columns], list[tuple[str, str]]()
    joined = {tuple(sorted(p, key=lambda n: at[n])) for p in pairs if p[0] in at and p[1] in at}
    for a, b in sorted(joined):
        here = a
        for column in range(at[a] + 1, at[b]):
            point = f"d{len(edges)}"
            layers[column].append(point)
            edges.append((here, point))
            here = point
        if at[a] != at[b]:
            edges.append((here, b))
    return layers, edges
