"""How people say each wish, as it is written in the files of a language, and what may stand in its slots."""
