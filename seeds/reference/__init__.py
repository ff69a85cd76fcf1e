"""Places and topics every installation starts with: read by `load`, made by `python -m seeds.reference.build`."""
