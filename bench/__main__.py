"""`python -m bench`.

Every process that reads articles imports the main module of the one that started it, and the program's own has next to
nothing in it: so has this one, lest indexing be measured with the imports of all that is measured.
"""

import sys

if __name__ == "__main__":
    from bench.measuring import main
    from index.errors import ReaderError

    try:
        sys.exit(main())
    except ReaderError as problem:
        sys.exit(str(problem))
