"""The VSS paths the display shows, in one place (COVESA VSS 6.0; see docs/vehicle for what a mapping serves)."""

from __future__ import annotations

__all__ = [
    "BODY_PATHS",
    "CLIMATE_PATHS",
    "ENERGY_PATHS",
    "ENVIRONMENT_PATHS",
    "LOCK_PATHS",
    "MOTION_PATHS",
    "NIGHT_PATHS",
    "TYRES",
    "Battery",
    "Climate",
    "Fuel",
    "Path",
    "Upkeep",
    "all_of",
]


class Path:
    """Sensors and states."""

    SPEED = "Vehicle.Speed"
    SELECTED_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
    CURRENT_GEAR = "Vehicle.Powertrain.Transmission.CurrentGear"
    PARKING_BRAKE = "Vehicle.Chassis.ParkingBrake.IsEngaged"
    RANGE = "Vehicle.Powertrain.Range"
    EV_RANGE = "Vehicle.Powertrain.TractionBattery.Range"
    EV_CHARGE = "Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed"
    EV_ENERGY = "Vehicle.Powertrain.TractionBattery.StateOfCharge.CurrentEnergy"
    EV_CONSUMPTION = "Vehicle.Private.TractionBattery.AverageConsumption"
    FUEL_RANGE = "Vehicle.Powertrain.FuelSystem.Range"
    FUEL_LEVEL = "Vehicle.Powertrain.FuelSystem.RelativeLevel"
    FUEL_INSTANT = "Vehicle.Powertrain.FuelSystem.InstantConsumption"
    FUEL_AVERAGE = "Vehicle.Powertrain.FuelSystem.AverageConsumption"
    ODOMETER = "Vehicle.TraveledDistance"
    OUTSIDE = "Vehicle.Exterior.AirTemperature"
    INSIDE = "Vehicle.Cabin.HVAC.AmbientAirTemperature"
    HOOD = "Vehicle.Body.Hood.IsOpen"
    TRUNK = "Vehicle.Body.Trunk.Rear.IsOpen"
    FRUNK = "Vehicle.Body.Trunk.Front.IsOpen"
    CHARGE_FLAP = "Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.AnyPosition.IsFlapOpen"
    CHARGE_CABLE = "Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.AnyPosition.IsChargingCableConnected"
    IS_CHARGING = "Vehicle.Powertrain.TractionBattery.Charging.IsCharging"
    LOW_BEAM = "Vehicle.Body.Lights.Beam.Low.IsOn"
    HIGH_BEAM = "Vehicle.Body.Lights.Beam.High.IsOn"
    BRAKE_LIGHT = "Vehicle.Body.Lights.Brake.IsActive"
    LEFT_INDICATOR = "Vehicle.Body.Lights.DirectionIndicator.Left.IsSignaling"
    RIGHT_INDICATOR = "Vehicle.Body.Lights.DirectionIndicator.Right.IsSignaling"
    NIGHT_MODE = "Vehicle.Cabin.Infotainment.HMI.DayNightMode"
    NIGHT_SENSOR = "Vehicle.Private.NightMode"
    AMBIENT_LIGHT = "Vehicle.Cabin.Light.PerceivedAmbientLight"

    @staticmethod
    def door(row: int, side: str, what: str = "IsOpen") -> str:
        """A door's state; side is DriverSide or PassengerSide."""
        return f"Vehicle.Cabin.Door.Row{row}.{side}.{what}"


class Climate:
    """Actuators of the cabin. Power, auto and sync have no VSS signal: they are our overlay, named after AAOS."""

    DRIVER_TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
    PASSENGER_TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Passenger.Temperature"
    FAN = "Vehicle.Cabin.HVAC.Station.Row1.Driver.FanSpeed"
    AC = "Vehicle.Cabin.HVAC.IsAirConditioningActive"
    RECIRCULATION = "Vehicle.Cabin.HVAC.IsRecirculationActive"
    FRONT_DEFROST = "Vehicle.Cabin.HVAC.IsFrontDefrosterActive"
    REAR_DEFROST = "Vehicle.Cabin.HVAC.IsRearDefrosterActive"
    AUTO = "Vehicle.Private.Hvac.AutoOn"
    # AAOS counts the other way round: dual on is sync off.
    DUAL = "Vehicle.Private.Hvac.DualOn"
    POWER = "Vehicle.Private.Hvac.PowerOn"
    DRIVER_SEAT = "Vehicle.Cabin.Seat.Row1.DriverSide.HeatingCooling"
    PASSENGER_SEAT = "Vehicle.Cabin.Seat.Row1.PassengerSide.HeatingCooling"


class Battery:
    """The traction battery and its charging."""

    RANGE = "Vehicle.Powertrain.TractionBattery.Range"
    LEVEL = "Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed"
    ENERGY = "Vehicle.Powertrain.TractionBattery.StateOfCharge.CurrentEnergy"
    HEALTH = "Vehicle.Powertrain.TractionBattery.StateOfHealth"
    POWER = "Vehicle.Powertrain.TractionBattery.CurrentPower"
    TEMPERATURE = "Vehicle.Powertrain.TractionBattery.Temperature.Average"
    AVERAGE = "Vehicle.Private.TractionBattery.AverageConsumption"
    CHARGING = "Vehicle.Powertrain.TractionBattery.Charging.IsCharging"
    CABLE = "Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.AnyPosition.IsChargingCableConnected"
    CHARGE_POWER = "Vehicle.Powertrain.TractionBattery.Charging.AveragePower"
    CHARGE_RATE = "Vehicle.Powertrain.TractionBattery.Charging.ChargeRate"
    TIME_LEFT = "Vehicle.Powertrain.TractionBattery.Charging.TimeToComplete"
    LIMIT = "Vehicle.Powertrain.TractionBattery.Charging.ChargeLimit"
    TIMER_MODE = "Vehicle.Powertrain.TractionBattery.Charging.Timer.Mode"


class Fuel:
    """The tank and what the engine lives on."""

    RANGE = "Vehicle.Powertrain.FuelSystem.Range"
    LEVEL = "Vehicle.Powertrain.FuelSystem.RelativeLevel"
    LITRES = "Vehicle.Powertrain.FuelSystem.AbsoluteLevel"
    LOW = "Vehicle.Powertrain.FuelSystem.IsFuelLevelLow"
    INSTANT = "Vehicle.Powertrain.FuelSystem.InstantConsumption"
    AVERAGE = "Vehicle.Powertrain.FuelSystem.AverageConsumption"
    ADBLUE = "Vehicle.Powertrain.CombustionEngine.DieselExhaustFluid.Level"
    OIL_LEVEL = "Vehicle.Powertrain.CombustionEngine.EngineOil.Level"
    OIL_TEMPERATURE = "Vehicle.Powertrain.CombustionEngine.EngineOil.Temperature"
    COOLANT = "Vehicle.Powertrain.CombustionEngine.EngineCoolant.Temperature"


class Upkeep:
    """Trips and service."""

    SINCE_START = "Vehicle.TraveledDistanceSinceStart"
    DURATION = "Vehicle.TripDuration"
    AVERAGE_SPEED = "Vehicle.AverageSpeed"
    SERVICE_DISTANCE = "Vehicle.Service.DistanceToService"
    SERVICE_TIME = "Vehicle.Service.TimeToService"
    SERVICE_DUE = "Vehicle.Service.IsServiceDue"
    TYRE_TARGET_FRONT = "Vehicle.Private.TirePressureTarget.Front"
    TYRE_TARGET_REAR = "Vehicle.Private.TirePressureTarget.Rear"

    @staticmethod
    def trip(name: str, what: str) -> str:
        """Distance, Duration, AverageSpeed or AverageConsumption of trip A or B; the last also of SinceStart."""
        return f"Vehicle.Private.Trip.{name}.{what}"


def all_of(group: type) -> tuple[str, ...]:
    """Every path that a class of this module names."""
    return tuple(value for name, value in vars(group).items() if name.isupper())


TYRES = {
    position: f"Vehicle.Chassis.Axle.{wheel}.Tire"
    for position, wheel in {
        "frontLeft": "Row1.Wheel.Left",
        "frontRight": "Row1.Wheel.Right",
        "rearLeft": "Row2.Wheel.Left",
        "rearRight": "Row2.Wheel.Right",
    }.items()
}

MOTION_PATHS = (Path.SPEED, Path.SELECTED_GEAR, Path.CURRENT_GEAR, Path.PARKING_BRAKE)
ENERGY_PATHS = (
    Path.RANGE,
    Path.EV_RANGE,
    Path.EV_CHARGE,
    Path.EV_ENERGY,
    Path.EV_CONSUMPTION,
    Path.FUEL_RANGE,
    Path.FUEL_LEVEL,
    Path.FUEL_INSTANT,
    Path.FUEL_AVERAGE,
)
LOCK_PATHS = tuple(Path.door(row, side, "IsLocked") for row in (1, 2) for side in ("DriverSide", "PassengerSide"))
BODY_PATHS = (
    *(Path.door(row, side) for row in (1, 2) for side in ("DriverSide", "PassengerSide")),
    *(Path.door(row, side, "Window.Position") for row in (1, 2) for side in ("DriverSide", "PassengerSide")),
    *LOCK_PATHS,
    Path.HOOD,
    Path.TRUNK,
    Path.FRUNK,
    Path.CHARGE_FLAP,
    Path.CHARGE_CABLE,
    Path.IS_CHARGING,
    Path.LOW_BEAM,
    Path.HIGH_BEAM,
    Path.BRAKE_LIGHT,
    Path.LEFT_INDICATOR,
    Path.RIGHT_INDICATOR,
    *(f"{wheel}.{what}" for wheel in TYRES.values() for what in ("Pressure", "IsPressureLow")),
)
ENVIRONMENT_PATHS = (Path.ODOMETER, Path.OUTSIDE, Path.INSIDE)
NIGHT_PATHS = (Path.NIGHT_MODE, Path.NIGHT_SENSOR, Path.AMBIENT_LIGHT)
CLIMATE_PATHS = all_of(Climate)
