"""docs/case-studies.md shows what can be written, all of it, and nothing that would be refused."""

import re
import typing

import pytest
from pydantic import BaseModel

from tests.helpers.cases import raw
from tests.helpers.tree import ROOT
from workshop.activities import registry
from workshop.casebook import check_file, models, recognisable, sources
from workshop.domain.scenario import PANEL_TOPICS
from workshop.domain.sourced import NATIONS

TEXT = (ROOT / "docs" / "case-studies.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
WHOLE, *MORE = BLOCKS
NAMED = vars(models) | vars(sources) | vars(recognisable)
MODELS = [m for m in NAMED.values() if isinstance(m, type) and issubclass(m, BaseModel)]


def test_the_whole_one_can_be_used(tmp_path):
    assert [str(f) for f in check_file(raw(tmp_path, WHOLE))] == []


@pytest.mark.parametrize("block", MORE, ids=lambda block: block.partition(":")[0])
def test_what_may_be_added_can_be_added(tmp_path, block):
    case = WHOLE.replace("scale: hackett5", "# its scale is below:") if block.startswith("scale:") else WHOLE
    assert [str(f) for f in check_file(raw(tmp_path, f"{case}\n{block}"))] == []


def test_every_field_and_every_choice_is_named():
    fields = {field.alias or name for model in MODELS for name, field in model.model_fields.items()}
    assert len(fields) > 30
    assert not {name for name in fields if not re.search(rf"\b{name}\b", TEXT)}
    choices = {*registry.BY_NAME, *typing.get_args(models.Effect), *PANEL_TOPICS, *NATIONS}
    assert not {choice for choice in choices if not re.search(rf"\b{choice}\b", TEXT)}
