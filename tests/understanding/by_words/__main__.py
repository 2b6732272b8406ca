"""Prints each sentence of a half, what a coach should do, and what is said.

`python -m tests.understanding.by_words open`, or `sealed`.
"""

from argparse import ArgumentParser

from tests.understanding.by_words.played import written

asked = ArgumentParser("python -m tests.understanding.by_words", description=(__doc__ or "").partition("\n")[0])
asked.add_argument("half", choices=("open", "sealed"), help="read the open one; the sealed one is only for measuring")
for line in written(asked.parse_args().half):
    print(line)
