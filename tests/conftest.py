"""How properties are searched: the same cases every time; `pytest --hypothesis-profile=searching` looks for others."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=60)
settings.register_profile("searching", deadline=None, database=None, max_examples=2000)
settings.load_profile("repeatable")
