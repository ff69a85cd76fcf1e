"""The types of the schema, one in each module."""
