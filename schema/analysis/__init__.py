"""What hangs at `network(scope)`: every analysis, with its reasons, its scope and its snapshot."""
