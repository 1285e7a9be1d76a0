"""One contract for every service, over both ways: in this process, and over a private dbus-daemon."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from backends.core.link import create_service
from backends.core.service import Service
from backends.core.spec import load_spec, python_name
from backends.core.wire import conform
from backends.interfaces import SERVICES, Link, ServiceError
from tests.fakes.host import bus_link, local_link, until

OPTIONS: dict[str, dict[str, Any]] = {
    "vehicle": {"profile": "demo", "interface": "virtual", "channel": "contract"},
    "projection": {"devices": "", "adb_server": ""},
    "media": {"sources": ""},
    "diagnostics": {"profile": "demo", "interface": "virtual", "channel": "contract"},
}
WAYS: dict[str, Callable[[dict[str, Service]], Any]] = {"local": local_link, "bus": bus_link}


def _class(name: str) -> type[Service]:
    module, _, attribute = SERVICES[name].factory.partition(":")
    kind: type[Service] = getattr(import_module(module), attribute)
    return kind


@pytest.mark.parametrize("name", SERVICES)
def test_every_member_is_implemented_with_its_arguments(name: str) -> None:
    for member, method in load_spec(SERVICES[name].interface).methods.items():
        function = getattr(_class(name), python_name(member), None)
        assert function is not None, f"{name}.{member} is not implemented"
        parameters = list(inspect.signature(function).parameters)
        assert len(parameters) == len(method.takes) + 1, f"{name}.{member} takes {parameters}"


async def _quiet_answers(link: Link, name: str) -> dict[str, Any]:
    """What the argument-less questions answer."""
    questions = [
        member
        for member, method in load_spec(SERVICES[name].interface).methods.items()
        if method.gives and not method.takes
    ]
    return {member: await link.call(name, member) for member in questions}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_the_same_over_both_ways(name: str, way: str, run: Any, qapp_or_none: Any) -> None:
    async def body() -> None:
        service = create_service(name, OPTIONS.get(name))
        async with WAYS[way]({name: service}) as link:
            present: list[bool] = []
            link.on_presence(name, present.append)
            await until(lambda: present[-1:] == [True], what="presence")
            values = await link.properties(name)
            types = load_spec(SERVICES[name].interface).properties
            assert set(values) == set(types), "every property has a value"
            for key, value in values.items():
                assert conform(types[key][0], value) == value
            for member, answer in (await _quiet_answers(link, name)).items():
                assert answer is not None, member
            first = next(m for m, spec in load_spec(SERVICES[name].interface).methods.items() if spec.takes)
            with pytest.raises((ServiceError, TypeError)) as caught:
                await link.call(name, first, object())
            assert not isinstance(caught.value, ServiceError) or caught.value.name == "Invalid"

    run(body())


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_that_left_says_so(name: str, run: Any) -> None:
    async def body() -> None:
        async with local_link({}) as link:
            with pytest.raises(ServiceError) as caught:
                await link.properties(name)
            assert caught.value.name == "Gone"

    run(body())


@pytest.fixture
def qapp_or_none(request: pytest.FixtureRequest) -> Any:
    """Media plays through Qt and wants its application object; the others must do without."""
    if "media" in request.node.callspec.params.values():
        return request.getfixturevalue("qapp")
    return None
