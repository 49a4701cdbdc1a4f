"""The words for a voice: the whole noun phrase beside the cue, and nothing but it."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def voices(make, text: str) -> list[str]:
    """The words for the voice of each quotation, in order."""
    return [text[q.speaker.start : q.speaker.end] for q in recognise(make(text)).quotes if q.speaker is not None]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        # when and where it was said is no part of who said it
        ("In a radio interview Marin declared that the treaty was dead.", "Marin"),
        ("On Monday morning Ferro said that the plant would reopen.", "Ferro"),
        ("At a rally in Leeds on Saturday Mr. Ferro said that the plant would reopen.", "Mr. Ferro"),
        ("Kovac on Tuesday said that four people were hurt.", "Kovac"),
        ("The ministry in a statement said that four people were hurt.", "The ministry"),
        ("Speaking in parliament Sato said the tax would rise.", "Sato"),
        ("When asked about it Sato said the tax would rise.", "Sato"),
        ("In London police said that two men had been charged.", "police"),
        ("For months officials in Graz have said that the dam is safe.", "officials in Graz"),
        ("Ana Ferro spoke on Tuesday about the death of Ivo Marek, arguing that the plant must close.", "Ana Ferro"),
        # a relative clause without commas, and what depends on a noun
        ("A man who lived nearby said he heard two shots.", "A man who lived nearby"),
        ("The officer who shot the man said he feared for his life.", "The officer who shot the man"),
        ("A report that appeared in a medical journal said that coffee does no harm.",
         "A report that appeared in a medical journal"),
        ("Two people familiar with the talks said the offer was withdrawn.", "Two people familiar with the talks"),
        ("All the experts I asked said the dam was safe.", "All the experts I asked"),
        ("The two men told the court that they had met before.", "The two men"),
        ("The sale was agreed in May, according to those familiar with the matter.", "those familiar with the matter"),
        ("The Ministry of Trade and Industry said that prices would fall.", "The Ministry of Trade and Industry"),
        (
            "Anna Keller, the head of the union, left early on behalf of Ivo Marek, saying that she was tired.",
            "Anna Keller, the head of the union,",
        ),
        # two voices with one verb, and two clauses
        ("Rossi and Bianchi said that they would appeal.", "Rossi and Bianchi"),
        ("The mayor and the bishop said that they would appeal.", "The mayor and the bishop"),
        ("Rossi resigned and Bianchi said that he would appeal.", "Bianchi"),
        ("He thanked Putin, Zelensky and Rossi, and Bianchi said that he would not answer.", "Bianchi"),
        ("Experts on the North and nuclear tests said it was new.", "Experts on the North and nuclear tests"),
        ("A study by Harvard and the University of Graz found that crime fell.",
         "A study by Harvard and the University of Graz"),
        ("Research conducted by the Centre for Media and Public Affairs found that prices fell.",
         "Research conducted by the Centre for Media and Public Affairs"),
        ("Officials of the United Nations and the bank said that they would pay.",
         "Officials of the United Nations and the bank"),
        ("Officials met in Graz and the mayor said that they would pay.", "the mayor"),
        ("Residents who fled to Graz and the mayor said that they would stay.", "the mayor"),
        ("According to a complaint filed by the agency, the firm lied to all.", "a complaint filed by the agency"),
        ("The latest Halden/Ferro opinion poll shows that prices fell.", "The latest Halden/Ferro opinion poll"),
        ("Even Chile said it was opposed to the test.", "Chile"),
        ("Newly filed court papers said that he had paid.", "Newly filed court papers"),
        ("The bank on Friday condemned the plan and pledged to pay.", "The bank"),
        ("“We will not go,” said Del. Ana Keller of the islands.", "Del. Ana Keller of the islands"),
        # what explains a voice between commas or brackets belongs to it; an occasion does not
        ("Proponents, including the mayors, have said that it works.", "Proponents, including the mayors,"),
        ("“We will not go,” said Ivo Marek, strategist for the party.", "Ivo Marek, strategist for the party"),
        ("“We will not go,” said the Rev. Ivo Marek, of Halden Church.", "the Rev. Ivo Marek, of Halden Church"),
        ("Anna Keller, a lawyer for the families, said that it was unfair.", "Anna Keller, a lawyer for the families,"),
        ("“This is unfair to us all,” said Anna Keller, a lawyer for the families.",
         "Anna Keller, a lawyer for the families"),
        ("“This is unfair to us all,” said Anna Keller, director of the hospital, who has run it since May.",
         "Anna Keller, director of the hospital, who has run it since May"),
        ("“This is unfair to us all,” said Anna Keller, 54.", "Anna Keller, 54"),
        ("“This is unfair to us all,” said the firm’s lawyer, Anna Keller, holding up a letter.",
         "the firm’s lawyer, Anna Keller"),
        ("“This is unfair to us all,” said one of the witnesses, Anna Keller, 54, who lives there.",
         "one of the witnesses, Anna Keller, 54, who lives there"),
        ("The ruling was unfair, according to the families’ lawyer, Anna Keller.", "the families’ lawyer, Anna Keller"),
        ("“This is unfair to us all,” said a lawyer, Anna Keller was sure, without a smile.", "a lawyer"),
        ("According to police, Anna Keller, 54, was driving too fast.", "police"),
        ("Senator Anna Keller (Lab.) said that it was unfair.", "Senator Anna Keller (Lab.)"),
        ("Anna Keller, speaking by telephone from the border, said that the road was open.", "Anna Keller"),
        ("Anna Keller, meanwhile, said that the road was open.", "Anna Keller"),
        ("According to Anna Keller, a lawyer for the families, the ruling was unfair.",
         "Anna Keller, a lawyer for the families"),
        ("According to Anna Keller, the ruling, which came on Friday, was unfair.", "Anna Keller"),
        ("According to the ministry, 14 people died.", "the ministry"),
        # who goes on speaking is called as the sentence calls them
        ("The White House is saying that the tax must go.", "The White House"),
        ("He’s claiming that nobody knew of it.", "He"),
        ("They didn’t say whether the road was open.", "They"),
        # the cue at the end has said all that stands before it
        ("Orlov agreed to sell the house and promised to pay his debts, the bank said.", "the bank"),
        ("The two had told police that nobody was hurt, a neighbour added.", "a neighbour"),
        # demands
        ("The union called on both sides to stop the strike.", "The union"),
        ("Ivo Marek called for an inquiry into the fire.", "Ivo Marek"),
    ],
)  # fmt: skip
def test_the_words_for_a_voice(make, text, voice):
    assert voices(make, text) == [voice]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Marek called on Tuesday.",  # no demand
        "“The sea was calm and the sky was clear.” — additional reporting from Olga Volkova",  # no signature
        "The continued involvement of many ministers adds weight to the talks.",  # what they do says nothing
        "The arrival of Ivo Marek suggests that the talks go on.",
    ],
)
def test_no_voice(make, text):
    assert voices(make, text) == []


def test_a_name_with_a_verb_is_no_label(make):
    text = (
        "Marek said: “The bridge is safe.”\n\nMarek continued: “The road is safe.”\n\n"
        "Kovac added: “The house is safe.”\n\nMarek continued: “All is safe here.”"
    )
    assert voices(make, text) == ["Marek", "Marek", "Kovac", "Marek"]
