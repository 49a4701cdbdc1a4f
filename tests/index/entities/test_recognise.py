"""Recognition: minimal spans of the right type, with titles, values and evidence from elsewhere in the text."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russian President Vladimir Putin met Kremlin spokesman Dmitry Peskov in Moscow.",
            [
                ("Russian", "GROUP"),
                ("Vladimir Putin", "PERSON"),
                ("Kremlin", "ORG"),
                ("Dmitry Peskov", "PERSON"),
                ("Moscow", "PLACE"),
            ],
        ),
        ("Critics of the Biden administration spoke.", [("Biden", "PERSON")]),
        (
            "Officials from the U.S., the European Union and Ukraine’s Ministry of Strategic Industries agreed.",
            [
                ("U.S.", "PLACE"),
                ("European Union", "ORG"),
                ("Ukraine", "PLACE"),
                ("Ministry of Strategic Industries", "ORG"),
            ],
        ),
        ("Deputy Prime Minister Kofi Mensah flew to Abuja.", [("Kofi Mensah", "PERSON"), ("Abuja", "PLACE")]),
        ("Interior Minister Lee Sang-min resigned.", [("Lee Sang-min", "PERSON")]),
        ("The drug lord Joaquín “El Chapo” Guzmán fled.", [("Joaquín “El Chapo” Guzmán", "PERSON")]),
        ("She studied at the University of Cape Town.", [("University of Cape Town", "ORG")]),
        ("He works for the Abu Dhabi National Oil Company.", [("Abu Dhabi National Oil Company", "ORG")]),
        ("Envoys of the Islamic Republic of Iran left.", [("Islamic Republic of Iran", "PLACE")]),
        ("A Latin American diplomat spoke.", [("Latin American", "GROUP")]),
        ("The Kyiv-based firm paid.", [("Kyiv", "PLACE")]),
        ("Talks between Russia-aligned groups and Al-Qaeda failed.", [("Russia", "PLACE"), ("Al-Qaeda", "ORG")]),
        ("The Ministry of Health, Labour and Welfare objected.", [("Ministry of Health, Labour and Welfare", "ORG")]),
        ("Veterans of World War II marched.", [("World War II", "EVENT")]),
        ("The Easter truce held.", [("Easter truce", "EVENT")]),
        ("Subheadings follow.", []),
        ("It is late. Grab a coffee, and target the rest.", []),
        ("It is late. Target the poor first.", []),
        ("It is late. Target said profits fell.", [("Target", "ORG")]),
        ("It is late. Target prices fell.", []),
        ("It is late. Total sales rose.", []),
        ("It is late. Total shares rose.", [("Total", "ORG")]),
        ("It is late. Senate hearings began.", [("Senate", "ORG")]),
        (
            "The former president Moon Jae-in met Ronald Lam Man-kin.",
            [("Moon Jae-in", "PERSON"), ("Ronald Lam Man-kin", "PERSON")],
        ),
        ("Mr O’ Donnell left.", [("O’ Donnell", "PERSON")]),
        ("He flew to Côte d'Ivoire.", [("Côte d'Ivoire", "PLACE")]),
        ("China objected. Trump answered.", [("China", "PLACE"), ("Trump", "PERSON")]),
        ("These were there, and those too.", []),
        ("They joined the National Commission for Police Reform.", [("National Commission for Police Reform", "ORG")]),
        ("He leads the United Socialist Party.", [("United Socialist Party", "ORG")]),
        ("Shares of Toyota Motor Corp rose.", [("Toyota Motor Corp", "ORG")]),
        ("She plays for Tennis Australia.", [("Tennis Australia", "ORG")]),
        ("The rebels entered Qorvan, the capital of Tigray.", [("Qorvan", "PLACE"), ("Tigray", "PLACE")]),
        ("They came yesterday.", [("yesterday", "DATE")]),
        ("Boston 104 Miami 98", [("Boston", "ORG"), ("Miami", "ORG")]),
    ],
)
def test_names_are_found_with_their_type_and_nothing_else(make, text, expected):
    assert named(make, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on. However, nobody knew why. Hundreds waited.",
        "Key Challenges in Achieving a Lasting Peace",
        "THE ROAD TO PEACE REMAINS LONG",
        "I think we should go.",
    ],
)
def test_capitals_that_name_nothing_are_left_alone(make, text):
    assert named(make, text) == []


def test_titles_stand_beside_the_name_and_not_in_it(make):
    mentions = recognise(make("Former President Donald Trump met foreign minister Sergey Lavrov.")).mentions
    assert [(m.text, m.title) for m in mentions] == [
        ("Donald Trump", "Former President"),
        ("Sergey Lavrov", "foreign minister"),
    ]


def test_a_surname_that_is_a_word_is_known_from_the_full_name(make):
    text = "Lawmaker Ayelet Shaked spoke first.\n\nShaked then left. Nobody followed Shaked."
    assert named(make, text) == [("Ayelet Shaked", "PERSON"), ("Shaked", "PERSON"), ("Shaked", "PERSON")]


def test_two_surnames_beside_each_other_are_two_people(make):
    text = "Vladimir Putin spoke. Volodymyr Zelenskyy answered. News of Putin Zelenskyy talks spread."
    assert named(make, text)[2:] == [("Putin", "PERSON"), ("Zelenskyy", "PERSON")]


def test_an_acronym_takes_the_type_of_what_it_spells_out(make):
    text = "The South Delta Wind Energy Association (SDWEA) met. SDWEA then voted."
    found = named(make, text)
    assert ("SDWEA", "ORG") in found
    assert found[0] == ("South Delta Wind Energy Association", "ORG")


def test_a_headline_in_capitals_profits_from_the_text(make):
    text = "PARIS SUMMIT OPENS\n\nLeaders came to Paris on Monday."
    assert named(make, text)[0] == ("PARIS", "PLACE")


def test_names_never_cross_a_cell_or_a_paragraph(make):
    text = "They met Boris\n\nJohnson Street is long."
    assert all("\n" not in m.text for m in recognise(make(text)).mentions)


def test_addresses_of_the_net_hold_no_names(make):
    assert named(make, "See https://example.org/Putin-Trump-2022 for more.") == []


def test_in_a_report_of_sport_a_town_is_its_club(make):
    text = (
        "Leeds beat Burnley with a late goal. The striker scored twice in the second half.\n\n"
        "The referee sent a defender off. Fans in Leeds sang. Leeds go top of the league."
    )
    found = [found for found in named(make, text) if found[0] == "Leeds"]
    assert found == [("Leeds", "ORG"), ("Leeds", "PLACE"), ("Leeds", "ORG")]


def test_an_election_is_no_match(make):
    text = "Leeds went to the polls. Labour won and lost points in the final. Its side gained a victory in Leeds."
    assert ("Leeds", "ORG") not in named(make, text)


def test_a_family_name_that_comes_first_stands_alone_later(make):
    text = "Sun Lijun was expelled. On Friday, Sun admitted it."
    assert [found for found in named(make, text) if found[1] == "PERSON"] == [
        ("Sun Lijun", "PERSON"),
        ("Sun", "PERSON"),
    ]


def test_whom_the_text_names_in_full_is_no_town_later(make):
    text = "The arrest of Thomas George came late. In defence of George they marched. George was freed."
    assert [found for found in named(make, text) if "George" in found[0]] == [
        ("Thomas George", "PERSON"),
        ("George", "PERSON"),
        ("George", "PERSON"),
    ]


def test_a_short_name_in_brackets_is_the_bodys(make):
    text = "The Panamanian Chamber of Construction (Capac) spoke.\n\nPeople left. Capac stayed."
    assert ("Capac", "ORG") in named(make, text)[-1:]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "LONDON (Reuters) - Nissan Motor Co Ltd and Deutsche Lufthansa AG sued Amazon.com Inc (AMZN.O).",
            [
                ("LONDON", "PLACE"),
                ("Reuters", "ORG"),
                ("Nissan Motor Co Ltd", "ORG"),
                ("Deutsche Lufthansa AG", "ORG"),
                ("Amazon.com Inc", "ORG"),
                ("AMZN.O", "ORG"),
            ],
        ),
        ("The U.S. Supreme Court ruled.", [("U.S. Supreme Court", "ORG")]),
        ("Rain will fall, the weather agency Ozmet said.", [("Ozmet", "ORG")]),
        ("Rain will fall, the forecaster Ozmet said.", [("Ozmet", "PERSON")]),
        ("It rained. Ozmet, who heads a union, left.", [("Ozmet", "PERSON")]),
        ("It rained. Farmers, who had protested, left.", []),
        (
            "Josh Shapiro, Pennsylvania's attorney general, spoke.",
            [("Josh Shapiro", "PERSON"), ("Pennsylvania", "PLACE")],
        ),
        ("Prices will rise, said an analyst at Bernstein.", [("Bernstein", "ORG")]),
        ("Hnchak, an opposition party, joined the march.", [("Hnchak", "ORG")]),
        ("The club lost at Schalke 04 and World War 2 began.", [("Schalke 04", "ORG"), ("World War 2", "EVENT")]),
    ],
)
def test_what_news_agencies_write(make, text, names):
    assert named(make, text) == names


def test_a_line_in_capitals_is_read_with_the_rest(make):
    text = "BANK OF CANADA KEEPS RATES ON HOLD AS VOLKOVA WARNS\n\nOlga Volkova spoke. The Bank of Canada did not."
    assert named(make, text)[:2] == [("BANK OF CANADA", "ORG"), ("VOLKOVA", "PERSON")]


def test_towns_are_clubs_in_results_and_tables_and_nations_are_not(make):
    text = (
        "SOCCER - RESULTS\n\nLEEDS, England 2020-12-05\n\nBurnley 1 Everton 1\n\nEngland 2 Wales 0\n\n"
        "3 Southampton 10 5 2 3 19 16 17\n\nBarnsley v Portsmouth, Spain v Italy"
    )
    assert [name for name in named(make, text) if name[1] != "DATE"] == [
        ("LEEDS", "PLACE"),
        ("England", "PLACE"),
        ("Burnley", "ORG"),
        ("Everton", "ORG"),
        ("England", "PLACE"),
        ("Wales", "PLACE"),
        ("Southampton", "ORG"),
        ("Barnsley", "ORG"),
        ("Portsmouth", "ORG"),
        ("Spain", "PLACE"),
        ("Italy", "PLACE"),
    ]


def test_a_scorecard_names_who_bowled_and_who_caught(make):
    assert named(make, "D. Short c Iyer b Natarajan 9\n\nBowling: Chahar 4-0-48-0") == [
        ("D. Short", "PERSON"),
        ("Iyer", "PERSON"),
        ("Natarajan", "PERSON"),
        ("Chahar", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A goal came from Christian Venteke late.", [("Christian Venteke", "PERSON")]),
        ("Christian Democrats left early.", [("Christian Democrats", "ORG")]),
        ("Moody's Corp and McDonald's agreed.", [("Moody's Corp", "ORG"), ("McDonald's", "ORG")]),
        ("Zurevac, based in Tuebingen, lags.", [("Zurevac", "ORG"), ("Tuebingen", "PLACE")]),
        ("He was taken to Georgetown University Medical Center.", [("Georgetown University Medical Center", "ORG")]),
        ("NFL: Browns stun Titans", [("NFL", "ORG"), ("Browns", "ORG"), ("Titans", "ORG")]),
    ],
)
def test_names_that_are_something_else_too(make, text, names):
    assert named(make, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kansas and Kosovo voted.", [("Kansas", "PLACE"), ("Kosovo", "PLACE")]),
        ("He lives in Conyers, Ga., now.", [("Conyers", "PLACE"), ("Ga.", "PLACE")]),
        ("Refugees fled to Celic.", [("Celic", "PLACE")]),
        ("Troops had left for Khankala.", [("Khankala", "PLACE")]),
        ("An official in Arbil said so.", [("Arbil", "PLACE")]),
        ("He came with his daughter Chelsea.", [("Chelsea", "PERSON")]),
        ("Japan's Ministry of Finance said so.", [("Japan", "PLACE"), ("Ministry of Finance", "ORG")]),
        ("Shares of Daimler-Benz fell.", [("Daimler-Benz", "ORG")]),
        ("The Biden-Putin talks failed.", [("Biden", "PERSON"), ("Putin", "PERSON")]),
        ("The Toronto Stock Exchange closed.", [("Toronto Stock Exchange", "ORG")]),
        ("It bought Gulf Canada Resources Ltd.", [("Gulf Canada Resources Ltd", "ORG")]),
        ("Kurdistan Democratic Party (KDP)", [("Kurdistan Democratic Party", "ORG"), ("KDP", "ORG")]),
        ("Justin Leonard, Mark Brooks", [("Justin Leonard", "PERSON"), ("Mark Brooks", "PERSON")]),
        ("EAST RUTHERFORD, N.J. (Reuters) - It rained.", [("EAST RUTHERFORD", "PLACE"), ("N.J.", "PLACE")]),
    ],
)
def test_places_bodies_and_people_in_agency_news(make, text, names):
    assert [name for name in named(make, text) if name[0] != "Reuters"] == names


def test_a_side_in_results_is_named_whole(make):
    text = (
        "Vitesse Arnhem 1 Sparta Rotterdam 1\n\nWest Ham United 1 Brighton & Hove Albion 3\n\nSEATTLE AT BOSTON\n\n"
        "The Los Angeles Lakers of the NBA won. Glasgow Warriors won the match at Giants Stadium."
    )
    assert [name for name in named(make, text) if name[0] != "NBA"] == [
        ("Vitesse Arnhem", "ORG"),
        ("Sparta Rotterdam", "ORG"),
        ("West Ham United", "ORG"),
        ("Brighton & Hove Albion", "ORG"),
        ("SEATTLE", "ORG"),
        ("BOSTON", "ORG"),
        ("Los Angeles Lakers", "ORG"),
        ("Glasgow Warriors", "ORG"),
        ("Giants Stadium", "PLACE"),
    ]


def test_towns_are_clubs_in_a_league_of_north_america(make):
    text = "Dallas beat Minnesota in the NFL. The quarterback of Dallas scored twice in the second half of the match."
    assert named(make, text)[:2] == [("Dallas", "ORG"), ("Minnesota", "ORG")]
    assert ("Dallas", "ORG") not in named(make, "Dallas and Minnesota voted late.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("King met King Jr. in Selma.", [("King Jr", "PERSON"), ("Selma", "PLACE")]),
        ("Martin Luther King Jr. spoke.", [("Martin Luther King Jr", "PERSON")]),
        ("The OPEC+ group met.", [("OPEC+", "ORG")]),
        ("Plus signs: C++ is no body.", []),
        ("WHO IS WHO IN THE CABINET", []),
        ("The book is a WHO IS WHO of the city.", []),
        ("The WHO is right.", [("WHO", "ORG")]),
        ("WHO SAYS VIRUS SPREADS IN PERU", [("WHO", "ORG"), ("PERU", "PLACE")]),
    ],
)
def test_juniors_plus_signs_and_who(make, text, names):
    assert named(make, text) == names


def test_a_single_name_goes_to_who_bears_it_so_spelled(make):
    found = recognise(make("John Smith met Peter Smyth. Smith left; Smyth stayed.")).mentions
    assert [m.entity for m in found] == [found[0].entity, found[1].entity] * 2
    found = recognise(make("Donald Trump spoke. Donald Trump Jr. listened. Trump left.")).mentions
    assert found[2].entity == found[0].entity != found[1].entity


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Madam Ursula Owusu - Ekuful spoke.", [("Ursula Owusu - Ekuful", "PERSON")]),
        (
            "Meanwhile, Al-Shammari left. José Eduardo dos Santos and Dos Santos agreed.",
            [("Al-Shammari", "PERSON"), ("José Eduardo dos Santos", "PERSON"), ("Dos Santos", "PERSON")],
        ),
        ("They met Sheikh Nawaf Al-Jaber Al-Sabah.", [("Nawaf Al-Jaber Al-Sabah", "PERSON")]),
        ("Victoria Azarelenka won.", [("Victoria Azarelenka", "PERSON")]),
        ("An envoy to Jordan Atallimov came.", [("Jordan", "PLACE")]),
        (
            "Marine Le Pen is the daughter of Jean-Marie Le Pen.",
            [("Marine Le Pen", "PERSON"), ("Jean-Marie Le Pen", "PERSON")],
        ),
        ("UNHCR spokesman Babar Baloch said so.", [("UNHCR", "ORG"), ("Babar Baloch", "PERSON")]),
        ("It was built near Abiy Addi.", [("Abiy Addi", "PLACE")]),
        ("They left the Deutsche Bank Park.", [("Deutsche Bank Park", "PLACE")]),
        ("Motor racing-Perez wins in Bahrain", [("Perez", "PERSON"), ("Bahrain", "PLACE")]),
        ("He met with TARO KONO, a former minister of the old cabinet.", [("TARO KONO", "PERSON")]),
        ("Food ran out at Hitsats and Shimelba.", [("Hitsats", "PLACE"), ("Shimelba", "PLACE")]),
        ("He saw Jose Luis Rodriguez Zapatero.", [("Jose Luis Rodriguez Zapatero", "PERSON")]),
        ("The Swiss National Bank met.", [("Swiss National Bank", "ORG")]),
        (
            "LOS ANGELES (Field Desk Media) - It rained.",
            [("LOS ANGELES", "PLACE"), ("Field Desk Media", "ORG")],
        ),
        ("Standings P W D L F A Pts", []),
    ],
)
def test_names_that_go_on(make, text, names):
    assert named(make, text) == names


def test_towns_that_win_or_lose_are_clubs(make):
    text = (
        "Sussex beat Kent by four wickets. The batsman scored 40 in the first innings.\n\n"
        "England lost to Malta. A defeat to Dorking followed."
    )
    assert [name for name in named(make, text) if name[1] != "NUMBER"] == [
        ("Sussex", "ORG"),
        ("Kent", "ORG"),
        ("England", "PLACE"),
        ("Malta", "PLACE"),
        ("Dorking", "ORG"),
    ]
