"""How commands meet a user: options in groups, errors in one line, no traceback at an interruption or a closed pipe."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from mtqa.errors import MtqaError
from mtqa.render._terminal import printable

FAILED, INTERRUPTED, CLOSED_PIPE = 2, 130, 141  # the last two as a shell tells SIGINT and SIGPIPE
GROUPS = {
    "Input": ("lang", "source_lang", "input_format", "exclude"),
    "Checks": ("select", "ignore", "allow", "glossary", "model"),
    "Feed": ("state", "watch", "history", "by"),
    "Network": ("follow", "allow_private", "timeout", "retries", "delay", "max_size"),
    "Output": ("output_format", "output", "quiet"),
    "Fixing": ("fix", "diff", "unsafe_fixes"),
    "Gate": (
        "fail_on",
        "min_score",
        "max_findings_per_1000_words",
        "baseline",
        "write_baseline",
        "changed_since",
        "exit_zero",
    ),
}
OTHER = "Other"


class Command(click.Command):
    """A command whose help lists its options in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each group under its title."""
        options = {p.name: p for p in self.get_params(ctx) if isinstance(p, click.Option)}
        grouped = {name for names in GROUPS.values() for name in names}
        for title, names in {**GROUPS, OTHER: tuple(n for n in options if n not in grouped)}.items():
            records = [options[name].get_help_record(ctx) for name in names if name in options]
            if records:
                with formatter.section(title):
                    formatter.write_dl([record for record in records if record])


class Commands(click.Group):
    """The group of all commands: what a user gets wrong is one line on standard error, maybe a hint, and exit code 2."""

    command_class = Command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and exit as it says."""
        with told_in_one_line():
            try:
                code = super().main(*args, **(extra | {"standalone_mode": False}))
            except click.exceptions.NoArgsIsHelpError as error:
                error.show()
                sys.exit(FAILED)
            except click.UsageError as error:
                tell(error.format_message())
                if error.ctx:
                    click.echo(f"Try `{error.ctx.command_path} --help`.", err=True)
                sys.exit(FAILED)
            except click.ClickException as error:
                fail(error.format_message())
            except click.Abort:
                sys.exit(INTERRUPTED)
        sys.exit(code if isinstance(code, int) else 0)


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Turn what a user can cause into one line on standard error and an exit code: 2, 130 for Ctrl-C, 141 for a closed pipe."""
    try:
        yield
        sys.stdout.flush()
    except MtqaError as error:
        fail(str(error))
    except KeyboardInterrupt:
        tell("interrupted")
        exec("")  # or Python ends by SIGINT itself where it came inside another `exec`, as when a dataclass is made
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        sys.exit(CLOSED_PIPE)
    except OSError as error:
        _drop_output()
        fail(f"the output cannot be written: {error.strerror or error}")
    except MemoryError:
        fail("out of memory: give fewer --jobs, or split the largest document")


def tell(message: str) -> None:
    """One line on standard error, of which no character can steer the terminal, nor GitHub Actions ("##[" may)."""
    line = printable(message)
    click.echo(f"mtqa: {line.replace('##[', '# #[') if 'GITHUB_ACTIONS' in os.environ else line}", err=True)


def fail(message: str) -> NoReturn:
    """Tell it and exit with 2."""
    tell(message)
    sys.exit(FAILED)


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python would fail on it once more at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # standard output is no file: a test, an embedding program
