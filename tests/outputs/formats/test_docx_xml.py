"""Elements by their names."""

from docx.oxml.ns import qn

from workshop.outputs.formats.docx_xml import element


def test_an_element_has_its_name_and_what_it_was_given():
    made = element("w:shd", {"w:fill": "F2F5F6"})
    assert made.tag == qn("w:shd") and made.get(qn("w:fill")) == "F2F5F6"
