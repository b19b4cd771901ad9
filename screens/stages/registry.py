"""Which screen shows which stage. A new stage is one more line here."""

from screens.stages.actions import ActionsScreen
from screens.stages.base import StageScreen
from screens.stages.close import CloseScreen
from screens.stages.define import DefineScreen
from screens.stages.look_back import LookBackScreen
from screens.stages.meaning import MeaningScreen
from screens.stages.reveal import RevealScreen
from screens.stages.score import ScoreScreen
from screens.stages.welcome import WelcomeScreen

SCREENS: dict[str, type[StageScreen]] = {
    screen.STAGE: screen
    for screen in (
        WelcomeScreen,
        LookBackScreen,
        DefineScreen,
        MeaningScreen,
        ScoreScreen,
        RevealScreen,
        ActionsScreen,
        CloseScreen,
    )
}
