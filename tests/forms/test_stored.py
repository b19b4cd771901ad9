"""By side, what lies on the disk after taking in forms leads from no ballot to a form or person."""

from pathlib import Path

from sessionui.domain.intents.score import LockRound
from store.tinydb_repository import TinyDbRepository
from tests.domain.making import PEOPLE, do, work
from tests.forms.filling import answer_file, content, data_in, opened, pages
from tests.intake.test_same_however import taken
from tests.support.same_answers import answers_by, folder_of, raters


def test_no_stored_byte_tells_whose_form_it_was(tmp_path: Path) -> None:
    before = work("side")
    of = opened(before)
    path = tmp_path / "data" / "data.json"
    path.parent.mkdir()
    secrets: set[str] = set()
    with TinyDbRepository.open(path, create=True) as repository:
        repository.save(None, of)
        files = {}
        made = pages(of, numbered=True)
        for (name, page), (side, n, _person) in zip(made.items(), raters(of), strict=True):
            data = data_in(page)
            secrets |= {data["form"], data["form"][:32], data["key"], name}
            filled = [
                (a.indicator_id, a.own, a.mark and int(a.mark), a.reason)
                for a in answers_by(of, n, side)
                if not a.own
            ]
            assert "Anna" not in str(content(page, filled))
            files[f"{name}.json"] = answer_file(page, filled)
        after = taken(of, folder_of(tmp_path / "mail", files))
        repository.save(of, after)
        locked = do(after, LockRound())
        repository.save(after, locked)
        repository.fold()
    stored = b"".join(f.read_bytes() for f in (tmp_path / "data").rglob("*") if f.is_file())
    assert b"receipt" in stored
    for secret in secrets:
        assert secret.encode() not in stored
    urn = after.urn.model_dump_json()
    assert not [p for p in PEOPLE if p.id in urn or p.name in urn]
    ids = [b.id for b in after.urn.ballots]
    assert ids == sorted(ids)
