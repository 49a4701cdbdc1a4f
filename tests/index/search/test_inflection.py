"""Words of languages whose endings are known: their forms find each other, in articles in that language alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, filled, found, nobody, pages, reader

from index.search.answering.matching import matches
from index.search.folding import fold
from index.search.inflection import LANGUAGES, stem_in
from index.search.model import Article, SearchResult
from index.search.query.parsing import parse
from index.search.query.syntax import Query
from index.search.whoosh_engine import WhooshEngine

ALIKE = """
de Verhandlung Verhandlungen
de Krieg Krieges Kriege Kriegs
de Waffe Waffen
de Angriff Angriffe Angriffen Angriffs
de russische russischen russischer russisches
de Präsident Präsidenten
de Soldat Soldaten
de Frieden Friedens
de Minister Ministers Ministern
de Waffenstillstand Waffenstillstands Waffenstillstände
de Straße Straßen Strassen
de Selenskyj Selenskyjs
de München Muenchen
de Politikerin Politikerinnen
fr négociation négociations
fr ukrainien ukrainienne ukrainiens ukrainiennes
fr national nationale nationaux nationales
fr armée armées
fr française françaises français
fr journal journaux
fr négociateur négociatrice négociatrices
fr offensif offensive offensives
fr tué tués tuées
fr bateau bateaux
es negociación negociaciones
es ucraniano ucraniana ucranianos ucranianas
es país países
es paz paces
es francés francesa franceses francesas
es líder líderes
es israelí israelíes
it negoziato negoziati
it ucraino ucraina ucraini ucraine
it attacco attacchi
it ostaggio ostaggi
it banca banche
it luogo luoghi
pt negociação negociações
pt país países
pt refém reféns
pt francês francesa franceses
pt capital capitais
pt israelense israelenses
nl onderhandeling onderhandelingen
nl soldaat soldaten
nl aanval aanvallen
nl brief brieven
nl wapen wapens
nl Russisch Russische
pl wojna wojny wojnie wojnę wojną
pl prezydent prezydenta prezydentem prezydentowi prezydentów
pl rozmowa rozmowy rozmów rozmowach rozmowami
pl rosyjski rosyjska rosyjskiego rosyjskich
pl Kijów Kijowa Kijowie
pl żołnierz żołnierze żołnierzy
"""
APART = """
de Politik Politiker
de Fisch Fischer
de Mai Maier
de Berlin Berliner
fr arme armée
fr train traîner
fr élection élu
es arma armada
es Ucrania ucraniano
it Italia italiano
it parte partito
pt Brasil brasileiro
pt paz país
nl staat stad
nl brief breed
pl Polska Polak
pl wojna wojsko
"""


def in_language(path: str, language: str, text: str) -> Article:
    made = article(path, text)
    return Article(replace(made.document, language=language), made.recognition)


ARTICLES = [
    in_language("de1.txt", "de", "Eine Verhandlung über den Waffenstillstand. Der Angriff war schwer."),
    in_language(
        "de2.txt", "de", "Die Verhandlungen in München ruhten nach den russischen Angriffen. Der Porter schwieg."
    ),
    in_language("fr.txt", "fr", "Les délégations ukrainiennes parlaient des otages. Il tient une arme."),
    in_language("en.txt", "en", "The arms stood at the port."),
    in_language("porter.txt", "en", "A porter was gone."),
    in_language("hu.txt", "hu", "A tárgyalások folytatódtak."),
    in_language("no.txt", "", "Russischem."),
]


@pytest.fixture
def spoken(engine: WhooshEngine) -> WhooshEngine:
    return filled(filled(engine, ARTICLES[:2]), ARTICLES[2:])


def asked(engine: WhooshEngine, text: str) -> Query:
    return parse(text, inflected=engine.inflected)


def searched(engine: WhooshEngine, text: str) -> SearchResult:
    return engine.search(asked(engine, text), limit=9, read=reader(ARTICLES), names=nobody, pages=pages(ARTICLES))


@pytest.mark.parametrize("line", ALIKE.strip().split("\n"))
def test_forms_of_a_word_are_cut_to_one_stem(line: str) -> None:
    language, *words = line.split()
    assert len({stem_in(language, fold(word)) for word in words}) == 1


@pytest.mark.parametrize("line", APART.strip().split("\n"))
def test_other_words_keep_other_stems(line: str) -> None:
    language, one, other = line.split()
    assert stem_in(language, fold(one)) != stem_in(language, fold(other))


@given(st.sampled_from(LANGUAGES), st.text(alphabet="abcdefghijklmnoprstuwz", min_size=1, max_size=45))
def test_a_stem_is_never_longer_and_leaves_three_letters(language: str, form: str) -> None:
    stem = stem_in(language, form)
    assert len(stem) <= len(form)
    assert len(stem) >= min(3, len(form)) - ("e" in form)  # an umlaut that is spelled out is one letter


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("verhandlungen", {"de1.txt", "de2.txt"}),
        ("Verhandlung", {"de1.txt", "de2.txt"}),
        ("muenchen", {"de2.txt"}),
        ("russischer", {"de2.txt"}),
        ("angriffe", {"de1.txt", "de2.txt"}),
        ("ukrainien", {"fr.txt"}),
        ('"délégation ukrainienne"', {"fr.txt"}),
        ("+otage -arme", set()),
        ("port", {"en.txt"}),
        ("text:verhandlungen", {"de1.txt", "de2.txt"}),
        ("verhandlung AND münchen", {"de2.txt"}),
    ],
)
def test_a_word_finds_its_forms_in_articles_of_its_language(spoken: WhooshEngine, text: str, paths: set[str]) -> None:
    result = searched(spoken, text)
    assert set(found(result)) == paths
    assert result.corrected is None
    by_path = {each.document.path: each for each in ARTICLES}
    for hit in result.hits:
        spans = matches(asked(spoken, text), by_path[hit.document], nobody)
        assert hit.matches == len(spans) > 0
        assert hit.snippets[0].matches[0] == spans[0]


def test_forms_of_a_word_weigh_as_one_word(spoken: WhooshEngine) -> None:
    one, other = (searched(spoken, word).hits for word in ("verhandlung", "verhandlungen"))
    assert [(hit.document, hit.score) for hit in one] == [(hit.document, hit.score) for hit in other]


def test_an_explanation_names_the_forms(spoken: WhooshEngine) -> None:
    query = asked(spoken, "verhandlung")
    told = spoken.explain(query, ["de2.txt"], read=reader(ARTICLES), names=nobody)["de2.txt"]
    assert [(part.how, part.forms) for part in told.parts] == [("the word, and verhandlungen", (("Verhandlungen", 1),))]
    assert sum(part.score for part in told.parts) == pytest.approx(told.score)


def test_an_unknown_word_with_known_forms_is_not_corrected(spoken: WhooshEngine) -> None:
    assert spoken.suggest(asked(spoken, "angriffes"), names=nobody) is None
    assert set(found(searched(spoken, "angriffes"))) == {"de1.txt", "de2.txt"}


def test_what_is_gone_leads_nowhere(spoken: WhooshEngine) -> None:
    with spoken.refresh() as batch:
        batch.remove("fr.txt")
    assert found(searched(spoken, "ukrainien")) == []


def test_words_of_other_languages_are_searched_as_written(spoken: WhooshEngine) -> None:
    assert found(searched(spoken, "tárgyalások")) == ["hu.txt"]
    assert asked(spoken, "tárgyalás") == parse("tárgyalás")


def test_english_articles_have_no_further_forms(engine: WhooshEngine) -> None:
    filled(engine, [ARTICLES[3]])
    assert engine.inflected("porter") == ()
    assert asked(engine, "porter") == parse("porter")
