"""``python -m docs.make_keys``."""

from docs.make_keys import main

if __name__ == "__main__":
    main()
