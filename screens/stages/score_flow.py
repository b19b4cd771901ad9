"""Passing the keyboard: hand over, fill in, seal, hand back."""

from screens.desk import Desk
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.frame import Frame
from screens.plain import joined, plain
from screens.stages.score_answers import (
    Answers,
    Form,
    form_of_person,
    form_with_code,
    new_form,
    open_forms,
    slots_of,
)
from screens.stages.score_form import QuestionnaireScreen
from screens.stages.score_hand_over import HandOverScreen
from screens.widgets.sides import side_name
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import _

_NEW = "new"


async def pass_keyboard(screen: Frame, desk: Desk, person_id: str) -> None:
    """Let somebody fill in a form and seal it, or change what was sealed."""
    refusal = _closed(desk)
    if refusal is not None:
        screen.say(refusal)
        return
    form = await _form_for(screen, desk, person_id)
    if form is not None:
        await fill_in(screen, desk, form)


def _closed(desk: Desk) -> Sentence | None:
    """Why nothing can be filled in now."""
    work = desk.work
    if not work.items:
        return Sentence(N_("There are no indicators to score yet. Define them first."))
    if work.session.locked:
        return Sentence(N_("Scoring is locked. Unlock it to take in another answer."))
    return None


async def _form_for(screen: Frame, desk: Desk, person_id: str) -> Form | None:
    work = desk.work
    if work.session.rules.secrecy == "name":
        return form_of_person(work, person_id)
    if person_id in work.turnout.answered:
        return await form_by_code(screen, desk, work.person_name(person_id))
    person = work.partnership.person(person_id)
    return None if person is None else await _unnamed(screen, desk, person.side, person_id)


async def _unnamed(screen: Frame, desk: Desk, side: SideKey, person_id: str) -> Form | None:
    """A form without a name: a new one, or one that was begun and left."""
    keys = open_forms(desk, side)
    if not keys:
        return new_form(side, person_id)
    rows = [(_NEW, plain(_("A new form")))]
    rows += [(key, plain(_begun(desk, key))) for key in keys]
    chosen = await screen.app.push_screen_wait(
        ChooseDialog(
            _("A form of this side was begun and not sealed"),
            rows,
            _("Go on with it only if it is yours. Nobody can see what is in it."),
        )
    )
    if chosen is None:
        return None
    return new_form(side, person_id) if chosen == _NEW else Form(side, chosen, person_id)


def _begun(desk: Desk, key: str) -> str:
    slots = slots_of(desk.work)
    missing = Answers.from_text(desk.draft(key)).missing(slots)
    return _("Go on with the one that has {n} of {total} filled in").format(
        n=len(slots) - len(missing), total=len(slots)
    )


async def form_by_code(screen: Frame, desk: Desk, name: str = "") -> Form | None:
    """The answers with the receipt code that the rater types; ``None`` when given up.

    ``name``: who came to answer, though answers of theirs are in or begun.
    """
    found: list[Form] = []

    def submit(values: Values) -> Sentence | None:
        form = form_with_code(desk.work, "".join(str(values["code"]).split()))
        if form is None:
            return Sentence(N_("No sealed answers have this code."))
        found.append(form)
        return None

    hint = _("It was shown when these answers were sealed. Without it they stay as they are.")
    title = _("Change sealed answers")
    if name:
        title = _("{name} has answered or begun").format(name=name)
        hint = _(
            "Begun on a phone? Go on there, or take the answers back there first. Or type the "
            "receipt code here, which the phone or this screen showed; without it the answers "
            "stay as they are."
        )
    dialog = FormDialog(
        desk,
        "receipt",
        title,
        [Field("code", _("Receipt code"), hint=hint, kept=False)],
        submit,
    )
    await screen.app.push_screen_wait(dialog)
    return found[0] if found else None


async def change_with_code(screen: Frame, desk: Desk) -> None:
    """Change sealed answers by their receipt code, by side."""
    refusal = _closed(desk)
    if refusal is not None:
        screen.say(refusal)
        return
    form = await form_by_code(screen, desk)
    if form is not None:
        await fill_in(screen, desk, form)


async def fill_in(screen: Frame, desk: Desk, form: Form) -> None:
    """Hand over, fill in, and hand back; in between nobody sees anything."""
    ready = await screen.app.push_screen_wait(hand_over(desk, form))
    if not ready:
        return
    questionnaire = QuestionnaireScreen(desk, form)
    await screen.app.push_screen_wait(questionnaire)
    await screen.app.push_screen_wait(
        hand_back(
            sealed=questionnaire.sealed, on_disk=questionnaire.on_disk, code=questionnaire.code
        )
    )


def hand_over(desk: Desk, form: Form) -> HandOverScreen:
    """Whose turn it is: by name the person, by side no more than the side."""
    work = desk.work
    by_name = work.session.rules.secrecy == "name"
    side = side_name(form.side, work.names[form.side], 46)
    who = (
        joined(plain(_("For {name}").format(name=work.person_name(form.rater_id)), "bold"))
        if by_name
        else plain(_("For a rater of"), "bold")
    )
    return HandOverScreen(
        joined(who, "\n", side),
        _("Nobody else looks. Marks show as dots."),
        _("Press enter when you sit at the keyboard · escape goes back"),
    )


def hand_back(*, sealed: bool, on_disk: bool, code: str) -> HandOverScreen:
    """Nothing but thanks; in side secrecy the receipt, this once."""
    keys = _("Press enter and hand the keyboard back")
    if not sealed:
        head = _("Your answers are kept, and not sealed yet.")
        return HandOverScreen(plain(head, "bold"), _("Come back to seal them."), keys)
    if not on_disk:
        head = _("Your answers are sealed, and not on the disk yet.")
        words = _("The disk takes nothing now. Leave the program on: it saves them when it can.")
        return HandOverScreen(plain(head, "bold"), words, keys, code)
    words = _("With this code you can change them until the scoring is locked. Write it down.")
    head = _("Thank you. Your answers are sealed.")
    return HandOverScreen(plain(head, "bold"), words if code else "", keys, code)


async def resume(screen: Frame, desk: Desk, key: str) -> None:
    """Go on with a form that was open when the program ended."""
    if _closed(desk) is not None or desk.draft(key) is None:
        return
    match key.split("/"):
        case ["ballot", "a" | "b" as side, _slot]:
            await _resume_unnamed(screen, desk, "b" if side == "b" else "a", key)
        case ["ballot", person_id]:
            form = form_of_person(desk.work, person_id)
            if form is not None:
                await fill_in(screen, desk, form)


async def _resume_unnamed(screen: Frame, desk: Desk, side: SideKey, key: str) -> None:
    """Nothing tells whose form it was, so that is asked again, to note who has answered."""
    work = desk.work
    turnout = work.side_turnout(side)
    rows = [(p, plain(work.person_name(p))) for p in turnout.missing]
    title = _("A form of {side} was open. Who goes on with it?").format(side=work.names[side])
    person_id = await screen.app.push_screen_wait(ChooseDialog(title, rows))
    if person_id is not None:
        await fill_in(screen, desk, Form(side, key, person_id))
