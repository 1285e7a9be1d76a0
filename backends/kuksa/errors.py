"""What can go wrong with the bridge; the text is fit to be shown.

KuksaError
├── BrokerAway      the databroker cannot be reached or ended the stream: try again later
└── BrokerRefuses   it does not let us: mend the token, the certificates or the options
"""

from __future__ import annotations

__all__ = ["BrokerAway", "BrokerRefuses", "KuksaError"]


class KuksaError(Exception):
    """Root of the bridge's errors."""


class BrokerAway(KuksaError): ...


class BrokerRefuses(KuksaError): ...
