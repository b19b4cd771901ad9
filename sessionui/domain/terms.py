"""The few words by which the domain tells how something stands, apart from the models.

Whoever only reads finished minutes needs these words and not the models, which take long to load.
"""

from typing import Literal

Secrecy = Literal["name", "side"]
Presence = Literal["expected", "present", "absent_notice", "absent"]
State = Literal["planned", "running", "confirmed"]
Surprise = Literal["no", "a_little", "yes"]
Outcome = Literal["done", "postponed", "dropped", "reopened"]
Shape = Literal["none", "point", "slope", "line"]
Break = Literal["", "meaning", "set"]
