"""The command group: what it lists, what it imports, how it says a fault."""

import gc
import subprocess
import sys
from importlib.util import find_spec

import click
import pytest
from click.testing import CliRunner

from workshop import cli
from workshop.preflight import StartError
from workshop.setting_values import SettingsError


@pytest.mark.parametrize("name", cli.main.list_commands(click.Context(cli.main)))
def test_every_command_that_is_offered_is_one(name):
    code = f"""
import click, workshop.cli
found = workshop.cli.main.get_command(click.Context(workshop.cli.main), {name!r})
print(isinstance(found, click.Command))
"""
    # In a process of its own: serve patches the standard library.
    said = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, text=True)
    assert said.stdout == "True\n"


def test_a_command_is_imported_without_looking_for_garbage_and_run_with_it():
    with pytest.raises(RuntimeError), cli.without_collecting():
        assert not gc.isenabled()
        raise RuntimeError
    assert gc.isenabled()


def test_help_names_the_commands_and_loads_no_framework():
    heavy = {"flask", "gevent", "redis", "sqlalchemy", "socketio", "pydantic"}
    code = f"""
import sys, workshop.cli
workshop.cli.main(["--help"], standalone_mode=False)
print({heavy} & set(sys.modules))
"""
    said = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, text=True).stdout
    assert said.endswith("set()\n")
    listed = [name for name in cli.COMMANDS if f"\n  {name} " in said]
    assert listed == [name for name in cli.COMMANDS if find_spec(f"workshop.cli.{name.replace('-', '_')}")]


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
