"""Style sheets and scripts as the browser gets them: read once, compressed once, named by their content.

    static/built/   what bin/assets makes of our scripts and component files: one script a page, one sheet a look
    static/*.svg    the mark
    words/          no file there: what a page's script says, a module a language (words.py)

A fingerprinted URL (`?v=…`) is kept for ever by the browser and changes with the release; without the fingerprint the
same file is asked for again each time. Scripts name each other by such URLs. Only `blueprint` knows Flask.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from flask import Blueprint, Response, abort, request

from workshop.web.drawings import SOURCE, drawings

FOLDERS = (".", "built")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
WRITTEN = frozenset({".css", ".js", ".svg", ".png"})
"""What a web server may give out: those whose media type every server knows."""
GZIP, MEMORY = 31, 6
"""zlib's names for a gzip file, and for tables of codes anew so often that files of our size come out smallest."""
FOR_EVER = "public, max-age=31536000, immutable"
STATIC = "/static/"
_IMPORTED = re.compile(r"""\b(?:from|import)"\./([\w-]+\.js)\?""")
"""What a script needs before it runs, as esbuild writes it; what it asks for later stands in `import(…)`."""


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, the same compressed, the fingerprint of its content, its media type."""

    path: str
    body: bytes
    packed: bytes
    mark: str
    kind: str

    @property
    def url(self) -> str:
        return f"{STATIC}{self.path}?v={self.mark}"


class Assets:
    """All that browsers get, held in memory. `Assets.read(folder)` makes one; it never changes afterwards."""

    def __init__(self, files: dict[str, Asset], drawn: str = "") -> None:
        self._files = files
        self.drawings = drawings(drawn)
        self._preloads = {path: self._needed(path) for path in files if path.endswith(".js")}

    @classmethod
    def read(cls, folder: Path, made: Mapping[str, bytes] = MappingProxyType({})) -> Assets:
        """Read what bin/assets made, and what lies beside it; and add what is `made` (path → content)."""
        found = [path for inner in FOLDERS for path in sorted((folder / inner).iterdir())]
        files = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in found
            if path.is_file() and path.suffix in TYPES
        }
        drawn = (folder / SOURCE).read_text(encoding="utf-8")
        return cls({path: _of(path, body) for path, body in (files | dict(made)).items()}, drawn)

    def get(self, path: str) -> Asset | None:
        return self._files.get(path)

    def url(self, path: str) -> str:
        """Fingerprinted URL of a file: url("mark.svg"). KeyError when there is none."""
        return self._files[path].url

    def stylesheet(self, name: str) -> str:
        """URL of a sheet of static/css/sheets: stylesheet("delegate"). KeyError when there is none."""
        return self.url(f"built/{name}.css")

    def entry(self, page: str) -> str:
        """URL of what starts a page: entry("room"). KeyError when there is none."""
        return self.url(f"built/{page}.js")

    def words(self, language: str, page: str) -> str | None:
        """URL of what the script of a page says in a language; None when it says nothing."""
        found = self._files.get(f"words/{language}/{page}.js")
        return found.url if found else None

    def later(self, page: str) -> str | None:
        """URL of what a page's script fetches once it runs; None when it has no second file."""
        found = self._files.get(f"built/{page}-later.js")
        return found.url if found else None

    def preloads(self, page: str) -> list[str]:
        """URLs of all scripts without which a page's own does not run."""
        return self._preloads[f"built/{page}.js"]

    def write(self, folder: Path) -> int:
        """Every file of WRITTEN at `<fingerprint>/static/<path>`, and compressed beside it; how many."""
        chosen = [asset for path, asset in self._files.items() if Path(path).suffix in WRITTEN]
        for asset in chosen:
            target = folder / asset.mark / "static" / asset.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(asset.body)
            if len(asset.packed) < len(asset.body):
                target.with_name(f"{target.name}.gz").write_bytes(asset.packed)
        return len(chosen)

    def _needed(self, path: str) -> list[str]:
        folder = Path(path).parent
        names = _IMPORTED.findall(self._files[path].body.decode("utf-8"))
        return [self.url(str(folder / name)) for name in names]


def blueprint(assets: Assets) -> Blueprint:
    """Serves /static/… from memory, compressed where the browser takes gzip."""
    room = Blueprint("assets", __name__)

    @room.get("/static/<path:path>")
    def file(path: str) -> Response:  # pyright: ignore[reportUnusedFunction]
        found = assets.get(path)
        return abort(404) if found is None else _answer(found)

    return room


def _answer(found: Asset) -> Response:
    packs = "gzip" in request.accept_encodings and len(found.packed) < len(found.body)
    answer = Response(found.packed if packs else found.body, content_type=found.kind)
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = FOR_EVER if request.args.get("v") == found.mark else "no-cache"
    if packs:
        answer.headers["Content-Encoding"] = "gzip"
    answer.set_etag(found.mark + ("-gz" if packs else ""))
    return answer.make_conditional(request)  # pyright: ignore[reportReturnType]


def _of(path: str, body: bytes) -> Asset:
    packing = zlib.compressobj(9, zlib.DEFLATED, GZIP, MEMORY)
    packed = packing.compress(body) + packing.flush()
    return Asset(path, body, packed, hashlib.sha256(body).hexdigest()[:12], TYPES[Path(path).suffix])
