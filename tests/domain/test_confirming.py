"""A confirmation stands for what was confirmed: a change after it has it given again."""

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.walk import GoToStage, WritePrivateNotes
from sessionui.domain.undo import redo, step_between, undo
from tests.support.room import a_session, doing


def test_a_change_after_one_side_confirmed_has_it_confirm_again() -> None:
    work = doing(a_session(), ConfirmMinutes("a", "Anna 0"))
    assert work.session.confirmations
    assert not doing(work, PutAction("one")).session.confirmations


def test_what_is_not_in_the_minutes_leaves_the_confirmation() -> None:
    work = doing(a_session(), ConfirmMinutes("a", "Anna 0"))
    work = doing(work, GoToStage("actions"), WritePrivateNotes("actions", "mine"))
    assert [c.side for c in work.session.confirmations] == ["a"]


def test_undo_brings_back_exactly_what_was_confirmed() -> None:
    confirmed = doing(a_session(), ConfirmMinutes("a", "Anna 0"))
    changed = doing(confirmed, PutAction("one"))
    step = step_between(confirmed, changed)
    assert undo(changed, step) == confirmed
    assert redo(undo(changed, step), step) == changed


def test_undo_of_something_earlier_takes_the_confirmation_away() -> None:
    start = a_session()
    changed = doing(start, PutAction("one"))
    confirmed = doing(changed, ConfirmMinutes("a", "Anna 0"))
    assert not undo(confirmed, step_between(start, changed)).session.confirmations
