"""The index of claims: by what they are found."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sayso.errors import SaysoError
from sayso.ledger.database import Database
from sayso.ledger.match import day_of, days_of, words
from sayso.ledger.order import claim_group, earlier, later
from sayso.ledger.rows import claim_from
from sayso.ledger.sqlite_names import Names
from sayso.ledger.terms import place_terms, spots_of, terms_of
from sayso.model import UNDATED, Claim

MOST_TEXTS = 20_000  # put off before they are written
ADD_TEXT = "INSERT INTO claim_text (rowid, text) VALUES (?, ?)"
DROP_TEXT = "INSERT INTO claim_text (claim_text, rowid, text) VALUES ('delete', ?, ?)"
NO_DAYS = (UNDATED, "")  # start and finish of what holds on no day that is known: within no others


class ClaimIndex:
    """Enters claims under their terms, points, days and words, and takes them out."""

    def __init__(self, db: Database, names: Names) -> None:
        self._db = db
        self._names = names
        self._texts: list[tuple[int, str, bool]] = []

    def add(self, version: int, rows: Sequence[tuple[Claim, int]]) -> None:
        """Enter the claims of a version, each with the number of its fact; of two with one id the later."""
        terms: list[tuple[int, int]] = []
        spots: list[tuple[int, int]] = []
        for claim, fact in {claim.id: (claim, fact) for claim, fact in rows}.values():
            days = days_of(claim)
            span = (days[0].isoformat(), days[1].isoformat()) if days is not None else NO_DAYS
            key = self._free_key(claim)
            self._db.run(
                "INSERT INTO claim (key, name, version, fact, start, finish) VALUES (?, ?, ?, ?, ?, ?)",
                (key, self._names.name(claim.id), version, fact, *span),
            )
            if is_far(claim):
                self._db.run("INSERT INTO claim_far VALUES (?, ?, ?)", (key, *span))
            own = self._names.terms(_terms(claim))
            self._names.count("claims", own, 1)
            terms += [(term, key) for term in own]
            spots += [(key, spot) for spot in self._names.spots(spots_of(claim.places))]
            self._text(key, claim, added=True)
        self._db.many("INSERT INTO claim_term VALUES (?, ?)", sorted(terms))
        self._db.many("INSERT INTO claim_spot VALUES (?, ?)", spots)

    def _free_key(self, claim: Claim) -> int:
        group = claim_group(claim.published, claim.id)
        last = self._db.value("SELECT max(key) FROM claim WHERE key BETWEEN ? AND ?", (group[0], group[-1]))
        key = group[0] if last is None else int(last) + 1
        if key not in group:
            raise SaysoError(f"More than {len(group)} claims of {claim.published} have ids that begin as {claim.id}.")
        return key

    def drop(self, version: int) -> list[int]:
        """Take the claims of a version out; gives the integers of their ids."""
        rows = self._db.all(
            "SELECT c.key, c.name, f.body FROM claim c JOIN fact f ON f.num = c.fact WHERE c.version = ?", (version,)
        )
        for key, _, body in rows:
            claim = claim_from(body)
            terms = self._names.terms(_terms(claim))
            self._names.count("claims", terms, -1)
            self._db.many("DELETE FROM claim_term WHERE term = ? AND key = ?", [(term, key) for term in terms])
            for table in ("claim_spot", "claim_far", "claim"):
                self._db.run(f"DELETE FROM {table} WHERE key = ?", (key,))
            self._text(key, claim, added=False)
        return [name for _, name, _ in rows]

    def follow(self, report: int) -> None:
        """Have the claims of a report stand as long as their versions."""
        self._db.run(
            "UPDATE claim SET until = v.until FROM version v"
            " WHERE v.report = ? AND claim.version = v.num AND claim.until IS NOT v.until",
            (report,),
        )

    def _text(self, key: int, claim: Claim, *, added: bool) -> None:
        self._texts.append((key, " ".join(words(claim.sentence.text)), added))
        if len(self._texts) >= MOST_TEXTS:
            self.finish()

    def finish(self) -> None:
        """Write the words that were put off: FTS5 is fast where they come by key, and slow otherwise."""
        self._texts.sort(key=lambda row: row[0])  # what is put in and taken out again keeps its order
        for added, rows in groupby(self._texts, key=lambda row: row[2]):
            self._db.many(ADD_TEXT if added else DROP_TEXT, (row[:2] for row in rows))
        self._texts = []


def is_far(claim: Claim) -> bool:
    """Does it tell of days far from its publication?"""
    days, published = days_of(claim), day_of(claim.published)
    if days is None or published is None:
        return days is not None
    return days[0] < earlier(published) or days[1] > later(published)


def _terms(claim: Claim) -> Iterable[str]:
    return terms_of(claim) | place_terms(claim.places)
