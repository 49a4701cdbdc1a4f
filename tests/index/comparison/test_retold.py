"""A sentence that retells an aligned one of its article has a claim to the same partner."""

from __future__ import annotations

from index.comparison.aligning.familiar import Familiar
from index.comparison.aligning.passages import told
from index.comparison.aligning.retold import Retold
from index.comparison.matrix.coverage_matrix import matrix

CRACKS = "Divers found cracks in the pier, so the harbour board closed it to lorries on Friday."
CHOIR = "A choir of schoolchildren sang on the quay before the band took over."
AGAIN = "Since Friday lorries may not use the pier, which {} thinks unsafe with its cracks."
SHIPS = "Ships from the islands must avoid the northern pier after divers discovered cracks."
PRICE = "Tickets for the concert cost nine crowns until Sunday."


def paired(seen) -> set[tuple[str, str]]:
    return {(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments}


def test_what_retells_an_aligned_sentence_is_aligned_too(compared) -> None:
    again = AGAIN.format("the harbour board")
    assert paired(compared(f"{CHOIR} {again}", f"{SHIPS} {PRICE}")) == set()
    seen = compared(f"{CRACKS} {CHOIR} {again}", f"{SHIPS} {PRICE}")
    assert paired(seen) == {(CRACKS, SHIPS), (again, SHIPS)}
    assert {x.kind for x in seen.result.alignments} == {"partial"}
    turned = compared(f"{SHIPS} {PRICE}", f"{CRACKS} {CHOIR} {again}")
    assert {(b, a) for a, b in paired(turned)} == paired(seen)


def test_what_is_aligned_because_it_retells_another_is_not_searched_for_conflicts(compared) -> None:
    again = AGAIN.format("the harbour board").replace("its cracks", "its 12 cracks")
    ships = SHIPS.replace("cracks", "30 cracks")
    seen = compared(f"{CRACKS} {CHOIR} {again}", f"{ships} {PRICE}")
    assert (again, ships) in paired(seen)
    assert seen.conflicts == []


def test_two_people_do_not_retell_each_other(sides) -> None:
    text = f"{CRACKS} {AGAIN.format('Anna Hallam')} {SHIPS} {SHIPS[:-1]}, Peter Lund says."
    cracks, anna, ships, peter = told(sides(f"Harbour news\n\n{text}\n")[0]).passages
    assert anna.people
    assert peter.people
    retold = Retold((cracks, anna), (ships, peter), Familiar(()), ())
    assert retold.support(1, 0) == retold.support(1, 1) == 0.0
    retold.add(0, 0, 0.5)
    retold.add(0, 1, 0.5)
    assert retold.support(1, 0) > 0.0
    assert retold.support(1, 1) == 0.0


def test_what_is_aligned_because_it_retells_another_is_missing_in_a_matrix(sides) -> None:
    again = AGAIN.format("the harbour board")
    articles = sides(f"News\n\n{CRACKS} {CHOIR} {again}\n", f"News\n\n{SHIPS} {PRICE}\n")
    text = articles[0].document.text
    (row,) = (one for one in matrix(articles).rows if text[slice(*one.label)] == again)
    assert row.cells[1].state == "absent"
    assert row.cells[1].near is None
