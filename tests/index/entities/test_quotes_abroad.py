"""Direct quotations in articles in other languages than English, and who speaks."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.load import load_bytes
from index.documents.sentences import Segment, segments
from index.entities.model import EntityType, Mention
from index.entities.quoting.abroad import quotations_abroad
from index.entities.recognise import recognise
from index.entities.recognising.abroad import LANGUAGES
from index.entities.tables import FOLDER, sections
from tests.bounds import calls

Said = list[tuple[str, str | None, str | None]]

_OPENINGS = {
    "de": "Der Minister sprach am Freitag vor der Presse und lehnte den Plan ab, der nun noch einmal beraten wird.",
    "fr": "La ministre a parlé vendredi devant la presse et elle a rejeté le plan qui sera encore discuté.",
    "es": "El ministro habló el viernes ante la prensa y rechazó el plan que se debatirá de nuevo en el pleno.",
    "it": "Il ministro ha parlato venerdì davanti alla stampa e ha respinto il piano che sarà discusso ancora.",
    "pt": "O ministro falou na sexta-feira à imprensa e não aceitou o plano que será discutido outra vez.",
    "nl": "De minister sprak vrijdag voor de pers en hij wees het plan af dat nu opnieuw wordt besproken.",
    "pl": "Minister mówił w piątek przed prasą i odrzucił plan, który teraz będzie jeszcze raz omawiany.",
    "uk": "Міністр говорив у п'ятницю перед пресою і відхилив план, який тепер ще раз обговорять у комітеті.",
    "ru": "Министр говорил в пятницу перед прессой и отклонил план, который теперь ещё раз обсудят в комитете.",
}
"""A paragraph by which the language of an article is told."""


def said(language: str, text: str) -> Said:
    """What the paragraph after the first says: words, voice and cue."""
    document = load_bytes(f"{_OPENINGS[language]}\n\n{text}".encode(), "a.txt")
    assert document.language == language
    return [
        (
            document.text[one.start : one.end],
            document.text[one.speaker.start : one.speaker.end] if one.speaker else None,
            document.text[one.cue.start : one.cue.end] if one.cue else None,
        )
        for one in recognise(document).quotes
    ]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("de", "„Wir bleiben hier“, sagte Anna Weber.", [("Wir bleiben hier", "Anna Weber", "sagte")]),
        ("de", "»Das reicht uns nicht«, erklärte Jan Müller.", [("Das reicht uns nicht", "Jan Müller", "erklärte")]),
        ("de", "Anna Weber sagte: „Wir bleiben hier.“ Mehr nicht.", [("Wir bleiben hier.", "Anna Weber", "sagte")]),
        ("fr", "« Nous ne partons pas », a déclaré Paul Faure.", [("Nous ne partons pas", "Paul Faure", "déclaré")]),
        ("de", "Anna Weber zufolge „bleiben wir alle hier“.", [("bleiben wir alle hier", "Anna Weber", "zufolge")]),
        ("de", "Es war laut Anna Weber „eine glatte Lüge“.", [("eine glatte Lüge", "Anna Weber", "laut")]),
        ("fr", "Pour Paul Faure, « la route est coupée ».", [("la route est coupée", "Paul Faure", "Pour")]),
        ("fr", "Selon Paul Faure, « la route est coupée ».", [("la route est coupée", "Paul Faure", "Selon")]),
        (
            "fr",
            "Claire Vidal était à Lyon. « Nous ne partons pas », a-t-elle ajouté.",
            [("Nous ne partons pas", "Claire Vidal", "ajouté")],
        ),
        (
            "fr",
            "Claire Vidal était là. « Nous ne partons pas », a-t-elle déclaré à la BBC.",
            [("Nous ne partons pas", "Claire Vidal", "déclaré")],
        ),
        ("de", "„Wir bleiben hier“, so Anna Weber.", [("Wir bleiben hier", "Anna Weber", "so")]),
        ("de", "„Wir bleiben hier“, hieß es aus dem Kreml.", [("Wir bleiben hier", "Kreml", "hieß")]),
        ("nl", "Frans Visser liet weten: „Wij blijven hier.”", [("Wij blijven hier.", "Frans Visser", "liet")]),
        ("it", "«Non ci fermeremo», attacca Marco Rossi.", [("Non ci fermeremo", "Marco Rossi", "attacca")]),
        ("it", "Marco Rossi attacca: «Non ci fermeremo».", [("Non ci fermeremo", "Marco Rossi", "attacca")]),
        ("it", "Secondo Marco Rossi «la strada è chiusa».", [("la strada è chiusa", "Marco Rossi", "Secondo")]),
        ("pt", "Segundo Ana Moreira, “a rua fechou”.", [("a rua fechou", "Ana Moreira", "Segundo")]),
        ("pt", "Foi, segundo a ministra Ana Moreira, “o fim da rua”.", [("o fim da rua", "Ana Moreira", "segundo")]),
        ("es", "«No nos vamos de aquí», dijo Ana Torres.", [("No nos vamos de aquí", "Ana Torres", "dijo")]),
        (
            "es",
            "—No nos vamos —dijo Ana Torres—. La casa es nuestra.",
            [("No nos vamos", "Ana Torres", "dijo"), ("La casa es nuestra.", "Ana Torres", "dijo")],
        ),
        ("it", "«Non ce ne andiamo», ha detto Marco Rossi.", [("Non ce ne andiamo", "Marco Rossi", "detto")]),
        ("pt", "“Não vamos sair daqui”, disse Ana Moreira.", [("Não vamos sair daqui", "Ana Moreira", "disse")]),
        ("nl", "„Wij blijven gewoon hier”, zei Frans Visser.", [("Wij blijven gewoon hier", "Frans Visser", "zei")]),
        (
            "pl",
            "– Nigdzie stąd nie pójdziemy – powiedział Jan Kowalski. – To nasz dom.",
            [
                ("Nigdzie stąd nie pójdziemy", "Jan Kowalski", "powiedział"),
                ("To nasz dom.", "Jan Kowalski", "powiedział"),
            ],
        ),
        (
            "uk",
            "«Ми нікуди не підемо», — сказала Олена Марченко.",
            [("Ми нікуди не підемо", "Олена Марченко", "сказала")],
        ),
        ("ru", "«Мы никуда не уйдём», — заявил Иван Петров.", [("Мы никуда не уйдём", "Иван Петров", "заявил")]),
    ],
)
def test_a_direct_quotation_has_its_voice(language: str, text: str, quotes: Said) -> None:
    assert said(language, text) == quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Film „Die Welle“ läuft im Kino, und »Der Spiegel« schreibt darüber."),
        ("de", "Anna Weber war so begeistert, dass sie das Buch „Die lange Reise“ kaufte."),
        ("de", "Der Film von Anna Weber heißt „Die lange Nacht der Wölfe“ und läuft im Kino."),
        ("nl", "Frans Visser liet het doek „De lange nacht” op de muur."),
        ("it", "Marco Rossi attacca «il cuore del paese»."),
        ("it", "Nel secondo giorno Marco Rossi ha visto «la casa del popolo»."),
        ("pt", "No segundo dia, Ana Moreira viu “a casa do povo”."),
        ("pt", "Segundo dia da greve: Ana Moreira viu “a casa do povo”."),
        ("pt", "Veja o segundo Ana Moreira “a casa do povo”."),
        ("fr", "Le journal « Le Monde » paraît le soir."),
        ("fr", "Paul Faure a voté pour « une loi juste et forte »."),
        ("it", "Marco Rossi era a Roma per il film « La vita nella casa »."),
        ("es", "—No hay nadie más en la casa."),
    ],
)
def test_what_nobody_says_is_no_quotation(language: str, text: str) -> None:
    assert said(language, text) == []


def test_a_second_passage_of_a_paragraph_goes_on_with_the_voice() -> None:
    found = said("de", "„Wir bleiben hier“, sagte Anna Weber. „Das ist unser Haus.“")
    assert [voice for _, voice, _ in found] == ["Anna Weber", "Anna Weber"]


def test_every_language_has_words_of_saying() -> None:
    table = sections((FOLDER / "hand_speech.txt").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        assert table[f"{language} says"]
        assert table[f"{language} according"]


class _Compared(str):
    """A kind of name; each comparison of it is a call that can be counted."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str(self) == other


def test_the_person_that_a_pronoun_means_is_found_in_steps_of_the_texts_length() -> None:
    def read(many: int) -> None:
        text = "SPD " * many + "„Wir bleiben hier“, sagte er. " * many
        kind = cast(EntityType, _Compared("ORG"))
        names = [Mention(at * 4, at * 4 + 3, "SPD", kind, "spd") for at in range(many)]
        whole = [Segment(0, len(text), "paragraph", "body", 0)]
        assert len(quotations_abroad("de", text, whole, names)) == many

    assert calls(lambda: read(200)) < 2.5 * calls(lambda: read(100))


@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.lists(
        st.sampled_from(
            [
                "„",
                "“",
                "”",
                "«",
                "»",
                '"',
                "—",
                "–",
                ",",
                ":",
                ".",
                "\n\n",
                "sagte",
                "dit",
                "Anna",
                "Weber",
                "wir",
                "bleiben",
                "hier",
            ]
        )
    ),
)
def test_quotations_lie_in_the_text_in_order_and_apart(language: str, words: list[str]) -> None:
    document = load_bytes(" ".join(words).encode(), "a.txt")
    found = quotations_abroad(language, document.text, segments(document), recognise(document).mentions)
    ends = [0, *(one.end for one in found)]
    assert all(last <= one.start < one.end <= len(document.text) for last, one in zip(ends, found, strict=False))
