"""A figure as a page and as a screen take it: well formed, in known colours, small, and mirrored for the other side."""

import json
import re
from xml.etree import ElementTree

import pytest

from skill.assembly import the_figures
from skill.drawing.avg import avg
from skill.drawing.colours import DAY, NIGHT
from skill.drawing.picture import Picture, picture_of
from skill.drawing.shapes import Shape
from skill.drawing.svg import style_sheet, svg

LARGEST_GRAPHIC_BYTES = 20_000
"""A third of what a whole response may have."""


@pytest.fixture(name="pictures", scope="module")
def _pictures() -> dict[str, Picture]:
    figures = the_figures().items()
    return {f"{slug} {name}": picture_of(one) for slug, each in figures for name, one in each.usual.items()}


def test_every_colour_has_its_day_and_its_night(pictures: dict[str, Picture]) -> None:
    used = {name for each in pictures.values() for shape in each.shapes for name in (shape.fill, shape.line) if name}
    assert used <= set(DAY)
    assert set(DAY) == set(NIGHT)
    assert all(f"--{name}:light-dark({DAY[name]},{NIGHT[name]})" in style_sheet() for name in DAY)


def test_each_is_well_formed_and_nothing_of_it_is_outside_the_picture(pictures: dict[str, Picture]) -> None:
    for name, picture in pictures.items():
        drawn = ElementTree.fromstring(svg(picture, name))  # our own
        left, top, width, height = map(float, drawn.attrib["viewBox"].split())
        for shape in picture.shapes:
            for x, y in re.findall(r"[MLC](-?[\d.]+) (-?[\d.]+)", shape.path):
                assert left <= float(x) <= left + width, name
                assert top <= float(y) <= top + height, name


def test_what_is_felt_is_warm_and_most_have_such_a_place(pictures: dict[str, Picture]) -> None:
    cold = {name.split()[0] for name, each in pictures.items() if "warm" not in {shape.line for shape in each.shapes}}
    assert cold == {"quiet-rest", "standing-tall", "rest-knees-bent", "rest-legs-up", "rest-on-side"}


def test_a_title_is_words_whatever_is_in_it() -> None:
    drawn = svg(Picture((Shape("M0 0", fill="skin"),), 0, 0, 10, 10), "<b>cat & cow</b>")
    assert "<title>&lt;b&gt;cat &amp; cow&lt;/b&gt;</title>" in drawn


def test_the_other_side_is_the_same_paths_turned_over() -> None:
    picture = Picture((Shape("M0 0L4 2", line="arrow", width=2.0),), -10, 0, 40, 20)
    assert svg(picture, "left", mirrored=True) == (
        '<svg class="figure" role="img" viewBox="-10 0 40 20"><title>left</title>'
        '<g transform="matrix(-1 0 0 1 20 0)"><path class="l-arrow" stroke-width="2" d="M0 0L4 2"/></g></svg>'
    )


def test_a_screen_gets_each_small_enough_with_colours_that_it_can_change(pictures: dict[str, Picture]) -> None:
    for name, picture in pictures.items():
        graphic = avg(picture, name)
        assert len(json.dumps(graphic)) < LARGEST_GRAPHIC_BYTES, name
        named = {parameter["name"] for parameter in graphic["parameters"]}
        asked = set(re.findall(r"\$\{(\w+)\}", json.dumps(graphic)))
        assert asked == named, name


def test_a_screen_gets_paths_and_parameters_as_amazon_describes_them() -> None:
    felt = Shape("M1 1", line="warm", width=6.0, strength=0.7)
    graphic = avg(Picture((Shape("M0 0Z", fill="mat-edge"), felt), -5, -2, 40, 20), "a mat", mirrored=True)
    assert [graphic[key] for key in ("type", "version", "description")] == ["AVG", "1.1", "a mat"]
    assert [graphic[key] for key in ("width", "height", "viewportWidth", "viewportHeight")] == [40, 20, 40, 20]
    assert graphic["parameters"] == [
        {"name": "warm", "type": "color", "default": "#ef6a3a"},
        {"name": "matEdge", "type": "color", "default": "#c3d0c5"},
    ]
    (group,) = graphic["items"]
    flat, round_ended = group.pop("items")
    assert group == {"type": "group", "translateX": 35, "translateY": 2, "scaleX": -1}
    assert flat == {"type": "path", "pathData": "M0 0Z", "fill": "${matEdge}"}
    assert round_ended | {"fillOpacity": 0.7, "strokeOpacity": 0.7, "strokeLineJoin": "round"} == round_ended
    assert round_ended["stroke"] == "${warm}"
