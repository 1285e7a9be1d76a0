"""What every kind of backend holds to, and what the service says of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from backends.projection.defs import Category
from backends.projection.kinds import BACKENDS
from backends.projection.mirror import MirrorBackend
from backends.projection.worker.host import Backend
from tools.i18n import CATALOGUES, messages
from ui.said_phones import PHONES

CAPABILITIES = {
    "video", "audio", "mic", "touch", "keys", "rotary", "text", "resize", "nowplaying", "navigation", "calls",
    "notifications", "app_list", "clipboard",
}  # fmt: skip
NEEDS = {"password", "pairing_code", "certificate", "server_file", "permission"}
SEEN_WHILE_DRIVING = {"android-auto", "carlife", "carlinkit"}


def _class(name: str) -> Any:
    module, _, kind = BACKENDS[name].factory.partition(":")
    return getattr(import_module(module), kind)


@pytest.mark.parametrize("name", BACKENDS)
def test_a_kind_is_what_its_row_says(name: str) -> None:
    kind = _class(name)
    assert issubclass(kind, Backend)
    assert name == kind.NAME
    assert not kind.__abstractmethods__
    assert callable(kind.set_rules), "a picture nobody can hide"
    assert set(BACKENDS[name].needs) <= NEEDS
    assert BACKENDS[name].discovers in ("", "usb", "always")
    if issubclass(kind, MirrorBackend):
        assert kind.APP
        assert kind.CAPABILITIES <= CAPABILITIES
        assert (kind.CATEGORY is Category.CAR) is (name in SEEN_WHILE_DRIVING)


def test_what_the_service_says_is_known_to_translators() -> None:
    said = {word for kind in BACKENDS.values() for word in (kind.name, kind.hint) if word}
    assert said <= set(PHONES)
    for language in ("ar", "de", "zh_CN"):
        catalogue = messages(CATALOGUES / f"pillion_{language}.ts")
        assert {("Services", sentence) for sentence in PHONES} <= catalogue.keys()
