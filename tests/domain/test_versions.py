"""Confirmed minutes: their hash, their versions, and what differs between two."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessionui.domain.intents.agree import PutAction, PutDecision, WithdrawDecision
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.changes import PASSED_OVER, changes_between
from sessionui.domain.minutes.content import (
    ANSWERS,
    hash_of,
    hash_of_data,
    known_hash,
    printed,
)
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.record import Record
from sessionui.domain.work import Work
from tests.domain.making import NOON, Clock, do, named, revealed, work

BOTH = (ConfirmMinutes("a", "Anna Bos"), ConfirmMinutes("b", "Dirk Jansen"))


def confirmed(clock: Clock) -> Work:
    of = do(work(), StartSession(), clock=clock)
    of = revealed(of, named("anna", {"trust": 6}), named("dirk", {"trust": 7}), clock=clock)
    action = PutAction("Call on Monday", owner_id="anna", indicator_id="trust")
    return do(of, action, PutDecision("One mailbox"), *BOTH, clock=clock)


def amended(clock: Clock) -> tuple[MinutesDocument, MinutesDocument]:
    of = confirmed(clock)
    first = minutes_of(of, NOON)
    of = do(
        of,
        ReopenSession("The owner was wrong"),
        PutAction("Call on Monday", owner_id="dirk", indicator_id="trust", number=1),
        WithdrawDecision(1),
        PutDecision("Two mailboxes"),
        SetPresence("anna", "present"),
        *BOTH,
        clock=clock,
    )
    return first, minutes_of(of, NOON, earlier=[first])


def test_a_draft_has_no_hash_and_confirmed_minutes_have_that_of_their_content() -> None:
    assert minutes_of(work(), NOON).content_hash == ""
    assert known_hash(minutes_of(work(), NOON)) == ""
    document = minutes_of(confirmed(Clock()), NOON)
    assert len(document.content_hash) == 64
    assert document.content_hash == hash_of(document)
    read_back = MinutesDocument.model_validate_json(document.model_dump_json())
    assert hash_of(read_back) == document.content_hash
    old = document.but(content_hash="")
    assert known_hash(old) == document.content_hash


def test_the_hash_is_what_the_documentation_says() -> None:
    # Sorted keys, no spaces, empty values left out, 7.0 as 7, and not the hash itself.
    data: dict[str, object] = {
        "b": [1.0, 7.5],
        "a": "é",
        "empty": "",
        "none": None,
        "no": False,
        "consent": False,
        "adopted_previous": None,
        "deep": {"x": []},
    }
    text = '{"a":"é","b":[1,7.5],"consent":false}'
    assert hash_of_data({**data, "content_hash": "x"}) == sha256(text.encode()).hexdigest()


def test_a_no_is_not_the_same_as_not_asked() -> None:
    document = minutes_of(confirmed(Clock()), NOON)
    for field in ANSWERS:
        said = {hash_of(document.but(**{field: answer})) for answer in (None, False, True)}
        assert len(said) == 3
    data = document.model_dump(mode="json")
    assert hash_of_data({**data, "consent": None}) == hash_of_data(
        {key: value for key, value in data.items() if key != "consent"}
    )


def test_every_yes_or_no_that_may_be_missing_counts() -> None:
    found: dict[str, set[object]] = {}
    waiting: list[type[Record]] = [MinutesDocument]
    seen = set[type]()
    while waiting:
        record = waiting.pop()
        seen.add(record)
        for name, field in record.model_fields.items():
            found.setdefault(name, set()).add(field.annotation)
            waiting += [kind for kind in _records_in(field.annotation) if kind not in seen]
    assert len(seen) > 20
    nullable = {name for name, kinds in found.items() if bool | None in kinds}
    assert nullable == ANSWERS
    assert all(found[name] == {bool | None} for name in ANSWERS)


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_fact_can_be_changed_without_changing_the_hash(data: st.DataObject) -> None:
    raw = json.loads(minutes_of(confirmed(Clock()), NOON).model_dump_json())
    before = hash_of_data(raw)
    at, path = raw, []
    while isinstance(at, dict | list) and at:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        path.append((at, key))
        at = at[key]
    holder, key = path[-1]
    holder[key] = f"{holder[key]}x"
    changed = path[0][1] != "content_hash"
    assert (hash_of_data(raw) != before) == changed


def test_the_printed_form_is_the_beginning_of_the_hash_in_groups() -> None:
    document = minutes_of(confirmed(Clock()), NOON)
    groups = printed(document.content_hash).split("-")
    assert [len(group) for group in groups] == [4] * 6
    assert "".join(groups).lower() == document.content_hash[:24] != ""


def test_an_amendment_is_a_numbered_version_with_its_reason_and_what_differs() -> None:
    first, second = amended(Clock())
    assert (first.edition, second.edition) == (1, 2)
    assert first.content_hash != second.content_hash
    (version,) = second.versions
    assert (version.number, version.reason) == (1, "The owner was wrong")
    assert version.content_hash == first.content_hash
    told = {(c.part, c.entry, c.field, c.came, c.before, c.after) for c in version.changes}
    assert ("actions", "1", "owner", "changed", "Anna Bos", "Dirk Jansen") in told
    assert ("decisions", "1", "", "removed", "One mailbox", "") in told
    assert ("decisions", "2", "", "added", "", "Two mailboxes") in told
    assert ("attendance", "Anna Bos", "presence", "changed", "expected", "present") in told
    assert len(told) == 4


def test_the_same_minutes_do_not_differ_and_others_always_do() -> None:
    first, second = amended(Clock())
    assert changes_between(first, first) == ()
    for name in MinutesDocument.model_fields:
        value = getattr(second, name)
        if name in PASSED_OVER or value == getattr(first, name):
            continue
        assert changes_between(first, first.but(**{name: value})), name
