"""What the six indicators mean between hospital and cleaners, in English."""

from sessionui.domain.indicators import Meaning
from sessionui.example.shape import IndicatorKey

MEANINGS: dict[IndicatorKey, Meaning] = {
    "proactivity": Meaning(
        text="We take the initiative instead of waiting to be asked.",
        seen="Somebody flags a problem before it turns into a complaint.",
        not_seen="Nothing moves until the third email.",
        at_4="We find out once it has already gone wrong.",
        at_6="We hear in time, but have to chase it ourselves.",
        at_8="They ring before we have noticed.",
        expects_a="That Helderwit says so when it is running short of people.",
        expects_b="That Noorderhaven shares moves and building work without being asked.",
        needs_a="One familiar face with the whole picture.",
        needs_b="A look at the schedule, even while it may still shift.",
    ),
    "openness": Meaning(
        text="Bad news travels as fast as good news.",
        seen="Whoever makes a mistake reports it the same day.",
        not_seen="The ward finds out by itself and is then told: ‘Oh yes, that's right.’",
        at_4="It comes out through a complaint.",
        at_6="Ask, and you get an honest answer.",
        at_8="We are told about a setback unprompted, with the cause.",
        expects_a="That Helderwit tells us when a round was skipped.",
        expects_b="That Noorderhaven rings first, before emailing with the board in copy.",
        needs_a="When and where, so that we can warn the ward.",
        needs_b="That owning up does not cost us a deduction on the invoice.",
    ),
    "reachability": Meaning(
        text="The person you need can be reached, or calls back soon.",
        seen="One number, somebody answers, and they know what it is about.",
        not_seen="Voicemail, being passed on, telling the same story three times.",
        at_4="Half a day gone and still nobody spoken to.",
        at_6="Fine during the day, hopeless in the evening and at weekends.",
        at_8="Somebody on the line within a quarter of an hour, Sundays included.",
        expects_a="That the site manager or a stand-in picks up, after five as well.",
        expects_b="That a ward manager has a minute for the team leader's question.",
        needs_a="A list of names and numbers that is right.",
        needs_b="One contact a ward, not whoever happens to be on duty.",
    ),
    "agreements": Meaning(
        text="We do what we promised, or say in good time that we can't.",
        seen="The action list is up to date before the meeting starts.",
        not_seen="The same promise is on the list for the third time.",
        at_4="Half of it slips and nobody mentions it.",
        at_6="Most of it gets done, sometimes a week late.",
        at_8="It gets done, and whoever won't make it rings first.",
        expects_a="That a room is clean ninety minutes after discharge, or that we hear why not.",
        expects_b="That a room is empty at the time we were given.",
        needs_a="A quick message as soon as the room is ready.",
        needs_b="The day's discharges before ten o'clock.",
    ),
    "ideas": Meaning(
        text="We bring a suggestion, not just a problem.",
        seen="‘If we did the clinic after five we'd be in nobody's way. Try it for a month?’",
        not_seen="‘That's not in the spec.’",
        at_4="Yes or no, and nothing else.",
        at_6="Ask for an idea and you get one.",
        at_8="Every quarter one idea that we actually carry out.",
        expects_a="That Helderwit says what could be done smarter, even if it means fewer hours.",
        expects_b="That Noorderhaven tries an idea before turning it down.",
        needs_a="What the people who are on the ward every day know.",
        needs_b="An answer to a suggestion within two weeks.",
    ),
    "respect": Meaning(
        text="We see what the other does, and talk to each other rather than about each other.",
        seen="People greet each other by name and leave a room fit for whoever comes next.",
        not_seen="A room full of clutter, then a complaint that the floor wasn't done.",
        at_4="We mostly talk about each other.",
        at_6="Polite, but we talk past each other.",
        at_8="One team: praise gets through as well.",
        expects_a="That cleaners mind the moments of care and rest.",
        expects_b="That the ward clears floor and sill before the round.",
        needs_a="To know when the round is due.",
        needs_b="Introductions when somebody is new, on either side.",
    ),
}

SHARPENED = Meaning(
    text="We say what we see coming before the other has to ask, and bring a proposal.",
    seen="‘We're two short on Thursday. We'd do 4B and intensive care first. All right?’",
    not_seen="A warning without a plan, or a plan nobody was warned about.",
    at_4="We hear it when the ward rings.",
    at_6="We hear in time, but have to come up with the plan ourselves.",
    at_8="Warning and plan arrive together, a day ahead at least.",
    expects_a="That Helderwit warns us a day ahead, and says what it would do first.",
    expects_b="That Noorderhaven shares moves and building work four weeks ahead.",
    needs_a="A text message to the ward manager, not a report.",
    needs_b="The schedule, even with ‘provisional’ written across it.",
)

SHARPENED_REASON = (
    "It turned out we were marking different things: some the warning, others the solution. "
    "It takes both."
)
