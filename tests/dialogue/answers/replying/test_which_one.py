"""The names offered for one that nobody knows are the ones that sound most like it."""

from skill.dialogue.answers.replying.which_one import nearest

NAMES = {
    "bridge": ("bridge pose", "bridge", "hip lift"),
    "cobra": ("cobra pose", "cobra"),
    "happy-baby": ("happy baby rock", "happy baby"),
    "modified-cobra": ("modified cobra", "half cobra"),
    "childs-pose": ("child's pose", "resting pose"),
}


def test_a_name_misheard_by_a_letter_or_two_finds_the_one_meant() -> None:
    assert nearest("cobro", NAMES, count=1) == ("cobra",)
    assert nearest("Chides pose", NAMES, count=1) == ("childs-pose",)


def test_the_likest_comes_first_and_two_are_offered() -> None:
    assert nearest("kind of cobra", NAMES) == ("cobra", "modified-cobra")
    assert nearest("the happy bridge", NAMES) == ("bridge", "happy-baby")


def test_equally_unlike_names_come_in_the_order_of_their_slugs() -> None:
    assert nearest("", NAMES) == ("bridge", "childs-pose")


def test_there_are_never_more_than_there_are_names() -> None:
    assert nearest("cobra", {"cobra": ("cobra",)}) == ("cobra",)
    assert nearest("cobra", {}) == ()
