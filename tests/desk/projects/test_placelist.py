"""Places as people type them."""

from datetime import date

from facilitator.desk.projects.opening import round_id
from facilitator.desk.projects.placelist import read_places, show_places


def numbered(text, taken=()):
    return [(one.no, one.name) for one in read_places(text, taken).places]


def test_a_line_is_a_place_whichever_way_it_is_numbered():
    """Bare names count from 1 on; a number, a full stop or a cell of a sheet before the name is its number."""
    assert numbered("枫林里\n\n 兴政东里 \n") == [(1, "枫林里"), (2, "兴政东里")]
    assert numbered("7 滨河西里\n8．书香园\n9、工美家园\n１０) 丽园里") == [
        (7, "滨河西里"), (8, "书香园"), (9, "工美家园"), (10, "丽园里"),
    ]  # fmt: skip
    sheet = "序号\t社区名称\t主任\n1\t枫林里\t马小凤\n3\t学苑里\t陈春燕\n"
    assert numbered(sheet) == [(1, "枫林里"), (3, "学苑里")]
    assert numbered("学苑里\t3") == [(3, "学苑里")]


def test_a_name_that_begins_with_digits_stays_whole():
    """3号院 is a name, not place 3."""
    assert numbered("3号院\n56中家属院") == [(1, "3号院"), (2, "56中家属院")]


def test_numbers_that_are_free_are_given_and_doubled_ones_told():
    """No bare line takes a number that another line or an earlier place has."""
    assert numbered("2 甲\n乙\n丙", taken=(1,)) == [(2, "甲"), (3, "乙"), (4, "丙")]
    read = read_places("1 甲\n1 乙\n2 丙", taken=(2,))
    assert read.doubled == (1, 2)
    assert read_places("甲\n甲").same_name == ("甲",)


def test_what_was_read_can_be_read_again():
    """Places shown as lines are the same places."""
    places = read_places("枫林里\n3号院\n23 长丰园").places
    assert read_places(show_places(places)).places == places


def test_an_id_is_free_and_says_nothing_in_chinese():
    """Latin titles become ids, others the day; a taken one gets a number."""
    today = date(2026, 3, 1)
    assert round_id("Community projects 2026", (), today) == "community-projects-2026"
    assert round_id("清源街道", ("round-20260301",), today) == "round-20260301-2"
