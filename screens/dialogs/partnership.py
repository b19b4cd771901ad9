"""The forms of a partnership: a new one; its names, contract and rhythm; a person."""

from datetime import date

from screens.dialogs.form import Field, FormDialog, Values
from screens.shelf import Shelf
from screens.widgets.sides import side_name
from sessionui.domain.intents.people import AddPerson, DescribePartnership, EditPerson
from sessionui.domain.partnership import Partnership, Person
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import _


class NewPartnership(FormDialog):
    """Asks for both names; ``partnership_id`` is the new one's once it was saved."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.partnership_id = ""
        super().__init__(
            shelf,
            "new-partnership",
            _("New partnership"),
            [
                Field("name_a", "◆ " + _("Client: name of the organisation")),
                Field("name_b", "● " + _("Supplier: name of the organisation")),
            ],
            self._create,
        )

    def _create(self, values: Values) -> Sentence | None:
        made = self.shelf.create(str(values["name_a"]), str(values["name_b"]))
        if isinstance(made, Sentence):
            return made
        self.partnership_id = made
        return None


class DescribeDialog(FormDialog):
    """Names, contract, since when, and the months between two reviews."""

    def __init__(self, shelf: Shelf, partnership: Partnership) -> None:
        self.shelf, self.partnership_id = shelf, partnership.id
        contract = partnership.contract
        since = contract.since.isoformat() if contract.since else ""
        super().__init__(
            shelf,
            f"describe/{partnership.id}",
            _("Names, contract and rhythm"),
            [
                Field("name_a", "◆ " + _("Client"), value=partnership.name_a),
                Field("name_b", "● " + _("Supplier"), value=partnership.name_b),
                Field("contract", _("Contract"), value=contract.name),
                Field("reference", _("Reference"), value=contract.reference),
                Field("since", _("Since"), "date", since),
                Field("rhythm", _("Months between reviews"), value=str(partnership.rhythm_months)),
                Field(
                    "country",
                    _("Public holidays of (NL, BE, DE, …)"),
                    value=shelf.country,
                    hint=_("empty: by the language · - for none; the same for all in this file"),
                ),
            ],
            self._describe,
        )

    def _describe(self, values: Values) -> Sentence | None:
        refused = self.shelf.set_country(str(values["country"]))
        if refused is not None:
            return refused
        rhythm = str(values["rhythm"]).strip()
        since = values["since"]
        return self.shelf.do(
            self.partnership_id,
            DescribePartnership(
                name_a=str(values["name_a"]),
                name_b=str(values["name_b"]),
                contract_name=str(values["contract"]),
                reference=str(values["reference"]),
                since=since if isinstance(since, date) else None,
                rhythm_months=int(rhythm) if rhythm.isdecimal() else 0,
            ),
        )


class PersonDialog(FormDialog):
    """A new person, or the name and role of one (the side stays)."""

    def __init__(
        self, shelf: Shelf, partnership: Partnership, side: SideKey, person: Person | None = None
    ) -> None:
        self.shelf, self.partnership_id, self.person = shelf, partnership.id, person
        fields = [
            Field("name", _("Name"), value=person.name if person else ""),
            Field("role", _("Role"), value=person.role if person else ""),
        ]
        if person is None:
            sides = tuple((s, side_name(s, partnership.name_of(s), 50)) for s in SIDES)
            fields.append(Field("side", _("Side"), "choice", side, sides))
        key = f"person/{person.id}" if person else f"person/new/{partnership.id}"
        title = _("Name and role") if person else _("Add a person")
        super().__init__(shelf, key, title, fields, self._save)

    def _save(self, values: Values) -> Sentence | None:
        name, role = str(values["name"]), str(values["role"])
        if self.person is not None:
            return self.shelf.do(self.partnership_id, EditPerson(self.person.id, name, role))
        for side in SIDES:
            if values["side"] == side:
                return self.shelf.do(self.partnership_id, AddPerson(side, name, role))
        return Sentence(N_("Choose a side."))
