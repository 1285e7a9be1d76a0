"""The phone's side of Android Auto's projection protocol, written apart from the car's, from the same facts."""
