"""Baidu CarLife, the car's side: its app on a phone sends picture and sound, and takes touch, keys and vehicle data.

Over Wi-Fi, over adb, or as a USB accessory. docs/protocols/carlife.md describes the wire.
"""
