"""The command line: `workshop serve`, `workshop scenario check` and so on.

One command is one module here, which calls it `command`. This file only lists them: a module is imported when its
command is asked for, so that `workshop scenario check` starts at once and `serve` can patch the standard library
for gevent before anything else is loaded.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec

import click

from workshop.preflight import StartError, check_python
from workshop.setting_values import SettingsError

# Name and one line for `workshop --help`, which imports none of them either.
COMMANDS = {
    "serve": "Run the workshop until Ctrl-C.",
    "demo": "Run it with a session full of simulated delegates to look at.",
    "rehearse": "Drive a whole workshop with simulated delegates and write its report.",
    "scenario": "Check case studies.",
    "account": "Add people and reset passwords.",
    "forget": "Erase a session, or all of an organisation, with a receipt.",
    "link": "Print a new link that signs the facilitator in, while it runs.",
    "backup": "Copy the record to a file, also while the workshop runs.",
    "restore": "Put a backup in the place of the record.",
    "assets": "Write style sheets and scripts to a directory, for a web server.",
    "protocol": "Print what goes over the wire, or write it to docs/protocol.md.",
    "report-schema": "Print the JSON Schema of a report's data, or write it to docs.",
    "contract": "Print the same as TypeScript, or write it to static/src.",
}


def _module(name: str) -> str:
    return f"workshop.cli.{name.replace('-', '_')}"


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing that an import makes is garbage, and looking through it all again and again is a tenth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Commands(click.Group):
    """A group that imports a command's module when it is needed, and says a known fault in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(_module(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        with without_collecting():
            return import_module(_module(cmd_name)).command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        try:
            check_python()
            return super().invoke(ctx)
        except (StartError, SettingsError) as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="continuum-workshop", prog_name="workshop")
def main() -> None:
    """Live, anonymous workshops on a shared continuum."""
