"""Which screen shows which stage. A new stage is one more line here."""

from screens.stages.base import StageScreen
from screens.stages.welcome import WelcomeScreen

SCREENS: dict[str, type[StageScreen]] = {screen.STAGE: screen for screen in (WelcomeScreen,)}
