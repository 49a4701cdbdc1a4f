"""Other times for one event are found in other words too; those of two events are not held against each other."""

from __future__ import annotations


def test_two_weekdays_for_one_deed_are_likely_different(compared) -> None:
    result = compared(
        "The harbour master on Friday apologized for a notice that insulted the islanders.\n\nThe ferry sails on.",
        "Anna Hallam, the harbour master, had to apologize Saturday for a notice critical of the town.",
    )
    assert result.conflicts == [("date", "Friday", "Saturday")]
    assert result.result.conflicts[0].strength == "differs"


def test_a_day_that_the_other_article_has_for_the_deed_too_is_none(compared) -> None:
    result = compared(
        "The harbour master on Friday apologized for a notice that insulted the islanders.",
        "She had to apologize Saturday for a notice critical of the town. She apologized for the notice on Friday.",
    )
    assert result.conflicts == []


def test_the_days_of_two_deeds_are_not_held_against_each_other(compared) -> None:
    result = compared(
        "The harbour master on Friday apologized for a notice that insulted the islanders.",
        "Anna Hallam resigned on Saturday over the notice, the first of the island's harbour masters to go.",
    )
    assert result.conflicts == []


def test_the_month_of_an_event_is_compared(compared) -> None:
    result = compared(
        "The parties on the island will hold their harbour primaries in mid May.",
        "The harbour primary would be held on April 30.",
    )
    assert result.conflicts == [("date", "May", "April 30")]


def test_how_long_ago_is_compared_where_the_two_cannot_be_one_time(compared) -> None:
    last = "New figures that the island's ferry company issued last month show that the harbour loan runs out in 2036."
    ago = "The island's ferry company warned {} with new figures that the harbour loan runs out in 2036."
    assert compared(last, ago.format("last week")).conflicts == [("date", "last month", "last week")]
    assert compared(last, ago.format("earlier this year")).conflicts == []


def test_times_of_the_clock_are_read_in_any_form(compared) -> None:
    early = "The quake struck the island at 9:40 A.M., the harbour office said in a statement."
    assert compared(early, early.replace("9:40 A.M.", "0940 hrs")).conflicts == []
    assert compared(early, early.replace("9:40 A.M.", "4 p.m.")).conflicts == [("date", "9:40 A.M.", "4 p.m.")]


def test_who_is_named_beside_a_count_belongs_to_it(compared) -> None:
    one = "The harbour board fined Hallam and three other large firms for the late ferries."
    assert compared(one, "The harbour board fined four large firms for the late ferries.").conflicts == []


def test_small_words_of_one_quotation_count_where_they_change_it(compared) -> None:
    said = "“I have not broken any rules {} regulations of this harbour in my time,” Hallam said."
    assert compared(said.format("or"), said.format("and")).conflicts == [("attribution", "or", "and")]
    said = "“I have not seen {} acces to this harbour as bad in all my time here,” Hallam said."
    assert compared(said.format("an"), said.format("an").replace("acces", "access")).conflicts == []
