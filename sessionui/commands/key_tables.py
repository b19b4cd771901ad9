"""All keys of the program in tables, made from its bindings, in both languages.

It loads every screen there is, so nothing imports it but what makes such a table: ``sessionui
keys``, and ``python -m docs.make_keys`` for the manual.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from screens.curtained import CurtainApp
from screens.dialogs.action_dialog import ActionDialog
from screens.dialogs.agreement_form import AgreementForm
from screens.dialogs.audience import AudienceDialog
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.commands import CommandsDialog
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.export import ExportDialog
from screens.dialogs.form import FormDialog
from screens.dialogs.guidance import GuidanceDialog
from screens.dialogs.help import HelpDialog
from screens.dialogs.library import LibraryDialog
from screens.dialogs.meaning_card import MeaningCard
from screens.dialogs.parking import ParkingDialog
from screens.dialogs.read_back import ReadBackDialog
from screens.dialogs.rescue import CopyDialog
from screens.dialogs.stages import StagesDialog
from screens.dialogs.vote import VoteDialog
from screens.frame import Frame
from screens.home import HomeScreen, Partnerships
from screens.minutes import MinutesScreen
from screens.partnership.actions import ActionList, ActionsPage
from screens.partnership.indicators import IndicatorList
from screens.partnership.meaning import MeaningScreen as IndicatorScreen
from screens.partnership.people import PeoplePage
from screens.partnership.screen import PartnershipScreen
from screens.partnership.sessions import SessionList
from screens.phones.handed import HandedScreen
from screens.phones.network import NetworkScreen
from screens.phones.one_code import OneCodeScreen
from screens.phones.personal import PersonalScreen
from screens.phones.wall import PhonesScreen
from screens.planning import PlanningScreen
from screens.preferences import PreferencesApp
from screens.rescue import RescueApp
from screens.room.curtain import CurtainScreen
from screens.stages.actions import ActionsScreen
from screens.stages.base import StageScreen
from screens.stages.close import CloseScreen
from screens.stages.define import DefineScreen
from screens.stages.look_back import LookBackScreen
from screens.stages.meaning import MeaningScreen
from screens.stages.panes import PanedStage
from screens.stages.reveal import RevealScreen
from screens.stages.reveal_order import OrderDialog
from screens.stages.reveal_overview import OverviewScreen
from screens.stages.score import ScoreScreen
from screens.stages.score_form import QuestionnaireScreen
from screens.stages.score_forms import FormsDialog
from screens.stages.score_hand_over import HandOverScreen
from screens.stages.score_import import ImportDialog
from screens.stages.score_mapping import MappingScreen
from screens.stages.score_paper import PaperScreen
from screens.stages.touring import TouredScreen
from screens.stages.welcome import WelcomeScreen
from screens.take_home import TakeHomeScreen
from screens.versions import VersionScreen, VersionsScreen
from screens.wall import WallApp
from screens.widgets.fields import RecordArea, RecordInput
from screens.widgets.filter_input import FilterInput
from screens.widgets.first_start import Choices
from screens.widgets.mark_cell import MarkCell
from screens.widgets.mark_grid import MarkGrid
from screens.year import YearScreen
from sessionui.app import SessionUI
from sessionui.audience import AudienceApp
from sessionui.locale import Language, translator
from sessionui.themes.looks import SPACE

Node = type[Any]
Words = dict[Language, str]
Row = tuple[tuple[str, ...], str]


class Key(Protocol):
    """What a table needs of a binding."""

    @property
    def key(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def id(self) -> str | None: ...


@dataclass(frozen=True)
class Table:
    """One table: the keys of these classes together. ``title``: that of the screen, if empty."""

    owners: tuple[Node, ...]
    title: Words | None = None
    level: int = 3


def words(en: str, nl: str) -> Words:
    """A heading of the manual, which is no text of the program."""
    return {"en": en, "nl": nl}


GENERAL = (
    Table(
        (SessionUI, PreferencesApp, WallApp, CurtainApp, RescueApp, Frame),
        words("Everywhere", "Overal"),
        2,
    ),
    Table(
        (StageScreen, TouredScreen),
        words("In every stage of a session", "In elk onderdeel van een sessie"),
        2,
    ),
)

TABLES: tuple[Table, ...] = (
    *GENERAL,
    Table((CurtainScreen,), words("Behind the curtain (F12)", "Achter het gordijn (F12)")),
    Table((StagesDialog,), words("The list of stages (F4)", "De lijst met onderdelen (F4)")),
    Table((ParkingDialog,), words("The parking lot (ctrl+d)", "De parkeerplaats (ctrl+d)")),
    Table((GuidanceDialog,), words("Which prompts (ctrl+f)", "Welke gesprekstips (ctrl+f)")),
    Table(
        (CopyDialog,),
        words("Saving a copy elsewhere (ctrl+o)", "Elders een kopie opslaan (ctrl+o)"),
    ),
    Table(
        (AudienceDialog,),
        words("A window for the room (ctrl+w)", "Een venster voor de zaal (ctrl+w)"),
    ),
    Table((AudienceApp,), words("In that window", "In dat venster")),
    Table((HomeScreen, Partnerships, FilterInput, Choices), words("Home", "Beginscherm"), 2),
    Table((PartnershipScreen,), level=2),
    Table((SessionList,), words("Page 1, sessions", "Pagina 1, sessies")),
    Table((IndicatorList,), words("Page 2, indicators", "Pagina 2, indicatoren")),
    Table((IndicatorScreen,)),
    Table(
        (
            ActionList,
            ActionsPage,
        ),
        words("Page 4, actions", "Pagina 4, acties"),
    ),
    Table((PeoplePage,), words("Page 5, people", "Pagina 5, mensen")),
    Table((PlanningScreen,), level=2),
    Table((WelcomeScreen,), level=2),
    Table((LookBackScreen,), level=2),
    Table((DefineScreen,), level=2),
    Table((VoteDialog,), words("Placing dots", "Stippen zetten")),
    Table((LibraryDialog,), words("Starter library", "Startbibliotheek")),
    Table((MeaningScreen,), level=2),
    Table((MeaningCard,), words("Meaning in full", "Hele betekenis")),
    Table((ScoreScreen,), level=2),
    Table((HandOverScreen,), words("Passing the keyboard", "Toetsenbord doorgeven")),
    Table((QuestionnaireScreen, MarkCell)),
    Table((PaperScreen, MarkGrid)),
    Table((ImportDialog,), words("Import", "Importeren")),
    Table((MappingScreen,), words("Columns of a sheet", "Kolommen van een blad")),
    Table((FormsDialog,), words("Forms to mail", "Formulieren om te mailen")),
    Table((NetworkScreen,)),
    Table((PhonesScreen,)),
    Table((OneCodeScreen,)),
    Table((PersonalScreen,)),
    Table((HandedScreen,)),
    Table((RevealScreen,), level=2),
    Table((OrderDialog,), words("Indicators and their order", "Indicatoren en hun volgorde")),
    Table((OverviewScreen,)),
    Table((YearScreen,)),
    Table((ActionsScreen,), level=2),
    Table((ActionDialog,), words("The form of an action", "Formulier van een actie")),
    Table((ReadBackDialog,), words("Reading back", "Voorlezen")),
    Table((CloseScreen,), level=2),
    Table((MinutesScreen,), level=2),
    Table((TakeHomeScreen,), level=2),
    Table((VersionsScreen,), level=2),
    Table((VersionScreen,), words("One version", "Eén versie"), level=2),
    Table((ExportDialog,), words("Handing out the minutes", "Verslag uitdelen")),
    Table((FormDialog, AgreementForm), words("Forms", "Formulieren"), 2),
    Table((RecordInput, RecordArea), words("A field", "Een veld")),
    Table((ChooseDialog,), words("A list to choose from", "Een keuzelijst")),
    Table((ConfirmDialog,), words("A question", "Een vraag")),
    Table((HelpDialog,), words("Help", "Hulp")),
    Table((CommandsDialog,), words("All commands", "Alle opdrachten")),
)

COLUMNS: dict[Language, tuple[str, str]] = {
    "en": ("Key", "What it does"),
    "nl": ("Toets", "Wat hij doet"),
}

_NAMES = {
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "question_mark": "?",
    "exclamation_mark": "!",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_name(key: str, lang: Language) -> str:
    """A key as it is written in the manual: "ctrl+↑", "F4", "space"."""
    *held, last = key.split("+")
    name = translator(lang).gettext(SPACE) if last == SPACE else _NAMES.get(last, last)
    if name[0] == "f" and name[1:].isdigit():
        name = name.upper()
    return "+".join([*held, name])


def rows(bindings: tuple[Key, ...], lang: Language) -> list[Row]:
    """Key and description of each, those with the same description together."""
    found: dict[str, list[str]] = {}
    for binding in bindings:
        keys = [key_name(key.strip(), lang) for key in binding.key.split(",")]
        known = found.setdefault(translator(lang).gettext(binding.description), [])
        known += [key for key in keys if key not in known]
    return [(tuple(keys), description) for description, keys in found.items()]


def bindings_of(owner: Node) -> tuple[Key, ...]:
    """The keys that a class itself binds, not those of a pane."""
    panes = owner.PANES if issubclass(owner, PanedStage) and "PANES" in vars(owner) else ()
    apart = {key.id for pane in panes for key in pane.KEYS}
    return tuple(
        key
        for key in vars(owner).get("BINDINGS", ())
        # A binding may be written as a tuple as well; ours never are.
        if not isinstance(key, tuple) and key.description and key.id not in apart
    )


def tables(table: Table, lang: Language) -> Iterator[tuple[int, str, list[Row]]]:
    """Level, heading and rows: of the classes, then of each pane."""
    gettext = translator(lang).gettext
    title = table.title[lang] if table.title else ""
    for owner in table.owners:
        title = title or gettext(getattr(owner, "TITLE_TEXT", ""))
    own = tuple(key for owner in table.owners for key in bindings_of(owner))
    yield table.level, title, rows(own, lang)
    for owner in table.owners:
        if issubclass(owner, PanedStage):
            for n, pane in enumerate(owner.PANES, start=1):
                yield table.level + 1, f"{n} {gettext(pane.TITLE)}", rows(pane.KEYS, lang)


def text_of(some: tuple[Table, ...], lang: Language, *, headings: bool = True) -> str:
    """The tables as Markdown; without headings as one table."""
    first, second = COLUMNS[lang]
    head = [f"| {first} | {second} |", "|---|---|"]
    lines: list[str] = [] if headings else head
    for table in some:
        for level, title, found in tables(table, lang):
            if headings:
                lines += ["", f"{'#' * level} {title}", "", *head]
            for keys, description in found:
                lines.append(f"| {' '.join(f'`{key}`' for key in keys)} | {description} |")
    return "\n".join(lines) + "\n"
