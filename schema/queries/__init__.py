"""What can be asked at the root, one area in each module."""
