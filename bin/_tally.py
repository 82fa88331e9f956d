"""Adds up what pytest (JUnit XML) and node --test (TAP) counted, and prints `N passed, N failed`."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree


def main(folder: Path) -> int:
    """Print the closing line; 1 when something failed or pytest never finished."""
    reports = sorted(folder.glob("pytest*.xml"))
    counts = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for suite in (s for r in reports for s in ElementTree.parse(r).iter("testsuite")):  # noqa: S314 - written by pytest
        counts = {name: counts[name] + int(suite.get(name, 0)) for name in counts}
    tap = folder / "javascript.tap"
    node = tap.read_text("utf-8") if tap.exists() else ""
    failed = counts["failures"] + counts["errors"] + last(node, "fail") + last(node, "cancelled")
    skipped = counts["skipped"] + last(node, "skipped") + last(node, "todo")
    passed = counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"] + last(node, "pass")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))  # noqa: T201
    return 1 if failed or not counts["tests"] else 0


def last(tap: str, name: str) -> int:
    """The number behind `# name` at the end of a TAP file."""
    found = re.findall(rf"^# {name} (\d+)$", tap, re.MULTILINE)
    return int(found[-1]) if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
