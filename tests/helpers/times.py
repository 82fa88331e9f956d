"""How long each file of tests takes, as last written down: which of them several processes begin with.

`bin/test --times` writes tests/times.json anew from what the last runs of bin/test and bin/tour took.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from tests.helpers.tree import ROOT

TABLE = ROOT / "tests" / "times.json"
NOTED = 1
"""Seconds from which on a file is in the table. One that is not in it counts as so long: most take less."""


def recorded() -> dict[str, int]:
    """Seconds by file, as `tests/web/test_join.py`."""
    return json.loads(TABLE.read_text("utf-8"))


def seconds(took: dict[str, int], path: Path) -> int:
    """How long this file takes."""
    return took.get(path.relative_to(ROOT).as_posix(), NOTED)


def measured(reports: list[Path]) -> dict[str, int]:
    """Seconds by file in these reports of pytest (JUnit XML)."""
    took: Counter[str] = Counter()
    for case in (case for report in reports for case in ElementTree.parse(report).iter("testcase")):
        took[_file(case.get("classname", ""))] += float(case.get("time", 0))  # type: ignore[misc]
    return {name: round(seconds) for name, seconds in took.items() if name}


def _file(case: str) -> str:
    """`tests.web.test_join` and `tests.web.test_join.TestClass` are in `tests/web/test_join.py`; "" when it is gone."""
    words = case.split(".")
    while words and not (ROOT / "/".join(words)).with_suffix(".py").is_file():
        words.pop()
    return f"{'/'.join(words)}.py" if words else ""


def main(folders: list[Path]) -> None:
    """Write the table anew; what no report tells of keeps its time as long as there is such a file."""
    reports = [report for folder in folders for report in sorted(folder.glob("pytest*.xml"))]
    assert reports, f"there is no report in {', '.join(map(str, folders))}: run bin/test first"
    kept = {name: took for name, took in recorded().items() if (ROOT / name).is_file()}
    long = {name: took for name, took in (kept | measured(reports)).items() if took > NOTED}
    TABLE.write_text(json.dumps(long, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
