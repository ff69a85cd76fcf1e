"""What a database can be filled with: the places and topics of Germany, a demo, a network of national size.

Seeding twice is the same as once, and a seed that broke off is completed by seeding again.
"""

from seeds.loading import OnRows, SeedReport
from seeds.seeding import demo_broke_off, has_other_people, seed_demo, seed_national, seed_reference

__all__ = ["OnRows", "SeedReport", "demo_broke_off", "has_other_people", "seed_demo", "seed_national", "seed_reference"]
