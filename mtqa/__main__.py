"""`python -m mtqa` is `mtqa`."""

from mtqa.cli import main

if __name__ == "__main__":
    main(prog_name="mtqa")
