"""What the folder build starts: the page on this computer; with arguments, the command line."""

import sys
from multiprocessing import freeze_support

QUIET = "--no-browser"
"""Serves the page without opening it, to try the build."""

if __name__ == "__main__":
    freeze_support()
    if sys.argv[1:] in ([], [QUIET]):
        from govxlsx.serve.local import serve

        serve(browser=QUIET not in sys.argv)
    else:
        from govxlsx.__main__ import main

        main()
