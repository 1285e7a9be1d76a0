"""Preferences, profiles and what this unit is."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot, qVersion
from PySide6.QtQml import QmlElement

from ui import theme
from ui.clients.settings import SettingsClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.lists import Row, RowModel

__all__ = ["AboutModel", "BrandModel", "LanguageModel", "ProfileModel", "SettingsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_OWN_NAMES = {"en": "English", "zh_CN": "简体中文", "de": "Deutsch", "ar": "العربية"}


@QmlElement
@QmlUncreatable("a property of SettingsViewModel")
class BrandModel(RowModel):
    """Brand themes to choose from."""

    ROLES: ClassVar[tuple[str, ...]] = ("brandId", "name")


@QmlElement
@QmlUncreatable("a property of SettingsViewModel")
class LanguageModel(RowModel):
    """Languages, each named in itself."""

    ROLES: ClassVar[tuple[str, ...]] = ("code", "name")


@QmlElement
@QmlUncreatable("a property of SettingsViewModel")
class ProfileModel(RowModel):
    """Driver profiles."""

    ROLES: ClassVar[tuple[str, ...]] = ("profileId", "name", "initials", "active")


@QmlElement
@QmlUncreatable("a property of SettingsViewModel")
class AboutModel(RowModel):
    """What this unit is made of."""

    ROLES: ClassVar[tuple[str, ...]] = ("label", "value")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class SettingsViewModel(ServiceViewModel):
    """The values in force; a request changes them once the service has them on disk."""

    valuesChanged = Signal()
    pendingChanged = Signal()
    profilesChanged = Signal()

    def __init__(
        self,
        client: SettingsClient,
        preferences: Preferences,
        version: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(client, parent)
        self._settings = client
        self._preferences = preferences
        self._version = version
        self._pending = ""
        self._brands = BrandModel(self)
        self._languages = LanguageModel(self)
        self._profiles = ProfileModel(self)
        self._about = AboutModel(self)
        preferences.changed.connect(lambda _keys: self.valuesChanged.emit())
        client.pending_changed.connect(self._on_pending)
        client.profiles_changed.connect(self._update_profiles)
        client.state_changed.connect(self._update_choices)
        self._update_choices()

    @Property(str, notify=valuesChanged)
    def theme(self) -> str:
        """auto, day or night."""
        return self._preferences.text("display.theme")

    @Property(str, notify=valuesChanged)
    def brand(self) -> str:
        return self._preferences.text("display.brand")

    @Property(str, notify=valuesChanged)
    def language(self) -> str:
        """The code chosen: system, en, zh_CN, de, ar."""
        return self._preferences.text("display.language")

    @Property(str, notify=valuesChanged)
    def shownLanguage(self) -> str:
        """The code in force: never system."""
        return self._preferences.language

    @Property(str, notify=valuesChanged)
    def driveSide(self) -> str:
        """left or right: where the driver sits."""
        return self._preferences.text("display.drive_side")

    @Property(str, notify=valuesChanged)
    def temperatureUnit(self) -> str:
        """C or F."""
        return self._preferences.text("units.temperature")

    @Property(str, notify=valuesChanged)
    def distanceUnit(self) -> str:
        """km or mi."""
        return self._preferences.text("units.distance")

    @Property(str, notify=valuesChanged)
    def pressureUnit(self) -> str:
        """bar, psi or kpa."""
        return self._preferences.text("units.pressure")

    @Property(str, notify=valuesChanged)
    def clock(self) -> str:
        """24 or 12."""
        return self._preferences.text("units.clock")

    @Property(int, notify=valuesChanged)
    def brightness(self) -> int:
        """Percent, 5..100."""
        return int(self._preferences["display.brightness"])

    @Property(int, notify=valuesChanged)
    def volume(self) -> int:
        """Of all that plays, percent."""
        return int(self._preferences["sound.volume"] or 0)

    @Property(int, notify=valuesChanged)
    def guidanceVolume(self) -> int:
        """Of spoken guidance beside it, percent."""
        return int(self._preferences["sound.guidance_volume"] or 0)

    @Property(int, notify=valuesChanged)
    def callVolume(self) -> int:
        """Of calls beside it, percent."""
        return int(self._preferences["sound.call_volume"] or 0)

    @Property(bool, notify=valuesChanged)
    def autoconnect(self) -> bool:
        """Phones that were here before connect by themselves."""
        return bool(self._preferences["projection.autoconnect"])

    @Property(float, notify=valuesChanged)
    def scale(self) -> float:
        """The driver's own enlargement, 0.9..1.3."""
        return float(self._preferences["display.scale"])

    @Property(str, notify=pendingChanged)
    def pending(self) -> str:
        """The key asked for and not confirmed yet; empty when there is none."""
        return self._pending

    @Property(BrandModel, constant=True)
    def brands(self) -> BrandModel:
        return self._brands

    @Property(LanguageModel, constant=True)
    def languages(self) -> LanguageModel:
        return self._languages

    @Property(ProfileModel, constant=True)
    def profiles(self) -> ProfileModel:
        return self._profiles

    @Property(AboutModel, constant=True)
    def about(self) -> AboutModel:
        if not self._about.rows:
            self._update_about()
        return self._about

    @Property(str, notify=profilesChanged)
    def profileName(self) -> str:
        return str(self._active().get("name", ""))

    @Property(str, notify=profilesChanged)
    def profileInitials(self) -> str:
        return str(self._active().get("initials", ""))

    @Slot(str, "QVariant")
    def request(self, key: str, value: Any) -> None:
        """Ask for a preference by its dotted key (display.theme)."""
        wanted = self._settings.schema.get(key, {}).get("type")
        # JavaScript has one kind of number.
        if wanted == "i" and isinstance(value, float):
            value = round(value)
        self._preferences.ask(key, value)

    @Slot(str)
    def reset(self, key: str) -> None:
        """Back to the default; an empty key resets all."""
        self._settings.request("Reset", [key] if key else [])

    @Slot(str)
    def selectProfile(self, profile: str) -> None:
        self._settings.request("SelectProfile", profile)

    @Slot(str)
    def createProfile(self, name: str) -> None:
        self._settings.request("CreateProfile", name)

    @Slot(str, str)
    def renameProfile(self, profile: str, name: str) -> None:
        self._settings.request("RenameProfile", profile, name)

    @Slot(str)
    def removeProfile(self, profile: str) -> None:
        self._settings.request("RemoveProfile", profile)

    def retranslate(self) -> None:
        super().retranslate()
        self._update_choices()
        if self._about.rows:
            self._update_about()

    def _problem(self) -> str:
        return super()._problem() or words(self._settings.service_problem)

    def _active(self) -> Row:
        return next((profile for profile in self._settings.profiles if profile.get("active")), {})

    def _allowed(self, key: str, fallback: list[str]) -> list[str]:
        return list(self._settings.schema.get(key, {}).get("allowed", fallback))

    def _update_choices(self) -> None:
        brands = self._allowed("display.brand", [self._preferences.text("display.brand")])
        names = dict(theme.brands())
        self._brands.update_rows([{"brandId": brand, "name": names.get(brand, brand)} for brand in brands])
        codes = self._allowed("display.language", ["system", *_OWN_NAMES])
        system = QCoreApplication.translate("Settings", "System language")
        self._languages.update_rows([{"code": code, "name": _OWN_NAMES.get(code, system)} for code in codes])

    def _update_profiles(self) -> None:
        self._profiles.update_rows(
            [
                {
                    "profileId": profile.get("id", ""),
                    "name": profile.get("name", ""),
                    "initials": profile.get("initials", ""),
                    "active": bool(profile.get("active")),
                }
                for profile in self._settings.profiles
            ]
        )
        self.profilesChanged.emit()

    def _update_about(self) -> None:
        system = platform.freedesktop_os_release() if Path("/etc/os-release").exists() else {}
        self._about.update_rows(
            [
                {"label": QCoreApplication.translate("Settings", "Pillion"), "value": self._version()},
                {"label": QCoreApplication.translate("Settings", "Qt"), "value": qVersion()},
                {"label": QCoreApplication.translate("Settings", "Python"), "value": platform.python_version()},
                {
                    "label": QCoreApplication.translate("Settings", "System"),
                    "value": system.get("PRETTY_NAME", platform.system()),
                },
                {"label": QCoreApplication.translate("Settings", "Licence"), "value": "Apache-2.0"},
            ]
        )

    def _on_pending(self, key: str, pending: bool) -> None:
        shown = key if pending else ""
        if pending or self._pending == key:
            self._pending = shown
            self.pendingChanged.emit()
