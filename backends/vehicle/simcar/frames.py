"""The car's state as the frames of its DBC: which signal shows what, when each message is due, counters and check bytes."""

from __future__ import annotations

from collections.abc import Callable

from backends.vehicle.dbc import Database, DbcMessage, insert, to_raw
from backends.vehicle.dbc.codec import raw_range
from backends.vehicle.e2e import E2E, Protection, protection
from backends.vehicle.mapping import Mapping
from backends.vehicle.profile import Profile
from backends.vehicle.simcar.state import GEARS, CarState, Value

__all__ = ["FrameMaker", "Outgoing", "protections"]

_IGNITION = {"LOCK": 0, "OFF": 1, "ACC": 2, "ON": 3, "START": 4}
_SWITCH = {"OFF": 0, "POSITION": 1, "DAYTIME_RUNNING_LIGHTS": 2, "AUTO": 3, "BEAM": 4}
_WIPERS = {"OFF": 0, "SLOW": 1, "MEDIUM": 2, "FAST": 3, "INTERVAL": 4, "RAIN_SENSOR": 5}
_SEAT = {"EMPTY": 0, "OCCUPIED": 1, "UNKNOWN": 3}
_AIR = {"UP": 0, "MIDDLE": 1, "DOWN": 2}
_LOW_TYRE = 0.8
"""A tyre is low below this share of its target (UNECE R141: a loss of 20 %)."""

_PLAIN_TEXT = """
    MOTION: Speed=speed_kph LongitudinalAcceleration=acceleration BrakePedal=brake_pedal AcceleratorPedal=accelerator
    DRIVE: ParkingBrake=parking_brake MotorSpeed=motor_rpm MotorPower=motor_kw MotorTorque=motor_nm
    STEERING: Angle=steering_deg YawRate=yaw_rate
    LIGHTS: Hazard=hazard LowBeam=low_beam HighBeam=high_beam FogFront=fog.front FogRear=fog.rear
        PositionLight=position_light Dome=dome Night=night Rain=rain Ambient=ambient IndicatorLeft=indicator.left
        IndicatorRight=indicator.right
    DOORS: Hood=hood Trunk=trunk LockTrunk=trunk_locked BeltDriver=belt.driver BeltPassenger=belt.passenger OpenFL=door.fl
        OpenFR=door.fr OpenRL=door.rl OpenRR=door.rr LockFL=lock.fl LockFR=lock.fr LockRL=lock.rl LockRR=lock.rr
    WINDOWS: Sunroof=sunroof WindowFL=window.fl WindowFR=window.fr WindowRL=window.rl WindowRR=window.rr
    PARKING: RearLeft=parking.rear_left RearCenter=parking.rear_center RearRight=parking.rear_right
        FrontLeft=parking.front_left FrontCenter=parking.front_center FrontRight=parking.front_right
    BATTERY: StateOfCharge=soc PackVoltage=pack_v PackCurrent=pack_a PackTemperature=pack_c StateOfHealth=soh
    CHARGING: IsCharging=charging CableConnected=cable FlapOpen=flap ChargeLimit=charge_limit Range=range_km
        TimeToComplete=charge_min Energy=energy_kwh
    TRIP: Odometer=odometer_m Consumption=consumption TripDistance=trip_m
    UPKEEP: DistanceToService=service_km DaysToService=service_days BoardVoltage=board_v WasherLow=washer_low
    TYRE_TARGET: FrontTarget=tyre.front_target_kpa RearTarget=tyre.rear_target_kpa
    ENVIRONMENT: OutsideTemperature=outside_c CabinTemperature=cabin_c Humidity=humidity
    CLIMATE_STATUS: Power=climate.power AC=climate.ac Recirculation=climate.recirculation FrontDefrost=climate.front_defrost
        RearDefrost=climate.rear_defrost Auto=climate.auto Dual=climate.dual MaxDefrost=climate.max_defrost
        TempDriver=climate.temp_driver TempPassenger=climate.temp_passenger FanDriver=climate.fan_driver
        FanPassenger=climate.fan_passenger
    SEAT_STATUS: HeatDriver=seat.heat_driver HeatPassenger=seat.heat_passenger
"""
"""Message: signal=name of the state it shows, for all that need no thought."""

_WORDS: dict[str, dict[str, tuple[str, dict[str, int]]]] = {
    "DRIVE": {"Gear": ("gear", GEARS), "Ignition": ("ignition", _IGNITION)},
    "LIGHTS": {"LightSwitch": ("light_switch", _SWITCH), "Wipers": ("wipers", _WIPERS)},
    "DOORS": {"SeatDriver": ("seat.driver", _SEAT), "SeatPassenger": ("seat.passenger", _SEAT)},
    "CLIMATE_STATUS": {"AirDriver": ("climate.air_driver", _AIR), "AirPassenger": ("climate.air_passenger", _AIR)},
}
_WHEELS = ("FL", "FR", "RL", "RR")


def protections(profile: Profile, mapping: Mapping, database: Database) -> dict[str, Protection]:
    """How each protected message of the car is sealed, by its name: as the mapping and the profile say."""
    named: dict[str, E2E] = {}
    for rule in mapping.reads:
        if rule.e2e is not None:
            for message in database.by_signal[rule.signals[0][1]]:
                if not rule.message or message.name == rule.message:
                    named[message.name] = rule.e2e
    for spec in profile.buses.values():
        named |= {name: allow.e2e for name, allow in spec.writes.items() if allow.e2e is not None}
    found = {}
    for name, e2e in named.items():
        described = database.message(name)
        assert described is not None
        found[name] = protection(e2e, described)
    return found


def _plain() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    pairs: dict[str, str] = {}
    for word in _PLAIN_TEXT.split():
        if word.endswith(":"):
            pairs = table[word[:-1]] = {}
        else:
            signal, _, name = word.partition("=")
            pairs[signal] = name
    return table


_PLAIN = _plain()


class Outgoing:
    """One message the car sends: its period, the counter it has reached, and the signals a fault has made unknown."""

    def __init__(
        self, message: DbcMessage, guard: Protection | None, fill: Callable[[CarState], dict[str, float]]
    ) -> None:
        self.message = message
        self.period_s = (message.period_ms or 1000) / 1000
        self.counter = 0
        self.always = False
        """Whether frames differ although the car does not: a multiplexed message shows another part each time."""
        self._guard = guard
        self._fill = fill
        self._last: dict[str, float] | None = None
        self._version = -1
        self._data = bytearray(message.length)
        self._sealed: dict[int, bytes] = {}

    def frame(self, state: CarState, *, sna: frozenset[str] = frozenset(), spoil: bool = False) -> bytes:
        """The next frame. ``sna`` names signals sent as all ones; ``spoil`` makes the check byte wrong."""
        if self.always or sna or state.version != self._version:
            self._refill(state, sna)
        if self._guard is None:
            return bytes(self._data)
        self.counter = (self.counter + 1) % 16
        sealed = self._sealed.get(self.counter)
        if sealed is None:
            data = bytearray(self._data)
            self._guard.seal(data, self.counter)
            sealed = self._sealed[self.counter] = bytes(data)
        return bytes([sealed[0] ^ 0x55]) + sealed[1:] if spoil else sealed

    def _refill(self, state: CarState, sna: frozenset[str]) -> None:
        self._version = -1 if sna else state.version
        values = self._fill(state)
        if values != self._last or sna:
            self._data = self._encode(values, sna)
            self._last = None if sna else values
            self._sealed.clear()

    def _encode(self, values: dict[str, float], sna: frozenset[str]) -> bytearray:
        data = bytearray(self.message.length)
        for name, physical in values.items():
            signal = self.message.signal(name)
            assert signal is not None
            low, high = raw_range(signal)
            raw = (1 << signal.length) - 1 if name in sna else max(low, min(high, int(to_raw(signal, physical))))
            insert(signal, data, min(raw, high))
        return data


class FrameMaker:
    """All messages of the car but those of its panel."""

    def __init__(self, database: Database, guards: dict[str, Protection]) -> None:
        self._wheel = -1
        self.outgoing: dict[str, Outgoing] = {}
        for message in database.messages:
            if message.name == "TYRES":
                self.outgoing[message.name] = Outgoing(message, None, self._tyres)
                self.outgoing[message.name].always = True
            elif message.name in _PLAIN:
                self.outgoing[message.name] = Outgoing(message, guards.get(message.name), _filler(message.name))

    def _tyres(self, state: CarState) -> dict[str, float]:
        """One wheel a frame, in turn."""
        self._wheel = (self._wheel + 1) % 4
        wheel = _WHEELS[self._wheel]
        pressure = state.number(f"tyre.{wheel.lower()}_kpa")
        target = state.number("tyre.front_target_kpa" if wheel.startswith("F") else "tyre.rear_target_kpa")
        return {
            "Wheel": float(self._wheel),
            f"{wheel}Pressure": pressure,
            f"{wheel}Low": float(pressure < target * _LOW_TYRE),
            f"{wheel}Temperature": state.number(f"tyre.{wheel.lower()}_c"),
        }


def _filler(message: str) -> Callable[[CarState], dict[str, float]]:
    plain = list(_PLAIN[message].items())
    words = list(_WORDS.get(message, {}).items())

    def fill(state: CarState) -> dict[str, float]:
        values = state.values
        filled = {signal: float(values[name]) for signal, name in plain}
        for signal, (name, table) in words:
            filled[signal] = float(table.get(str(values[name]), 0))
        _derive(message, values, filled)
        return filled

    return fill


def _derive(message: str, values: dict[str, Value], filled: dict[str, float]) -> None:
    if message == "MOTION":
        filled["Standstill"] = float(abs(filled["Speed"]) < 0.1)
        filled["BrakePressed"] = float(filled["BrakePedal"] > 0)
    elif message == "DRIVE":
        filled["ParkLock"] = float(values["gear"] == "P")
    elif message == "LIGHTS":
        filled["BrakeLight"] = float(float(values["brake_pedal"]) > 0)
        filled["BackupLight"] = float(values["gear"] == "R")
