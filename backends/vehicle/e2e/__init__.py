"""Check bytes and counters of protected messages: AUTOSAR's profiles and what car makers use of their own.

Sources: AUTOSAR FO PRS E2EProtocol (profiles 1, 2, 4, 5, 22); the makes' rules as the opendbc project (MIT) found them, told
in `backends.vehicle.e2e.makes`. A mapping or a profile names one:

    e2e: {profile: p05, data_id: 0x1234, counter: Counter, crc: CRC}
"""

from backends.vehicle.e2e.crc import crc8
from backends.vehicle.e2e.guard import COUNT_LIMIT, Check, Guard
from backends.vehicle.e2e.model import E2E, Protection
from backends.vehicle.e2e.registry import protection

__all__ = ["COUNT_LIMIT", "E2E", "Check", "Guard", "Protection", "crc8", "protection"]
