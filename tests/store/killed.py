"""What the killed process of ``test_kill`` does: saves and says what was acknowledged."""

import itertools
import random
import sys

import store.saver
from store.documents import DocumentStore


def main(file: str, seed: int) -> None:
    """Save pairs that must agree, drafts, secret pairs; a line out after each that returned."""
    store.saver.FOLD_AT = 6_000
    chance = random.Random(seed)
    made = DocumentStore.open(file)
    first = max((d["n"] for d in made.all("sessions")), default=0) + 1
    for n in itertools.count(first):
        filler = "x" * chance.randrange(400)
        made.put(
            {
                ("sessions", f"s{n % 7}"): {"id": f"s{n % 7}", "n": n, "text": filler},
                ("cards", "last"): {"id": "last", "n": n},
            },
            wait=chance.random() < 0.5,
        )
        say("put", n)
        made.draft("typing", f"{n} {filler}")
        say("draft", n)
        what = chance.random()
        if what < 0.2:
            made.put(
                {
                    ("urns", "u"): {"id": "u", "n": n, "ballots": [filler]},
                    ("turnout", "u"): {"id": "u", "n": n},
                }
            )
            say("secret", n)
        elif what < 0.3:
            made.fold()
        elif what < 0.35:
            made.backup("reveal")


def say(what: str, n: int) -> None:
    """Tell the parent that this is done."""
    sys.stdout.write(f"{what} {n}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
