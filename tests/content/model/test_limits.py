"""What people cannot do leaves out what the table of the coaching says, and nothing tells why they cannot."""

from skill.content.library import Library, ruled_out
from skill.content.model import Kind
from tests.cases.each_of import each_of
from tests.reviewed import STRETCHES

LEFT_OUT = {
    "kneeling": {"cat-and-cow", "cat-cow", "childs-pose", "downward-dog"},
    "on-hands": {"cat-and-cow", "cat-cow", "downward-dog", "cobra", "modified-cobra"},
    "arms-overhead": {
        "standing-side-tilt",
        "seated-side-tilt",
        "downward-dog",
        "childs-pose",
        "sphinx",
        "cobra",
        "modified-cobra",
        "prone-leg-lifts",
    },
    "on-front": {"sphinx", "cobra", "modified-cobra", "prone-leg-lifts"},
    "lying-flat": {
        "pelvic-tilts",
        "knee-to-chest",
        "knee-press",
        "knee-rolls",
        "lumbar-rotation",
        "windshield-wipers",
        "happy-baby",
        "piriformis",
        "bridge",
        "elevated-leg",
        "quiet-rest",
        "sphinx",
        "cobra",
        "modified-cobra",
        "prone-leg-lifts",
    },
    "deep-hip-bends": {
        "knee-to-chest",
        "knee-press",
        "piriformis",
        "seated-figure-four",
        "chair-figure-four",
        "happy-baby",
        "chair-twists",
        "childs-pose",
        "standing-forward-fold",
    },
    "head-low": {"standing-forward-fold", "downward-dog", "standing-side-tilt", "standing-tall"},
    "neck-bends": {"bridge", "cobra", "modified-cobra", "sphinx"},
    "floor": {
        "cat-and-cow",
        "cat-cow",
        "childs-pose",
        "downward-dog",
        "sphinx",
        "cobra",
        "modified-cobra",
        "prone-leg-lifts",
        "happy-baby",
        "bridge",
        "seated-figure-four",
    },
    "front-and-twists": {
        "sphinx",
        "cobra",
        "modified-cobra",
        "prone-leg-lifts",
        "downward-dog",
        "bridge",
        "happy-baby",
        "lumbar-rotation",
        "chair-twists",
        "windshield-wipers",
        "quiet-rest",
    },
}


@each_of("limit", LEFT_OUT)
def test_a_limit_leaves_out_what_the_table_says(library: Library, limit: str) -> None:
    assert ruled_out(library, [limit]) & {*STRETCHES} == LEFT_OUT[limit]


def test_every_limit_is_in_the_table(library: Library) -> None:
    assert set(library.limits) == set(LEFT_OUT)


def test_several_limits_leave_out_what_each_of_them_does(library: Library) -> None:
    both = ruled_out(library, ["kneeling", "on-front"])
    assert both == ruled_out(library, ["kneeling"]) | ruled_out(library, ["on-front"])
    assert both >= LEFT_OUT["kneeling"] | LEFT_OUT["on-front"]


def test_a_limit_of_another_version_leaves_nothing_out(library: Library) -> None:
    assert ruled_out(library, ["trampolines"]) == set()


def test_what_is_kept_names_what_is_left_out_and_never_why(library: Library) -> None:
    reasons = ("preg", "new", "bad", "sore", "hurt", "replac", "operat", "dizz", "gidd", "glaucoma", "arthr")
    assert [limit for limit in library.limits if any(reason in limit for reason in reasons)] == []


@each_of(
    ("said", "limit"),
    [
        ("bad knees", "kneeling"),
        ("a bad wrist", "on-hands"),
        ("bad shoulder", "arms-overhead"),
        ("lie on my tummy", "on-front"),
        ("lie flat", "lying-flat"),
        ("a hip replacement", "deep-hip-bends"),
        ("dizzy when i bend", "head-low"),
        ("bad neck", "neck-bends"),
        ("get on the floor", "floor"),
        ("pregnant", "front-and-twists"),
    ],
)
def test_each_row_of_the_table_is_found_by_what_people_say(library: Library, said: str, limit: str) -> None:
    assert [slug for slug, one in library.limits.items() if said in one.words["en"].also] == [limit]


def test_a_note_says_who_takes_care_with_strong_stretches_and_those_for_hips_and_with_no_others(
    library: Library,
) -> None:
    words = {slug: stretch.words["en"] for slug, stretch in library.stretches.items()}
    noted = {slug for slug, one in words.items() if one.note or one.caution}
    wanted = {slug for slug, one in library.stretches.items() if one.kind is Kind.STRONG or "hip" in one.careful}
    assert noted == wanted
    cautions = [one.caution for one in words.values() if one.caution and not one.note]
    assert [words for words in cautions if not any(way in words for way in ("move less", "leave both feet flat"))] == []


def test_everybody_who_should_take_care_with_a_stretch_can_be_told(library: Library) -> None:
    codes = {code for stretch in library.stretches.values() for code in stretch.careful}
    assert {code for code in codes if f"careful.{code}" not in library.phrases["en"]} == set()


def test_nobody_hears_then_twice_of_what_is_left_out_just_for_today(library: Library) -> None:
    for limit in library.limits.values():
        for today in library.phrases["en"]["limits.today"]:
            assert " ".join((*limit.words["en"].instead, today)).count("then") <= 1
