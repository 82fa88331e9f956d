"""Style sheets and JavaScript as the browser gets them: read once, compressed once, named by their content.

    static/css/*.css   one file a component, joined into the few sheets of SHEETS
    static/js/**.js    plain modules; those of a page are joined into one (joined.py)
    static/vendor/     libraries, of which the small ones come in one file (libraries.py); where our modules name one,
                       the browser reads its URL with a fingerprint (`?v=…`), since older ones know no import maps
    words/             no file there: what a page's script says, a module a language (words.py)

A fingerprinted URL is kept for ever by the browser and changes with the release; without the
fingerprint the same file is asked for again each time. Nothing here knows Flask except `blueprint`.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from flask import Blueprint, Response, abort, request

from workshop.web.drawings import SOURCE, drawings
from workshop.web.joined import joined
from workshop.web.lean import lean_js
from workshop.web.libraries import libraries
from workshop.web.sheets import SHEETS, bundle

SMALL = {
    "htm": "vendor/htm.js",
    "preact": "vendor/preact.js",
    "preact/hooks": "vendor/preact-hooks.js",
    "@preact/signals-core": "vendor/preact-signals-core.js",
    "@preact/signals": "vendor/preact-signals.js",
}
"""Those that come in one file, each after those that it needs."""
TOGETHER = "joined/libraries.js"
BARE = {**SMALL, "socket.io-client": "vendor/socket.io-client.js"}
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
PAGES = "js/pages/"
"""Where the scripts are that start a page."""
_NAMED = re.compile(r"^((?:import|export) ?(?:\{[^}]*\}|\* ?as [\w$]+|\w+) ?from ?)'([^']+)'", re.MULTILINE)
_IMPORTS = re.compile(
    r"""(?:^|[;}\n])\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]"""
)


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
    """All that is under static/, held in memory. `Assets.read(folder)` makes one; it never changes afterwards."""

    def __init__(self, files: dict[str, Asset]) -> None:
        self._files = files
        self._preloads: dict[str, list[str]] = {}
        self.drawings = drawings(files[SOURCE].body.decode("utf-8")) if SOURCE in files else {}

    @classmethod
    def read(cls, folder: Path, made: Mapping[str, bytes] = MappingProxyType({})) -> Assets:
        """Read every file of `folder`, join the sheets, and add what is `made` (path → content).

        FileNotFoundError when a component's file is missing.
        """
        found = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix in TYPES
        }
        sheets = {f"sheets/{name}.css": bundle(folder, names) for name, names in SHEETS.items()}
        files = {path: _asset(path, body) for path, body in (found | sheets | dict(made)).items()}
        if files.keys() >= set(SMALL.values()):
            small = {bare: files[path].body.decode("utf-8") for bare, path in SMALL.items()}
            files[TOGETHER] = _asset(TOGETHER, libraries(small).encode())
        pages = [path for path in files if path.startswith(PAGES)]
        files |= {_joined(path): _asset(_joined(path), _join(path, files)) for path in pages}
        urls = library_urls(files)
        return cls({path: _linked(asset, urls) for path, asset in files.items()})

    def get(self, path: str) -> Asset | None:
        return self._files.get(path)

    def stylesheet(self, name: str) -> str:
        """URL of a sheet of SHEETS: stylesheet("delegate"). KeyError when there is none."""
        return self._files[f"sheets/{name}.css"].url

    def url(self, path: str) -> str:
        """Fingerprinted URL of a file under static/: url("js/pages/room.js"). KeyError when there is none."""
        return self._files[path].url

    def entry(self, entry: str) -> str:
        """URL of what starts a page: its modules joined; of any other module, the module itself."""
        return self._files.get(_joined(entry), self._files[entry]).url

    def words(self, language: str, entry: str) -> str | None:
        """URL of what the script of a page says in a language; None when it says nothing."""
        found = self._files.get(f"words/{language}/{Path(entry).name}")
        return found.url if found and entry.startswith(PAGES) else None

    def preloads(self, entry: str) -> list[str]:
        """URLs of all modules that `entry` needs before it can run, itself first: a page preloads the others."""
        if entry not in self._preloads:  # the files never change, and reading them all takes longer than the whole page
            found = self.needed(_joined(entry) if _joined(entry) in self._files else entry)
            self._preloads[entry] = [self._files[path].url for path in found]
        return self._preloads[entry]

    def needed(self, entry: str) -> list[str]:
        """Paths of `entry` and of everything it imports, at once or later."""
        found, waiting = [entry], [entry]
        while waiting:
            path = waiting.pop()
            for target in self._imported(path):
                if target in self._files and target not in found:
                    found.append(target)
                    waiting.append(target)
        return found

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

    def _imported(self, path: str) -> Iterator[str]:
        for match in _IMPORTS.finditer(self._files[path].body.decode("utf-8")):
            name = match[1] or match[2]
            ours = name.removeprefix(STATIC).partition("?")[0]
            yield BARE.get(name) or (ours if name.startswith(STATIC) else _beside(path, name))


def library_urls(files: Mapping[str, Asset]) -> dict[str, str]:
    """{bare name: fingerprinted URL} of the libraries."""
    return {name: files[_as_travels(path)].url for name, path in BARE.items() if _as_travels(path) in files}


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


def _asset(path: str, body: bytes) -> Asset:
    if path.startswith("js/"):
        body = lean_js(body.decode("utf-8")).encode()
    return _of(path, body)


def _linked(asset: Asset, urls: Mapping[str, str]) -> Asset:
    """A script of ours as the browser gets it: with the URLs of the libraries in place of their names."""
    if not asset.path.startswith(("js/", "joined/")):
        return asset
    text = asset.body.decode("utf-8")
    found = _NAMED.sub(lambda m: f"{m[1]}'{urls.get(m[2], m[2])}'", text)
    return asset if found == text else _of(asset.path, found.encode())


def _of(path: str, body: bytes) -> Asset:
    packing = zlib.compressobj(9, zlib.DEFLATED, GZIP, MEMORY)
    packed = packing.compress(body) + packing.flush()
    return Asset(path, body, packed, hashlib.sha256(body).hexdigest()[:12], TYPES[Path(path).suffix])


def _as_travels(path: str) -> str:
    """Where what is in `path` comes from: a small library comes with the others."""
    return TOGETHER if path in SMALL.values() else path


def _joined(entry: str) -> str:
    return f"joined/{Path(entry).name}" if entry.startswith(PAGES) else ""


def _join(entry: str, files: dict[str, Asset]) -> bytes:
    return joined(entry, lambda path: files[path].body.decode("utf-8"), BARE).encode()


def _beside(path: str, name: str) -> str:
    parts = path.split("/")[:-1]
    for part in name.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts = [*parts, part]
    return "/".join(parts)
