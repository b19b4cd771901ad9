"""The method behind each stage: what it is for, why it is done so, what goes wrong in rooms.

For help, in our words; the method itself is in docs/method.md. A kind of session may say something
else of a stage than the others do.
"""

from dataclasses import dataclass

from sessionui.domain.kinds import StageKey
from sessionui.domain.wording import N_


@dataclass(frozen=True)
class Trouble:
    """What goes wrong, and what answers it."""

    wrong: str
    answer: str


@dataclass(frozen=True)
class Background:
    """Messages to translate."""

    purpose: str
    why: str
    rooms: tuple[Trouble, ...]


def background_of(kind: str, stage: StageKey) -> Background:
    """The background of a stage in a session of that kind."""
    return _OF_KIND.get((kind, stage)) or _OF_STAGE[stage]


_OF_STAGE: dict[StageKey, Background] = {
    "welcome": Background(
        N_(
            "Everybody knows why we are here, what will be written down and how scores will be "
            "shown."
        ),
        N_(
            "How scores are shown is agreed before anybody scores: afterwards somebody always has "
            "an interest in it. With two to eight people a side nobody can promise that a style "
            "is not recognised, so that is not promised."
        ),
        (
            Trouble(
                N_("Nobody dares to be honest, because it isn't clear who will see what."),
                N_("Let the group choose, by name or by side, aloud; the minutes say it."),
            ),
            Trouble(
                N_("Half of the room is elsewhere in its thoughts."),
                N_("One sentence from everybody: what should be different when we leave?"),
            ),
            Trouble(
                N_("Somebody who matters isn't there."),
                N_("Note it, and agree who tells them today what was decided."),
            ),
        ),
    ),
    "look_back": Background(
        N_("What we promised each other comes first: what became of it, and what it brought."),
        N_(
            "An agreement that nobody comes back to teaches both sides that agreements don't "
            "count. The hard figures stand apart: they say what was delivered, the scores say how "
            "we worked together."
        ),
        (
            Trouble(
                N_("The same action is postponed time after time."),
                N_("Say how often it was. Make it smaller, or drop it together and say so."),
            ),
            Trouble(
                N_("What wasn't done turns into blame."),
                N_("Ask what came in between, and what would have helped."),
            ),
            Trouble(
                N_("The figures eat up the time."),
                N_("Everybody has read them: talk only of what nobody expected."),
            ),
        ),
    ),
    "define": Background(
        N_(
            "Each side says what it wants to see of the other, and together you choose about six "
            "indicators."
        ),
        N_(
            "What hurts between partners is mostly how they work together, and that can be named. "
            "Writing in silence gives the quiet ones a say; in a blind vote nobody follows the "
            "boss."
        ),
        (
            Trouble(
                N_("The loudest voice fills the list."),
                N_("First everybody writes, without a word; then all words appear at once."),
            ),
            Trouble(
                N_("Two words for the same thing, and neither side gives way."),
                N_("Let the writers say what they mean. Merge if it is the same, else keep both."),
            ),
            Trouble(
                N_("Twelve indicators, and all of them matter."),
                N_("Ask which ones you would miss first. What isn't chosen isn't lost."),
            ),
        ),
    ),
    "meaning": Background(
        N_(
            "For each indicator: what it means between these two, what one would see, and what a "
            "4, a 6 and an 8 look like."
        ),
        N_(
            "A word such as openness is read differently by everybody; then the marks measure the "
            "word. With anchors one person's 6 is the other's 6. Later changes get a date and a "
            "reason, and the old text stays."
        ),
        (
            Trouble(
                N_("Fine words that nobody can see."),
                N_("Ask for Monday morning: who does what, and who notices it?"),
            ),
            Trouble(
                N_("One side writes what the other has to do."),
                N_("Ask both ways: what do you expect, and what do you need for your own part?"),
            ),
            Trouble(
                N_("An hour goes into polishing one sentence."),
                N_("Good enough to score once. After that you know what is wrong with it."),
            ),
        ),
    ),
    "score": Background(
        N_("Each person gives the other side a mark on each indicator, with a reason, in silence."),
        N_(
            "Marks are sealed and appear together: who hears a 7 first gives a 7. Not applicable "
            "is no zero, and what is missing is not filled in. Nothing shows but how many have "
            "answered."
        ),
        (
            Trouble(
                N_("Somebody says a mark aloud, and others follow."),
                N_("Silence until everybody is done. Marks can be changed until the lock."),
            ),
            Trouble(
                N_("Everybody gives a 7."),
                N_("Ask for an example with each mark, and reread what a 6 and an 8 look like."),
            ),
            Trouble(
                N_("Somebody can't judge an indicator."),
                N_("Not applicable is an answer; a guess is not."),
            ),
        ),
    ),
    "reveal": Background(
        N_(
            "Indicator by indicator: reread the meaning, see both sides' marks at the same moment, "
            "and explain them to each other."
        ),
        N_(
            "The mark opens the talk; the reason is what it is about. Highest and lowest explain, "
            "then those who got the marks say back what they heard. There is room for an action "
            "once both sides have spoken. One point apart is a prompt, not a verdict."
        ),
        (
            Trouble(
                N_("Managers read out their marks and nobody talks."),
                N_("First what you saw, then the mark."),
            ),
            Trouble(
                N_("It becomes an accusation."),
                N_("Behaviour, what it did to you, what came of it, and what you wish for."),
            ),
            Trouble(
                N_("Straight to a solution."),
                N_("Park it: the action comes when both sides have been heard."),
            ),
            Trouble(
                N_("A mark is used as a stick."),
                N_("It is what people experienced. Ask what goes well on the same indicator."),
            ),
        ),
    ),
    "actions": Background(
        N_(
            "Every agreement is concrete: what, when it is done, one owner, a date, and the "
            "indicator that it helps."
        ),
        N_(
            "Three actions that are done are worth more than fifteen that are not. Reading back is "
            "the moment to object: consent means that no objection outweighs it, not that "
            "everybody cheers."
        ),
        (
            Trouble(
                N_("We will do it."),
                N_("One person, of either side, in this room or asked today."),
            ),
            Trouble(
                N_("Improve, discuss, pay attention to."),
                N_("Ask how we see at the next session that it is done."),
            ),
            Trouble(
                N_("All actions lie with the supplier."),
                N_("Ask the client what makes it possible from its side."),
            ),
        ),
    ),
    "close": Background(
        N_(
            "The overall mark and its line, the surprises, trust, the next date; and both sides "
            "confirm what was written."
        ),
        N_(
            "If a score surprised somebody, too little was said since last time: that is worth an "
            "action. Minutes that are confirmed in the room need no mails afterwards. Two rounds "
            "make a slope; a trend takes three."
        ),
        (
            Trouble(
                N_("People get up before the minutes are confirmed."),
                N_("Begin ten minutes before the end, and read back decisions and actions only."),
            ),
            Trouble(
                N_("The mark went up, and everybody is content."),
                N_("Ask on which indicator it still hurts, and who feels it."),
            ),
            Trouble(
                N_("The next date is left open."),
                N_("Diaries on the table now: the rhythm is what makes it work."),
            ),
        ),
    ),
}

_OF_KIND: dict[tuple[str, StageKey], Background] = {
    ("year", "define"): Background(
        N_("Which indicators have done their work, and which one do we miss?"),
        N_(
            "A set that never changes is scored by habit. A set that changes every time gives no "
            "line. Keep what still says something; where the set changes, the line of the overall "
            "mark breaks and says so."
        ),
        (
            Trouble(
                N_("An indicator has to go because its marks hurt."),
                N_("Low marks are a reason to keep it. Ask what would be missed without it."),
            ),
            Trouble(
                N_("Everything has to be new."),
                N_("Keep what this year's actions were about: else nobody sees what they did."),
            ),
        ),
    ),
    ("year", "meaning"): Background(
        N_("Reword what was read in two ways this year, and give new indicators a meaning."),
        N_(
            "A year of marks shows where a meaning was too wide. A sharper one measures something "
            "else, so the line breaks there; the old words stay readable, with the reason for the "
            "change."
        ),
        (
            Trouble(
                N_("Words are changed so that the marks will be higher."),
                N_("Write down the reason. If there is none but the mark, keep the words."),
            ),
            Trouble(
                N_("Everybody is tired, and new words are agreed unread."),
                N_("Read them aloud with an example of this year: is that a 4, a 6 or an 8?"),
            ),
        ),
    ),
}
