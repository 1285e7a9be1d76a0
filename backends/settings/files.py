"""The settings folder: ``device.json`` and one ``driver-<n>.json`` a profile, each replaced as a whole.

Every change is one atomic write of one file, ordered so that stopping between two of them leaves a folder that makes
sense. A file we cannot use is never lost: broken ones are copied to ``<name>.bad-<n>``, those of a newer Pillion stay
untouched, and what this version keeps meanwhile goes into ``<stem>.v<version>.json`` beside them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path

from backends.core import store
from backends.core.errors import Storage
from backends.settings.domain import VERSION, Document, Reading, Verdict, dump, parse
from backends.settings.schema import Setting

__all__ = ["DEVICE", "SettingsFolder"]

DEVICE = "device"
_PROFILE = re.compile(r"(driver-[1-9][0-9]{0,8})\.json")
_log = logging.getLogger(__name__)


class SettingsFolder:
    """Reads and writes the documents of one folder.

    Ids are ``device`` and the profiles'. Its methods block on the disk.
    """

    def __init__(self, folder: Path, schema: Mapping[str, Setting]) -> None:
        self.problems: list[str] = []
        self._folder = folder
        self._schema = schema
        self._paths: dict[str, Path] = {}
        self._untouchable: dict[str, str] = {}

    def load(self) -> dict[str, Document]:
        """All documents by id, "device" among them.

        What went wrong is in `problems`, a sentence each; nothing raises.
        """
        try:
            store.clear_leftovers(self._folder)
            names = {found[1] for path in self._folder.glob("*.json") if (found := _PROFILE.fullmatch(path.name))}
        except OSError as error:
            self.problems.append(f"{self._folder}: {error.strerror}. Defaults are used.")
            names = set()
        return {name: self._load_one(name) for name in (DEVICE, *sorted(names, key=lambda n: (len(n), n)))}

    def save(self, name: str, document: Document) -> None:
        """On disk when it returns. Raises Storage; the file then holds what it held."""
        if reason := self._untouchable.get(name):
            raise Storage(reason)
        try:
            store.write_atomic(self._paths.get(name, self._folder / f"{name}.json"), dump(document))
        except OSError as error:
            raise Storage(f"{name}.json was not saved: {error.strerror}") from error

    def remove(self, name: str) -> None:
        """Forget a profile. Raises Storage."""
        try:
            for path in (self._folder / f"{name}.json", self._paths.pop(name, None)):
                if path is not None:
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise Storage(f"{name}.json was not removed: {error.strerror}") from error
        self._untouchable.pop(name, None)

    def _load_one(self, name: str) -> Document:
        path = self._folder / f"{name}.json"
        reading = self._read(path)
        if reading is None:
            return Document()
        if reading.verdict is Verdict.FUTURE:
            own = path.with_name(f"{name}.v{VERSION}.json")
            self._report(path, reading, f"It is left untouched; changes go to {own.name}.")
            self._paths[name] = path = own
            head = reading.document.head
            reading = self._read(own) or Reading(Verdict.GOOD, Document(head))
        if reading.verdict in {Verdict.BROKEN, Verdict.MENDED}:
            self._keep_aside(name, path, reading)
        return reading.document

    def _read(self, path: Path) -> Reading | None:
        try:
            data = store.read_bytes(path)
        except OSError as error:
            # Not ours to replace: a folder, or a file that is somebody else's.
            self._untouchable[path.stem.partition(".")[0]] = text = f"{path.name}: {error.strerror}. Nothing is saved."
            self.problems.append(text)
            return None
        return None if data is None else parse(data, self._schema)

    def _keep_aside(self, name: str, path: Path, reading: Reading) -> None:
        aside = store.aside_name(path)
        used = "Defaults are used." if reading.verdict is Verdict.BROKEN else "Defaults are used for what is wrong."
        try:
            # A copy first, the mended file over the old one after: a kill between the two loses neither.
            store.write_atomic(aside, path.read_bytes())
            store.write_atomic(path, dump(reading.document))
        except OSError as error:
            self._untouchable[name] = f"{path.name} could not be kept aside: {error.strerror}"
            self._report(path, reading, f"It could not be kept aside ({error.strerror}). {used}")
        else:
            self._report(path, reading, f"It is kept as {aside.name}. {used}")

    def _report(self, path: Path, reading: Reading, done: str) -> None:
        said = "; ".join(f"line {fault.line}: {fault.text}" for fault in reading.faults)
        self.problems.append(f"{path.name}, {said}. {done}")
        _log.warning("settings file=%s verdict=%s lines=%s", path.name, reading.verdict.name, len(reading.faults))
