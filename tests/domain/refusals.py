"""What a refusal says."""

import pytest

from sessionui.domain.intents.base import Intent
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import Clock, do


def refusal(work: Work, *intents: Intent, clock: Clock | None = None) -> str:
    """The English template of the sentence with which the last of ``intents`` is refused."""
    work = do(work, *intents[:-1], clock=clock)
    with pytest.raises(Refused) as caught:
        do(work, intents[-1], clock=clock)
    sentence = caught.value.sentence
    # Every value that the sentence asks for is there.
    sentence.template.format(**sentence.values)
    return sentence.template
