"""The commands of the command line, one a file: ``arguments(parser)`` and ``run(options)``."""
