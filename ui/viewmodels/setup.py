"""The way to a phone's first app, step by step, and pairing by code or by QR picture."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.setup import SetupClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.lists import Row, RowModel

__all__ = ["SetupModel", "SetupViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_ORDER = ("reach", "permission", "server_file", "app")
_CODE_DIGITS = 6


@QmlElement
@QmlUncreatable("a property of SetupViewModel")
class SetupModel(RowModel):
    """Steps; stepState is done, now (what is to do next) or later."""

    ROLES: ClassVar[tuple[str, ...]] = ("stepId", "stepState", "title", "text")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class SetupViewModel(ServiceViewModel):
    """``step`` is the id of what is to do next: reach, permission, server_file, app; empty when all is done."""

    changed = Signal()

    def __init__(self, client: SetupClient, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._setup = client
        self._steps = SetupModel(self)
        client.changed.connect(self._update)
        client.state_changed.connect(self._update)

    @Property(SetupModel, constant=True)
    def steps(self) -> SetupModel:
        return self._steps

    @Property(str, notify=changed)
    def step(self) -> str:
        return next((name for name in _ORDER if not self._setup.steps.get(name, {}).get("done")), "")

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The service told the steps."""
        return bool(self._setup.steps)

    @Property(str, notify=changed)
    def need(self) -> str:
        """What the phone that is met waits for: permission (on its screen) or pairing_code; empty: nothing."""
        return str(self._setup.steps.get("permission", {}).get("needs", ""))

    @Property(str, notify=changed)
    def offer(self) -> str:
        """What the QR picture says; empty while none is on offer."""
        return self._setup.offer

    @Property(str, notify=changed)
    def pairing(self) -> str:
        """waiting, pairing, paired, failed, or empty."""
        return str(self._setup.pairing.get("state", ""))

    @Property(str, notify=changed)
    def pairingText(self) -> str:
        match self.pairing:
            case "waiting":
                return QCoreApplication.translate("Setup", "Waiting for the phone to scan the code…")
            case "pairing":
                return QCoreApplication.translate("Setup", "Pairing…")
            case "paired":
                return QCoreApplication.translate("Setup", "Paired. The phone comes by itself from now on.")
            case "failed":
                return words(str(self._setup.pairing.get("text", "")))
            case _:
                return ""

    @Property(str, notify=changed)
    def filePath(self) -> str:
        """Where the server file has to be put, or where it is."""
        step = self._setup.steps.get("server_file", {})
        return str(step.get("path") or f"{step.get('folder', '')}/{step.get('wanted', '')}")

    @Property(str, notify=changed)
    def fileHash(self) -> str:
        """SHA-256 of the file that is there, or of the one that has to come."""
        step = self._setup.steps.get("server_file", {})
        return str(step.get("sha256") or step.get("wanted_sha256", ""))

    @Slot(bool)
    def watch(self, watched: bool) -> None:
        """A page shows this, or no more."""
        self._setup.watch(watched)

    @Slot()
    def offerCode(self) -> None:
        self._setup.offer_code()

    @Slot()
    def withdraw(self) -> None:
        self._setup.withdraw()

    @Slot(str, str)
    def pair(self, code: str, address: str) -> None:
        """Six digits; the address may be empty."""
        digits = "".join(letter for letter in code if letter.isdigit())
        if len(digits) == _CODE_DIGITS:
            self._setup.pair(digits, address.strip())

    @Slot()
    def lookAgain(self) -> None:
        """The file was put in its place, or something else was done: look."""
        device = str(self._setup.steps.get("reach", {}).get("device", ""))
        if self.step == "server_file" and device:
            self._setup.file_given(device)
        else:
            self._setup.fetch()

    def retranslate(self) -> None:
        super().retranslate()
        self._update()

    def _update(self) -> None:
        now = self.step
        rows: list[Row] = []
        for name in _ORDER if self._setup.steps else ():
            state = "done" if self._setup.steps.get(name, {}).get("done") else "now" if name == now else "later"
            title, text = self._words(name, state)
            rows.append({"stepId": name, "stepState": state, "title": title, "text": text})
        self._steps.update_rows(rows)
        self.changed.emit()

    def _words(self, name: str, state: str) -> tuple[str, str]:
        step = self._setup.steps.get(name, {})
        match name:
            case "reach":
                phone = str(step.get("name", "")) or QCoreApplication.translate("Setup", "The phone")
                return (
                    QCoreApplication.translate("Setup", "Phone found")
                    if state == "done"
                    else QCoreApplication.translate("Setup", "Find the phone"),
                    QCoreApplication.translate("Setup", "{0} is here.").format(phone)
                    if state == "done"
                    else QCoreApplication.translate(
                        "Setup", "Switch on USB debugging and plug it in, or pair it with wireless debugging."
                    ),
                )
            case "permission":
                text = str(step.get("text", ""))
                return (
                    QCoreApplication.translate("Setup", "Car allowed")
                    if state == "done"
                    else QCoreApplication.translate("Setup", "Allow the car"),
                    QCoreApplication.translate("Setup", "The phone knows this car.")
                    if state == "done"
                    else words(text)
                    or QCoreApplication.translate("Setup", "The phone asks once whether this car may show its apps."),
                )
            case "server_file":
                title = (
                    QCoreApplication.translate("Setup", "Helper in place")
                    if state == "done"
                    else QCoreApplication.translate("Setup", "Put the helper in place")
                )
                return title, self._file_words(state)
            case _:
                return (
                    QCoreApplication.translate("Setup", "Apps open here")
                    if state == "done"
                    else QCoreApplication.translate("Setup", "Open an app"),
                    QCoreApplication.translate("Setup", "Apps of the phone open here.")
                    if state == "done"
                    else QCoreApplication.translate("Setup", "Choose an app from the list."),
                )

    def _file_words(self, state: str) -> str:
        step = self._setup.steps.get("server_file", {})
        if step.get("on_phone"):
            return QCoreApplication.translate("Setup", "The phone has it already.")
        if state == "done":
            form = (
                QCoreApplication.translate("Setup", "Version {0}, checked.")
                if step.get("checked")
                else QCoreApplication.translate("Setup", "Version {0}, not a file that was checked for this car.")
            )
            return form.format(step.get("version", ""))
        problem = words(str(step.get("text", "")))
        return problem or QCoreApplication.translate(
            "Setup", "The file {0} of the scrcpy project is needed once."
        ).format(step.get("wanted", ""))
