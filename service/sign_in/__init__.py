"""Who asks: from a bearer token to a viewer."""
