"""A server that the tests should run against and cannot."""


class ServerMissing(Exception):
    """What is missing, for the last lines of the run."""
