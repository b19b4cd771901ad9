"""Locking the round: who is missing is said first, because nobody can score after a reveal."""

from screens.desk import Desk
from screens.dialogs.confirm import ConfirmDialog
from screens.frame import Frame
from screens.stages.score_answers import DRAFTS
from screens.too_many import too_many
from sessionui.domain.intents.score import LockRound
from sessionui.domain.rounds import SideTurnout
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list, ngettext


async def lock(screen: Frame, desk: Desk) -> None:
    """Lock the round; asks first when anybody is missing or anything would stay hidden."""
    work = desk.work
    warnings = lock_warnings(work, len(desk.drafts_under(DRAFTS)))
    if warnings and work.has_ballots:
        agreed = await screen.app.push_screen_wait(
            ConfirmDialog(_("Lock the scoring?"), "\n".join(warnings))
        )
        if not agreed:
            return
    screen.say(desk.do(LockRound()))


def lock_warnings(work: Work, open_forms: int) -> list[str]:
    """What the room should know before the scoring is closed; empty when all have answered."""
    turnouts = [work.side_turnout(side) for side in SIDES]
    found = [
        text
        for turnout in turnouts
        for text in (
            _missing(work, turnout),
            _begun(work, turnout),
            _taken_back(work, turnout),
            _hidden(work, turnout),
        )
    ]
    found = [*too_many(work), *found]
    if open_forms:
        found.append(
            ngettext(
                "{n} form is not sealed and will not count.",
                "{n} forms are not sealed and will not count.",
                open_forms,
            ).format(n=open_forms)
        )
    return [text for text in found if text]


def _missing(work: Work, turnout: SideTurnout) -> str:
    still = turnout.expected - turnout.answered
    missing = [p for p in turnout.missing if p not in turnout.beginners]
    if still <= 0 or not (missing or turnout.unnamed):
        return ""
    values = {
        "side": work.names[turnout.side],
        "n": turnout.answered,
        "total": turnout.expected,
        "names": fmt_list([work.person_name(p) for p in missing]),
    }
    if turnout.unnamed:
        return ngettext(
            "{side}: {n} of {total} answered; {unnamed} form came without a name.",
            "{side}: {n} of {total} answered; {unnamed} forms came without a name.",
            turnout.unnamed,
        ).format(unnamed=turnout.unnamed, **values)
    return _("{side}: {n} of {total} answered. Missing: {names}.").format(**values)


def _begun(work: Work, turnout: SideTurnout) -> str:
    """Who began on a phone and didn't say that they were done; names only by name."""
    if not turnout.begun:
        return ""
    if turnout.beginners:
        names = fmt_list([work.person_name(p) for p in turnout.beginners])
        text = _("{side}: {names} began on a phone and did not finish; what is filled in counts.")
        return text.format(side=work.names[turnout.side], names=names)
    return ngettext(
        "{side}: {n} began on a phone and did not finish; what is filled in counts.",
        "{side}: {n} began on a phone and did not finish; what they filled in counts.",
        turnout.begun,
    ).format(side=work.names[turnout.side], n=turnout.begun)


def _taken_back(work: Work, turnout: SideTurnout) -> str:
    """Whose answers came and went: by side nobody knows who."""
    return (
        ngettext(
            "{side}: {n} took the answers back and has given no others.",
            "{side}: {n} took their answers back and have given no others.",
            turnout.taken_back,
        ).format(side=work.names[turnout.side], n=turnout.taken_back)
        if turnout.taken_back
        else ""
    )


def _hidden(work: Work, turnout: SideTurnout) -> str:
    rules = work.session.rules
    people = min(turnout.answered + turnout.begun, turnout.expected)
    if rules.secrecy == "name" or people >= rules.threshold:
        return ""
    return _("{side}: with fewer than {n} answers its figures stay hidden.").format(
        side=work.names[turnout.side], n=rules.threshold
    )
