"""What the folder build starts: the page on this computer, or the command line."""

from govxlsx.serve.local import main

if __name__ == "__main__":
    main()
