"""Every figure stands beside the words that it should agree with, told for the side that is drawn."""

import re

from skill.assembly import the_figures
from skill.entrypoints.page.contact_sheet import sheet
from tests.library import LIBRARY


def test_each_stretch_has_its_pictures_beside_its_words() -> None:
    page = sheet(LIBRARY, the_figures())
    sections = page.split("<section>")[1:]
    assert len(sections) == len(LIBRARY.stretches)
    assert all(section.count("<svg") >= 1 for section in sections)
    assert "Rest your right ankle on your left knee." in page
    assert re.findall(r"\{(side|other|Side)\}", page) == []
