"""Codes and addresses in letters four rows high, to be read from the back of the room."""

from typing import Final

ROWS: Final = 4
WIDTH: Final = 5

# Seven half rows a sign; the eighth is the space to the line below.
_SIGNS: Final[dict[str, str]] = {
    "A": " ### |#   #|#   #|#####|#   #|#   #|#   #",
    "B": "#### |#   #|#   #|#### |#   #|#   #|#### ",
    "C": " ####|#    |#    |#    |#    |#    | ####",
    "D": "#### |#   #|#   #|#   #|#   #|#   #|#### ",
    "E": "#####|#    |#    |#### |#    |#    |#####",
    "F": "#####|#    |#    |#### |#    |#    |#    ",
    "G": " ####|#    |#    |#  ##|#   #|#   #| ####",
    "H": "#   #|#   #|#   #|#####|#   #|#   #|#   #",
    "J": "    #|    #|    #|    #|#   #|#   #| ### ",
    "K": "#   #|#  # |# #  |##   |# #  |#  # |#   #",
    "M": "#   #|## ##|# # #|# # #|#   #|#   #|#   #",
    "N": "#   #|##  #|##  #|# # #|#  ##|#  ##|#   #",
    "P": "#### |#   #|#   #|#### |#    |#    |#    ",
    "Q": " ### |#   #|#   #|#   #|# # #|#  # | ## #",
    "R": "#### |#   #|#   #|#### |# #  |#  # |#   #",
    "S": " ####|#    |#    | ### |    #|    #|#### ",
    "T": "#####|  #  |  #  |  #  |  #  |  #  |  #  ",
    "U": "#   #|#   #|#   #|#   #|#   #|#   #| ### ",
    "V": "#   #|#   #|#   #|#   #| # # | # # |  #  ",
    "W": "#   #|#   #|#   #|# # #|# # #|## ##|#   #",
    "X": "#   #|#   #| # # |  #  | # # |#   #|#   #",
    "Y": "#   #|#   #| # # |  #  |  #  |  #  |  #  ",
    "Z": "#####|    #|   # |  #  | #   |#    |#####",
    "0": " ### |#   #|#  ##|# # #|##  #|#   #| ### ",
    "1": "  #  | ##  |# #  |  #  |  #  |  #  |#####",
    "2": " ### |#   #|    #|   # |  #  | #   |#####",
    "3": "#### |    #|    #| ### |    #|    #|#### ",
    "4": "#   #|#   #|#   #|#####|    #|    #|    #",
    "5": "#####|#    |#    |#### |    #|    #|#### ",
    "6": " ### |#    |#    |#### |#   #|#   #| ### ",
    "7": "#####|    #|   # |   # |  #  |  #  |  #  ",
    "8": " ### |#   #|#   #| ### |#   #|#   #| ### ",
    "9": " ### |#   #|#   #| ####|    #|    #| ### ",
    ".": " | | | | | |#",
    ":": " | |#| | |#| ",
    " ": "  |  |  |  |  |  |  ",
}
_HALVES: Final = {"  ": " ", "# ": "▀", " #": "▄", "##": "█"}


def lettering(text: str) -> tuple[str, ...]:
    """``text`` as four rows of half blocks, all equally wide; a sign it doesn't know is left out.

    Knows what codes and addresses are written in: figures, point, colon, and capitals but I, L, O.
    """
    signs = [_SIGNS[sign].split("|") for sign in text if sign in _SIGNS]
    rows = [" ".join(sign[n] for sign in signs) for n in range(7)]
    rows.append(" " * len(rows[0]))
    return tuple(
        "".join(_HALVES[up + down] for up, down in zip(rows[n], rows[n + 1], strict=True))
        for n in range(0, 2 * ROWS, 2)
    )
