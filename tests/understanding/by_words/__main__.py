"""Prints each sentence of a half, what a coach should do, and what is said.

`python -m tests.understanding.by_words open`, or `sealed`.
"""

import sys

from tests.understanding.by_words.played import written

for line in written(sys.argv[1]):
    print(line)
