"""All benchmarks of the store, one line each: `make benchmark`."""

from benchmarks import bulk_load, snapshot


def main() -> None:
    """Run them one after the other; each brings its own server."""
    bulk_load.main()
    snapshot.main()


if __name__ == "__main__":
    main()
