"""Which names are one entity across articles: spellings, orders of names, short forms, articles and initials are; two
people with one surname, father and son, man and wife are not.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.load import load_bytes
from index.entities.model import Entity, EntityType, Mention, Recognition
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver


def naming(name: str, kind: EntityType = "PERSON") -> Recognition:
    return Recognition((Mention(0, len(name), name, kind, "x"),), (Entity("x", name, kind, (), 1),), ())


def entities(*names: str, kind: EntityType = "PERSON") -> list[str]:
    resolver = Resolver()
    for number, name in enumerate(names):
        resolver.add(f"{number}.txt", naming(name, kind))
    return [entity.id for entity in resolver.entities()]


@pytest.mark.parametrize(
    "names",
    [
        (
            "Volodymyr Zelenskyy",
            "Volodymyr Zelensky",
            "Vladimir Zelenskiy",
            "Володимир Зеленський",
            "Владимир Зеленский",
        ),
        ("Mikhail Gorbachev", "Mikhail Gorbachov", "Mikhail Gorbatchev", "Михаил Горбачев"),
        ("Muammar Gaddafi", "Moammar Gadhafi", "Muammar Qaddafi", "Muammar al-Gaddafi", "Moammar Kadafi"),
        ("Pyotr Tchaikovsky", "Peter Tchaikovsky", "Pyotr Chaikovsky"),
        ("Benjamin Netanyahu", "Binyamin Netanyahu", "B. Netanyahu", "Benjamin Netanjahu"),
        ("Alexander Lukashenko", "Aleksandr Lukashenko", "Alyaksandr Lukashenka"),
        ("Boris Yeltsin", "Boris Eltsin"),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
        ("Bashar al-Assad", "Bashar Assad", "Bashar el-Assad"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"),
        ("Mohammed bin Salman", "Mohammad bin Salman", "Muhammad bin Salman"),
        ("Osama bin Laden", "Usama bin Laden"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Tayyip Erdogan"),
        ("Xi Jinping", "Jinping Xi"),
        ("Kim Jong-un", "Kim Jong Un", "Kim Jong-Un"),
        ("Park Geun-hye", "Geun-hye Park"),
        ("Mao Zedong", "Mao Tse-tung"),
        ("Shinzo Abe", "Abe Shinzo"),
        ("Viktor Orbán", "Orban Viktor"),
        ("Bill Clinton", "William Clinton", "William J. Clinton"),
        ("Joe Biden", "Joseph Biden", "Joseph R. Biden"),
        ("J.D. Vance", "JD Vance", "J. D. Vance"),
        ("Daniel Ortega", "Daniel Ortega Saavedra"),
        ("Jürgen Klopp", "Juergen Klopp"),
        ("Martin Luther King", "Martin Luther King Jr."),
        ("Hillary Clinton", "Hillary Rodham Clinton"),
        ("Karim Ahmed", "Karim Ahmad"),
        ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
        ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"),
        ("Moqtada al-Sadr", "Muqtada Sadr"),
        ("Khalifa Haftar", "Khalifa Hifter"),
    ],
)
def test_one_person_under_many_names(names):
    assert len(entities(*names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Joe Biden", "Jill Biden", "Hunter Biden"),
        ("Donald Trump", "Donald Trump Jr.", "Melania Trump"),
        ("Robert Kennedy", "Robert F. Kennedy Jr."),
        ("George W. Bush", "George H.W. Bush"),
        ("Michael Cohen", "Michelle Cohen"),
        ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Kim Jong-un", "Kim Jong-il", "Kim Yo-jong"),
        ("Moon Jae-in", "Moon Jae-il"),
        ("Li Keqiang", "Li Qiang"),
        ("Wang Yi", "Wang Yang"),
        ("Sergei Ivanov", "Viktor Ivanov"),
        ("Sasha Ivanov", "Sasha Ivanova"),
        ("Paul Martin", "Martin Paul"),
        ("John Smith", "John Smyth"),
        ("Mary Clark", "Mary Clarke"),
        ("John Adams", "John Quincy Adams"),
        ("Michael Schumacher", "Mick Schumacher"),
        ("Viktor Orban", "Ludovic Orban"),
    ],
)
def test_people_who_share_a_name_stay_apart(names):
    assert len(entities(*names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("PLACE", ("Kyiv", "Kiev", "Київ")),
        ("PLACE", ("Luhansk", "Lugansk")),
        ("PLACE", ("Saint Petersburg", "St. Petersburg", "St Petersburg")),
        ("PLACE", ("Washington", "Washington, D.C.", "Washington DC")),
        ("PLACE", ("Sanaa", "Sana'a")),
        ("ORG", ("Ministry of Defence", "Ministry of Defense")),
        ("ORG", ("European Union", "EU", "E.U.")),
        ("ORG", ("Apple Inc.", "Apple")),
    ],
)
def test_places_and_bodies_under_other_names(kind, names):
    assert len(entities(*names, kind=kind)) == 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ursula von der Leyen spoke. Then von der Leyen left.", ["ursula-von-der-leyen"]),
        ("Xi Jinping spoke. Xi then left.", ["xi-jinping"]),
        ("Donald Trump Jr. came. His father Donald Trump did not.", ["donald-trump-jr", "donald-trump"]),
    ],
)
def test_within_one_article(make, text, people):
    resolver = Resolver()
    resolver.add("a.txt", recognise(make(text)))
    assert sorted(e.id for e in resolver.entities() if e.type == "PERSON") == sorted(people)


def test_a_surname_alone_is_who_bears_it_in_the_corpus():
    assert entities("Xi Jinping", "Xi") == ["xi-jinping"]
    assert entities("Marine Le Pen", "Le Pen") == ["marine-le-pen"]


NAMES = [
    "Bill Clinton", "Hillary Clinton", "Clinton", "William Clinton", "W. Clinton", "Kim Jong-un", "Jong-un Kim", "Kim",
    "Donald Trump", "Donald Trump Jr.", "Trump", "Donald J. Trump", "Abe Shinzo", "Shinzo Abe", "George Bush",
    "George W. Bush", "George H.W. Bush", "Bush", "Tayyip Erdogan", "Recep Tayyip Erdogan", "Erdogan",
]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 7), st.sampled_from(NAMES)), max_size=24),
    st.randoms(use_true_random=False),
)
def test_ids_depend_on_what_is_in_the_corpus_alone(steps, chance):
    """Articles come, change and go; a corpus that was made at once, in any order, is the same."""
    grown, holds = Resolver(), {}
    for comes, number, name in steps:
        path = f"{number}.txt"
        if comes:
            grown.add(path, naming(name))
            holds[path] = name
        else:
            grown.remove(path)
            holds.pop(path, None)
        grown.entities()
    order = sorted(holds)
    chance.shuffle(order)
    fresh = Resolver()
    for path in order:
        fresh.add(path, naming(holds[path]))
    assert grown.entities() == fresh.entities()
    for entity in fresh.entities():
        assert grown.documents(entity.id) == fresh.documents(entity.id)


def test_initials_bring_no_two_people_together_in_one_article() -> None:
    """Whoever comes first."""
    document = load_bytes(b"J. Smith met John Smith. Jane Smith came late.", "a.txt")
    keys = [mention.entity for mention in recognise(document).mentions if mention.type == "PERSON"]
    assert len(keys) == 3
    assert keys[1] != keys[2]
