"""What the driver may use when: asked of the living display in every state of the car, and written as a document."""

from __future__ import annotations

from ui.restrictions.document import document
from ui.restrictions.survey import STATES, Place, Survey, survey

__all__ = ["STATES", "Place", "Survey", "document", "survey"]
