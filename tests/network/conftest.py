"""Settings of the property tests here: no deadline for one example, the machine may be busy with others."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
