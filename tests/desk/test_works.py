"""Work beside the window: when it can begin."""

from facilitator.desk.works import Works


def test_nothing_begins_on_a_desk_that_is_being_closed(aloop):
    """What a timer asks for after all was settled would find the archive closed, so it is not begun."""
    works = Works()
    assert works.ready
    aloop.run_until_complete(works.settle())
    assert not works.ready
