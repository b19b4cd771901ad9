"""The kick-off workshop of the example, from candidates to meanings."""

from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    ChooseCandidate,
    MergeCandidates,
    ShowCandidates,
    ShowVotes,
)
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.example.cast import Cast
from sessionui.example.plan import CANDIDATES, DOTS, INDICATORS, MERGES
from sessionui.example.scene import Scene
from sessionui.example.shape import CandidateKey, Texts


def define(scene: Scene, cast: Cast, texts: Texts) -> None:
    """Both sides write candidates; two pairs are merged, all vote, six are chosen."""
    ids: dict[CandidateKey, str] = {}
    for side, keys in CANDIDATES:
        for key in keys:
            scene.do(AddCandidate(side, texts.candidates[key]))
            ids[key] = scene.work.session.define.candidates[-1].id
    scene.do(ShowCandidates())
    scene.do(*(MergeCandidates(ids[kept], ids[gone]) for kept, gone in MERGES))
    for person, dots in DOTS.items():
        scene.do(CastDots(tuple(ids[key] for key in dots), cast.people[person]))
    scene.do(ShowVotes())
    for key in INDICATORS:
        scene.do(ChooseCandidate(ids[key]))
        cast.indicators[key] = scene.work.partnership.indicators[-1].id


def give_meaning(scene: Scene, cast: Cast, texts: Texts) -> None:
    """Each of the six gets its meaning."""
    for key in INDICATORS:
        indicator = scene.work.partnership.indicator(cast.indicators[key])
        if indicator is not None:
            scene.do(ReviseMeaning(indicator.id, indicator.name, texts.meanings[key]))
