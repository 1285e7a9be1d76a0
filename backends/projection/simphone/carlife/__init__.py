"""A simulated phone with CarLife: six channels over the network, over adb, or over a USB accessory."""
