"""The command group: what it lists, what it imports, how it says a fault."""

import subprocess
import sys
from importlib.util import find_spec

import click
import pytest
from click.testing import CliRunner

from workshop import cli
from workshop.preflight import StartError
from workshop.setting_values import SettingsError


def test_every_command_of_the_list_that_exists_is_offered():
    offered = cli.main.list_commands(click.Context(cli.main))
    assert offered == [name for name in cli.COMMANDS if find_spec(f"workshop.cli.{name}")]
    for name in offered:
        assert isinstance(cli.main.get_command(click.Context(cli.main), name), click.Command), name


def test_the_list_alone_loads_no_framework():
    heavy = {"flask", "gevent", "redis", "sqlalchemy", "socketio"}
    code = f"import sys, workshop.cli; print(sorted({heavy} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, text=True)
    assert said.stdout.strip() == "[]"


def test_an_unknown_command_is_refused():
    result = CliRunner().invoke(cli.main, ["dance"])
    assert result.exit_code == 2
    assert "No such command 'dance'" in result.output


@pytest.mark.parametrize("fault", [StartError("Port 1 is taken."), SettingsError("WORKSHOP_PORT must be a number.")])
def test_a_known_fault_is_one_sentence_and_no_traceback(fault):
    @click.command(cls=cli.Commands)
    def group() -> None:
        raise fault

    group.get_command = lambda ctx, name: click.Command(name, callback=group.callback)  # type: ignore[method-assign]
    result = CliRunner().invoke(group, ["anything"])
    assert (result.exit_code, result.output) == (1, f"Error: {fault}\n")
