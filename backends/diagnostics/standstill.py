"""Whether the car is parked, asked of the vehicle service. Whatever is not certain counts as driving."""

from __future__ import annotations

from backends.core.errors import Refused
from backends.interfaces import Link, ServiceError

__all__ = ["is_parked", "require_parked"]

_SPEED = "Vehicle.Speed"
_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
_STANDING_KPH = 0.3

UNKNOWN = "Whether the car is parked is not known. Nothing was cleared."
MOVING = "Codes are cleared only while the car is parked."


async def require_parked(link: Link | None) -> None:
    """Raises Refused unless speed is known to be zero, the gear is known where the car tells one, and the vehicle service
    says parked."""
    if link is None:
        raise Refused(UNKNOWN)
    try:
        rules = (await link.properties("vehicle")).get("Restrictions", {})
        speed = (await link.call("vehicle", "Get", [_SPEED]))[_SPEED]
        served = await link.call("vehicle", "Describe", [])
        gear = (await link.call("vehicle", "Get", [_GEAR]))[_GEAR] if _GEAR in served else {"quality": "valid"}
    except (ServiceError, KeyError, TypeError) as error:
        raise Refused(UNKNOWN) from error
    value = speed.get("value")
    if speed.get("quality") != "valid" or gear.get("quality") != "valid" or not isinstance(value, int | float):
        raise Refused(UNKNOWN)
    if not rules.get("known", False):
        raise Refused(UNKNOWN)
    if abs(value) > _STANDING_KPH or rules.get("state") != "parked":
        raise Refused(MOVING)


async def is_parked(link: Link | None) -> bool:
    """The same as an answer."""
    try:
        await require_parked(link)
    except Refused:
        return False
    return True
