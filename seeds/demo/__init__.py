"""The demo network: about 600 invented people in real places, the same on every machine, with a truth that is known."""
