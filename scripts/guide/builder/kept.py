"""What earlier builds have worked out, kept in files under a key of all that it depends on.

What lives here: the files, the key, and questions whose answers are part of what something depends on.
What does not: what is kept (``pages.py``, ``session.py``).

Nothing is kept across versions: the folder's name is a digest of the guide's own code, of every
installed package and of Python. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import guide

Asked = Mapping[tuple[Any, ...], Any]
"""Questions, each with its answer."""
Learnt = tuple[Mapping[str, Any], frozenset[str]]
"""What was put into a cache, by its key, and every key that was used."""
_DIGEST = hashlib.sha256
_DIGEST_SIZE = _DIGEST().digest_size


def digest(*parts: Any) -> str:
    """Give a fingerprint of values, by how Python writes them."""
    return _DIGEST(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_files(folders: Iterable[Path]) -> str:
    """Give a fingerprint of all files below some folders: names and content."""
    found = _DIGEST()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(repr((path.relative_to(folder).as_posix(), path.stat().st_size)).encode())
                found.update(path.read_bytes())
    return found.hexdigest()


def version() -> str:
    """Give a fingerprint of everything that is installed, and of the guide's own code."""
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    return digest(sys.version, installed, digest_of_files([Path(guide.__file__).parent]))[:20]


class Answers:
    """Answers questions and notes them: what came of them holds for as long as the answers are the same."""

    def __init__(self, answers: Mapping[str, Callable[..., Any]]) -> None:
        """Take the name of each kind of question, and what answers it."""
        self._answers = answers
        self.asked: dict[tuple[Any, ...], Any] = {}

    def also(self, kind: str, answer: Callable[..., Any]) -> None:
        """Answer one more kind of question."""
        self._answers = {**self._answers, kind: answer}

    def ask(self, kind: str, *about: Any) -> Any:
        """Give the answer, and note it."""
        answer = self.asked[(kind, *about)] = self._answers[kind](*about)
        return answer

    def still_hold(self, asked: Asked) -> bool:
        """Say whether every answer would be the same today."""
        return all(self._answers[kind](*about) == answer for (kind, *about), answer in asked.items())


class Cache:
    """Keeps values in the files of one folder; what no build asks for any more goes."""

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``, which is made when there is something to keep."""
        self.folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> Any:
        """Give what is kept under a key, or None; a damaged file is as none."""
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        if _DIGEST(data[_DIGEST_SIZE:]).digest() != data[:_DIGEST_SIZE]:
            return None
        self._used.add(key)
        return pickle.loads(data[_DIGEST_SIZE:])  # noqa: S301 - our own file, as trusted as the code beside it

    def put(self, key: str, value: Any) -> None:
        """Keep a value."""
        data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / key).write_bytes(_DIGEST(data).digest() + data)
        self._used.add(key)

    def learnt(self) -> Learnt:
        """Give what was put in, and what was asked for, for the same cache in another process."""
        return {}, frozenset(self._used)

    def learn(self, learnt: Learnt) -> None:
        """Take what the same cache in another process has learnt."""
        values, used = learnt
        for key, value in values.items():
            self.put(key, value)
        self._used |= used

    def prune(self) -> None:
        """Delete what was neither asked for nor put in."""
        for path in self.folder.glob("*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)


class Memory(Cache):
    """The same, held in memory too: for a server, which builds again and again."""

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``."""
        super().__init__(folder)
        self._held: dict[str, Any] = {}
        self._new: set[str] = set()

    def get(self, key: str) -> Any:
        """Give what is kept under a key, or None."""
        if key in self._held:
            self._used.add(key)
        else:
            found = super().get(key)
            if found is None:
                return None
            self._held[key] = found
        return self._held[key]

    def put(self, key: str, value: Any) -> None:
        """Keep a value until it is pruned; the next start of the server reads none of it."""
        self._held[key] = value
        self._used.add(key)
        self._new.add(key)

    def learnt(self) -> Learnt:
        """Give what was put in since it was pruned, and what was asked for, for the same cache in another process."""
        return {key: self._held[key] for key in self._new}, frozenset(self._used)

    def prune(self) -> None:
        """Forget what was neither asked for nor put in since the last time, if anything was."""
        if self._used:
            self._held = {key: value for key, value in self._held.items() if key in self._used}
        self._used.clear()
        self._new.clear()


class Caches:
    """The caches of one guide, one for each kind of value and language."""

    def __init__(self, root: Path, kind: type[Cache] = Cache) -> None:
        """Keep them below ``root``; what another version has kept there is deleted."""
        self._kind = kind
        self.folder = root / version()
        self._caches: dict[str, Cache] = {}
        for other in root.glob("*") if root.is_dir() else ():
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)

    def of(self, name: str) -> Cache:
        """Give the cache of a kind of value."""
        if name not in self._caches:
            self._caches[name] = self._kind(self.folder / name)
        return self._caches[name]

    def learnt(self) -> Mapping[str, Learnt]:
        """Give what every cache has learnt, for the same caches in another process."""
        return {name: cache.learnt() for name, cache in self._caches.items()}

    def learn(self, learnt: Mapping[str, Learnt]) -> None:
        """Take what the same caches in another process have learnt."""
        for name, own in learnt.items():
            self.of(name).learn(own)

    def prune(self) -> None:
        """Prune every cache that has been asked for."""
        for cache in self._caches.values():
            cache.prune()
