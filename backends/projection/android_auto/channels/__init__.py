"""What the car offers the phone: one module a kind of channel. `base.Channel` is what they share."""
