"""The cameras of the car: where pictures come from, whether they are live, and how the ground looks through the lens."""
