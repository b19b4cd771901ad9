"""``sessionui audience [FILE]``: the window of the room, in a second terminal."""

from sessionui.commands.files import data_file
from sessionui.commands.parser import Options, Parser
from sessionui.commands.start import heed_ascii, need_terminal, offer_ascii
from sessionui.domain.wording import N_, Refused
from sessionui.locale import _


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui audience [FILE] [--ascii]",
        _(
            "Show the room what it should see of the session that runs in another terminal window "
            "of this computer."
        ),
        _("It never opens the file. Keys: + and - change the size, q closes it."),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))
    offer_ascii(parser)


def run(options: Options) -> int:
    """Open the window."""
    need_terminal()
    heed_ascii(options)
    path = data_file(options.file)
    if options.file and not path.exists():
        # Waiting for a file with a slip of the pen in its name would be in vain.
        raise Refused(N_("There is no file {file}."), file=str(path))
    from sessionui.audience import run as run_audience  # Textual is loaded for it only

    return run_audience(path)
