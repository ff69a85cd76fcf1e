"""A network of national size with planted communities: 10,000 to 100,000 invented people in all districts."""
