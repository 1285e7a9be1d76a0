"""Hard keys and knobs of the car: on its buses or as input devices, as the profile says or as the driver taught them."""

from backends.vehicle.keys.bindings import Binding, CanKey, CanKnob, EvdevKey, EvdevKnob, KeyStore, profile_keys
from backends.vehicle.keys.hardkeys import HardKeys
from backends.vehicle.keys.learner import Step

__all__ = ["Binding", "CanKey", "CanKnob", "EvdevKey", "EvdevKnob", "HardKeys", "KeyStore", "Step", "profile_keys"]
