"""No small word, said four times in any state, is answered the same way three times or closes on whoever lies down."""

import pytest

from tests.walks.extent import some
from tests.walks.grid import WORDS, bad
from tests.walks.states import STATES


@pytest.mark.parametrize("state", STATES)
def test_small_words_said_four_times_lead_somewhere(state: str) -> None:
    cells = [(state, word) for word in WORDS]
    wrong = bad(some(cells, 6, seed=len(state)))
    assert not wrong, "\n".join(map(str, wrong))
