"""Who drives, and what each of them and the car itself chose: pure state, changed by replacing documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from backends.core.errors import NotFound, Refused
from backends.settings.domain import Document, check_name, initials
from backends.settings.schema import Scope, Setting, Value

__all__ = ["MOST_PROFILES", "Change", "Profiles"]

MOST_PROFILES = 12
_FIRST_NAME = "Driver"


@dataclass(frozen=True, slots=True)
class Change:
    """Documents to write, in this order, and then the one to remove; once that is on disk, `Profiles.apply` it."""

    documents: Mapping[str, Document]
    remove: str | None = None


class Profiles:
    """All documents by id. Methods that begin with ``plan`` only say what to write; nothing changes before `apply`."""

    def __init__(self, documents: Mapping[str, Document], schema: Mapping[str, Setting]) -> None:
        self._schema = schema
        self._device = documents.get("device", Document())
        found = {name: document for name, document in documents.items() if name != "device"}
        self._profiles = found or {"driver-1": Document()}

    @property
    def active(self) -> str:
        """The id of the profile that counts now: the device's choice, or the first when that one is gone."""
        chosen = str(self._device.head.get("active", ""))
        return chosen if chosen in self._profiles else self._ids()[0]

    def values(self, keys: list[str] | None = None) -> dict[str, Value]:
        """What counts now; None: all keys. Raises NotFound for a key that is not in the schema."""
        wanted = self._known(keys) if keys else self._schema.values()
        return {setting.key: self._home(setting)[1].values.get(setting.key, setting.default) for setting in wanted}

    def listing(self) -> list[dict[str, Any]]:
        """As the Profiles method gives it, oldest first."""
        active = self.active
        return [
            {"id": name, "name": self._name(name), "initials": initials(self._name(name)), "active": name == active}
            for name in self._ids()
        ]

    def plan_set(self, key: str, value: Any) -> Change:
        """Raises NotFound, Invalid, OutOfRange."""
        (setting,) = self._known([key])
        home, document = self._home(setting)
        return Change({home: replace(document, values={**document.values, key: setting.check(value)})})

    def plan_reset(self, keys: list[str]) -> Change:
        """No keys: everything the active profile chose. Raises NotFound."""
        settings = self._known(keys) if keys else [s for s in self._schema.values() if s.scope is Scope.PROFILE]
        documents: dict[str, Document] = {}
        for setting in settings:
            home, document = self._home(setting)
            document = documents.get(home, document)
            left = {key: value for key, value in document.values.items() if key != setting.key}
            documents[home] = replace(document, values=left)
        return Change(documents)

    def plan_create(self, name: str) -> tuple[str, Change]:
        """The new id, which no profile of this car ever had. Raises Invalid, Refused."""
        if len(self._profiles) >= MOST_PROFILES:
            raise Refused(f"There are {MOST_PROFILES} profiles already. Remove one first.")
        tidy = self._free_name(name)
        number = max([self._device.head.get("made", 0), *(_number(profile) for profile in self._profiles)]) + 1
        created = f"driver-{number}"
        # The first profile exists without a file until somebody makes a second: then it must have one to be found
        # again.
        unwritten = {known: document for known, document in self._profiles.items() if not document.head}
        device = replace(self._device, head={**self._device.head, "made": number})
        new = Document({"name": tidy, "order": number})
        return created, Change(
            {
                **{known: self._headed(known, document) for known, document in unwritten.items()},
                "device": device,
                created: new,
            }
        )

    def plan_rename(self, profile: str, name: str) -> Change:
        """Raises NotFound, Invalid, Refused."""
        document = self._profile(profile)
        head = {**document.head, "name": self._free_name(name, but=profile)}
        return Change({profile: replace(document, head=head)})

    def plan_remove(self, profile: str) -> Change:
        """Raises NotFound, Refused (the last one stays)."""
        self._profile(profile)
        if len(self._profiles) == 1:
            raise Refused("The last profile stays")
        first = next(name for name in self._ids() if name != profile)
        made = max(self._device.head.get("made", 0), *(_number(name) for name in self._profiles))
        active = first if profile == self.active else self.active
        return Change({"device": replace(self._device, head={"active": active, "made": made})}, remove=profile)

    def plan_select(self, profile: str) -> Change:
        """Raises NotFound."""
        self._profile(profile)
        return Change({"device": replace(self._device, head={**self._device.head, "active": profile})})

    def is_news(self, change: Change) -> bool:
        """Whether it differs from what is kept already."""
        return change.remove is not None or any(
            (self._device if name == "device" else self._profiles.get(name)) != document
            for name, document in change.documents.items()
        )

    def apply(self, change: Change) -> None:
        """Take over what is on disk now."""
        for name, document in change.documents.items():
            if name == "device":
                self._device = document
            else:
                self._profiles[name] = document
        if change.remove is not None:
            del self._profiles[change.remove]

    def _ids(self) -> list[str]:
        return sorted(self._profiles, key=_number)

    def _name(self, profile: str) -> str:
        number = _number(profile)
        fallback = _FIRST_NAME if number == 1 else f"{_FIRST_NAME} {number}"
        return str(self._profiles[profile].head.get("name", fallback))

    def _headed(self, profile: str, document: Document) -> Document:
        return replace(document, head={"name": self._name(profile), **document.head})

    def _profile(self, profile: str) -> Document:
        if profile not in self._profiles:
            raise NotFound(f"There is no profile {profile!r:.60}")
        return self._profiles[profile]

    def _free_name(self, name: str, but: str | None = None) -> str:
        tidy = check_name(name)
        taken = {self._name(other).casefold() for other in self._profiles if other != but}
        if tidy.casefold() in taken:
            raise Refused(f"There is a profile named {tidy} already")
        return tidy

    def _known(self, keys: list[str]) -> list[Setting]:
        if missing := [key for key in keys if key not in self._schema]:
            raise NotFound(f"There is no setting {missing[0]!r:.60}")
        return [self._schema[key] for key in keys]

    def _home(self, setting: Setting) -> tuple[str, Document]:
        """The document a setting lives in now."""
        if setting.scope is Scope.DEVICE:
            return "device", self._device
        return self.active, self._profiles[self.active]


def _number(profile: str) -> int:
    return int(profile.rpartition("-")[2])
