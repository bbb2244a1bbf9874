"""`mtqa checks`: the catalogue."""

import click

from mtqa.cli.command import told_in_one_line


@click.command(short_help="List the checks, or explain one.")
@click.argument("code", required=False)
def checks(code: str | None) -> None:
    """List the checks, or print the documentation of one, by its code or name; codes of models and feeds are known too."""
    from mtqa.catalogue import listing, page
    from mtqa.cli.codes import explained

    with told_in_one_line():
        click.echo((explained(code) or page(code)) if code else listing())
