"""Many articles on one event: which of them reports what, and where they conflict.

Every two articles are aligned as for a comparison; sentences that tell one fact become a row (`clusters`).  An
article reports the fact with a sentence of the row, or with one of another row that tells it too.  The work is done in
one order of the articles and put into the caller's afterwards, so that the order of the columns changes nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from index.comparison.aligning.alignment import SAME, align
from index.comparison.aligning.coverage import MOST
from index.comparison.aligning.passages import Told, told
from index.comparison.conflicts.collected import conflicts
from index.comparison.conflicts.findings import explained
from index.comparison.matrix.answered import Answered
from index.comparison.matrix.clusters import JOINED, MOST_PER_ARTICLE, Likeness, Place, central, clusters
from index.comparison.matrix.disputed import matters, sentences
from index.comparison.matrix.model import Cell, CellConflict, Column, Matrix, Row, State
from index.comparison.matrix.nearest import Nearest
from index.comparison.matrix.particular import holders
from index.comparison.matrix.reuse import Copied, Reuse, reuse, voices
from index.comparison.matrix.support import supported
from index.comparison.model import Side
from index.comparison.quotes import quote_pairs
from index.documents.model import Span
from index.errors import Cancelled, CorpusError

MOST_ARTICLES = 40
"""Every two are compared, so that forty are 780 comparisons."""


@dataclass(slots=True)
class _Draft:
    """A row in the making; columns are numbers in the order of the work."""

    label: tuple[int, Span]
    position: float
    spans: dict[int, set[Span]]
    near: dict[int, Span] = field(default_factory=dict)
    fullest: dict[int, Span] = field(default_factory=dict)
    disputed: bool = False
    slight: bool = False
    conflicts: list[CellConflict] = field(default_factory=list)


def matrix(
    sides: Sequence[Side],
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Matrix:
    """The coverage matrix of the articles, whose columns are in their order; `progress` hears pairs done and to do.

    Raises CorpusError for fewer than two or more than `MOST_ARTICLES`, Cancelled when `cancelled` says so.
    """
    if not 2 <= len(sides) <= MOST_ARTICLES:
        raise CorpusError(f"a matrix takes 2 to {MOST_ARTICLES} articles, not {len(sides)}")
    order = sorted(range(len(sides)), key=lambda n: (sides[n].document.text, sides[n].document.path))
    articles: list[Told] = []
    for number in order:
        _stop(cancelled)
        articles.append(told(sides[number]))
    held = [holders(article.passages) for article in articles]
    links: list[tuple[float, Place, Place]] = []
    found: list[CellConflict] = []
    total = len(articles) * (len(articles) - 1) // 2
    for done, (one, other) in enumerate(combinations(range(len(articles)), 2)):
        if progress is not None:
            progress(done, total)
        left, right = articles[one], articles[other]
        pairs = [pair for pair in align(left, right, cancelled) if not pair.retold]
        scores = supported(pairs, held[one], held[other])
        links += [(score, (one, p.a.order), (other, p.b.order)) for score, p in zip(scores, pairs, strict=True)]
        names = (f"article {order[one] + 1}", f"article {order[other] + 1}")
        texts = left.side.document.text, right.side.document.text
        found += [
            CellConflict(one, other, explained(f, *texts, names))
            for f in conflicts(left, right, pairs, quote_pairs(left, right))
        ]
    drafts = _drafts(articles, links, cancelled)
    _put_nearest(drafts, articles, cancelled)
    _put_conflicts(drafts, found, [article.side.document.text for article in articles])
    reuses = reuse(articles, cancelled)
    return _in_order(sides, order, drafts, reuses)


def _stop(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled("The comparison was stopped.")


def _drafts(
    articles: Sequence[Told], links: Sequence[tuple[float, Place, Place]], cancelled: Callable[[], bool] | None
) -> list[_Draft]:
    """The rows: groups first, then each sentence that no row of a group tells."""
    likeness = Likeness(
        [article.passages for article in articles], {(one, other): score for score, one, other in links}
    )
    linked: dict[Place, list[Place]] = defaultdict(list)
    for _, one, other in links:
        linked[one].append(other)
        linked[other].append(one)
    drafts: list[_Draft] = []
    grouped = clusters(links, likeness, cancelled)
    held: dict[Place, list[Place]] = defaultdict(list)  # for a sentence: the sentences whose rows it stands in
    for members in grouped:
        _stop(cancelled)
        drafts.append(_draft(articles, members, central(members, likeness), linked, likeness, held))
    inside = {place for members in grouped for place in members}
    for number, article in enumerate(articles):
        seen: set[str] = set()
        for passage in article.passages:
            place = (number, passage.order)
            known = place in inside or _share(articles, place, held.get(place, [])) >= MOST or passage.plain in seen
            seen.add(passage.plain)
            if not known:
                drafts.append(_draft(articles, [place], place, linked, likeness, {}))
    return drafts


def _draft(
    articles: Sequence[Told],
    members: list[Place],
    label: Place,
    linked: dict[Place, list[Place]],
    likeness: Likeness,
    held: dict[Place, list[Place]],
) -> _Draft:
    """The row of `members`, with the sentences of other articles that tell it too; `held` hears of these."""
    passages = articles[label[0]].passages
    draft = _Draft((label[0], passages[label[1]].span), label[1] / len(passages), defaultdict(set))
    for number, at in members:
        draft.spans[number].add(articles[number].passages[at].span)
    others: dict[int, set[Place]] = defaultdict(set)
    for member in members:
        for place in linked.get(member, ()):
            if place[0] not in draft.spans:
                others[place[0]].add(place)
    for number, places in others.items():
        scores = {place: sum(likeness(place, m) for m in members) / len(members) for place in places}
        best = sorted(places, key=lambda p: (-scores[p], p))[:MOST_PER_ARTICLE]
        single = len(members) == 1
        telling = [p for p in best if scores[p] >= (SAME if single else JOINED)]
        if telling:
            draft.spans[number] = {articles[number].passages[at].span for _, at in telling}
            for place in telling:
                held.setdefault(place, []).extend(members)
        else:
            draft.near[number] = articles[number].passages[best[0][1]].span
    return draft


def _share(articles: Sequence[Told], place: Place, others: Sequence[Place]) -> float:
    """How much of a sentence's weight the others hold together, 0 to 1."""
    passage = articles[place[0]].passages[place[1]]
    keys: set[str] = set()
    for number, at in others:
        keys.update(passage.weights.keys() & articles[number].passages[at].weights.keys())
    return sum(passage.weights[key] for key in keys) / passage.mass if passage.mass else 0.0


def _put_nearest(drafts: list[_Draft], articles: Sequence[Told], cancelled: Callable[[], bool] | None) -> None:
    """For the articles that a row lacks: where they tell its fact after all, in other words; for the others, where
    they say most of it.
    """
    nearest, answered = Nearest(articles), Answered(articles)
    orders = [{passage.span: passage.order for passage in article.passages} for article in articles]
    for draft in drafts:
        _stop(cancelled)
        if len(draft.spans) > 1:
            tellings = [(n, orders[n][span]) for n in sorted(draft.spans) for span in sorted(draft.spans[n])]
            fact = nearest.fact(tellings)
            draft.slight = fact.slight
            draft.fullest = {number: passage.span for number, passage in nearest.fullest(tellings).items()}
            questions = answered.questions(tellings)
            for number in range(len(articles)):
                if number not in draft.spans and number not in draft.near:
                    found = nearest.in_article(number, fact) or answered.in_article(number, questions)
                    if found is not None:
                        draft.near[number] = found.span


def _put_conflicts(drafts: list[_Draft], found: Sequence[CellConflict], texts: Sequence[str]) -> None:
    """Each matter once: into the row that holds both sentences of its conflicts; where sentences that no row holds
    together conflict on it, all of it into a row of its own.
    """
    rows: dict[tuple[int, Span], list[_Draft]] = defaultdict(list)
    for draft in drafts:
        for number, spans in draft.spans.items():
            for span in spans:
                rows[number, span].append(draft)
    for one in found:
        if one.conflict.kind == "negation":
            here, there = sentences(one)
            _put_denied(rows.get(here, []), *there)
            _put_denied(rows.get(there, []), *here)
    for matter in matters(found, texts):
        found_in = [_holding(*(rows.get(sentence, []) for sentence in sentences(one))) for one in matter]
        holding = [draft for draft in found_in if draft is not None]
        if len(holding) < len(matter):
            dispute = _Draft(sentences(matter[0])[0], 0.0, defaultdict(set), disputed=True)
            drafts.append(dispute)
            holding = [dispute] * len(matter)
        for one, draft in zip(matter, holding, strict=True):
            draft.conflicts.append(one)
            for number, span in sentences(one):
                draft.spans[number].add(span)


def _holding(in_a: Sequence[_Draft], in_b: Sequence[_Draft]) -> _Draft | None:
    """Of the rows that hold both sentences of a conflict the one that most articles report."""
    both = [draft for draft in in_a if any(draft is other for other in in_b)]
    return max(both, key=lambda draft: len(draft.spans), default=None)


def _put_denied(drafts: Sequence[_Draft], number: int, span: Span) -> None:
    """An article that tells the opposite of a row does not lack it: its sentence stands near the row's."""
    for draft in drafts:
        if number not in draft.spans:
            draft.near[number] = span


def _in_order(sides: Sequence[Side], order: Sequence[int], drafts: Sequence[_Draft], reuses: Sequence[Reuse]) -> Matrix:
    """The matrix with columns in the caller's order (`order`: the caller's number of each), rows by importance."""
    voice = voices(len(sides), reuses)
    lowest: dict[int, int] = {}
    for at, number in enumerate(order):
        lowest[voice[at]] = min(number, lowest.get(voice[at], number))
    by_pair = {(r.first, r.second): r.passages for r in reuses}
    ranked = []
    for draft in drafts:
        row = _row(draft, order, _voices(draft, voice, by_pair))
        strengths = {c.conflict.strength for c in draft.conflicts}
        told_by = sum(cell.state != "absent" for cell in row.cells)
        rank = ("conflict" not in strengths, "differs" not in strengths, -row.voices, -told_by, draft.position)
        ranked.append((rank, draft.label, row))
    ranked.sort(key=lambda one: one[:2])
    voiced = {number: lowest[voice[at]] for at, number in enumerate(order)}
    columns = [Column(s.document.path, s.document.title, voiced[number]) for number, s in enumerate(sides)]
    return Matrix(tuple(columns), tuple(row for _, _, row in ranked), tuple(_turned(reuses, order)))


def _row(draft: _Draft, order: Sequence[int], told_by: int) -> Row:
    states: dict[int, State] = {}
    for one in draft.conflicts:
        for number in (one.a, one.b):
            if states.get(number) != "conflict":
                states[number] = one.conflict.strength
    cells = [Cell("absent", ())] * len(order)
    for at, number in enumerate(order):
        if at in draft.spans:
            spans = tuple(sorted(draft.spans[at]))
            cells[number] = Cell(states.get(at, "reported"), spans, fullest=draft.fullest.get(at, spans[0]))
        elif at in draft.near:
            cells[number] = Cell("absent", (), draft.near[at])
    placed = tuple(CellConflict(order[one.a], order[one.b], one.conflict) for one in draft.conflicts)
    column, label = order[draft.label[0]], draft.label[1]
    return Row(column, label, tuple(cells), told_by, placed, draft.disputed, draft.slight)


def _voices(draft: _Draft, voice: Sequence[int], copied: dict[tuple[int, int], tuple[Copied, ...]]) -> int:
    """The independent tellings: articles of one voice count once, and so do those that copied this very sentence."""
    numbers = sorted(draft.spans)
    parent = {number: number for number in numbers}
    for one, other in combinations(numbers, 2):
        passages = copied.get((one, other), ())
        if voice[one] == voice[other] or any(_copies(p, draft.spans[one], draft.spans[other]) for p in passages):
            old, new = parent[other], parent[one]
            parent = {number: new if known == old else known for number, known in parent.items()}
    return len(set(parent.values()))


def _copies(passage: Copied, in_a: set[Span], in_b: set[Span]) -> bool:
    """Whether the passage holds most of a sentence on both sides."""
    return any(_covers(passage.a, span) for span in in_a) and any(_covers(passage.b, span) for span in in_b)


def _covers(passage: Span, span: Span) -> bool:
    return 2 * (min(passage.end, span.end) - max(passage.start, span.start)) >= span.end - span.start


def _turned(reuses: Sequence[Reuse], order: Sequence[int]) -> Iterator[Reuse]:
    """Copied passages under the caller's numbers of the articles."""
    turned = []
    for one in reuses:
        first, second = order[one.first], order[one.second]
        passages = one.passages
        if first > second:
            first, second = second, first
            passages = tuple(Copied(p.b, p.a, p.words) for p in passages)
        turned.append(Reuse(first, second, passages, one.share))
    yield from sorted(turned, key=lambda r: (r.first, r.second))
