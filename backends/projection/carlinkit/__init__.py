"""Carlinkit and AutoBox dongles: CarPlay, Android Auto and HiCar of the phone behind them. docs/protocols/carlinkit.md.

protocol, messages, tables: the bytes; transport, usb: the way; link, inbound: one connection; backend: the dongles.
"""
