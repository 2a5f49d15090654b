"""Nothing is shipped that the program does not say it is made of, and on which terms."""

import re
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement

from facilitator.desk.preferences.licences import PARTS
from tests.packaging.kit import PACKAGING, ROOT, tool

collect = tool("collect_licences")
trim = tool("trim")
NOT_SHIPPED = {"pip", "tzdata"}
"""Asked for by libraries, for what is never done here."""
IN_OUR_WORDS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Public Domain": "Unlicense",
}


def needed():
    """Every library that the program needs here, with those that they need, by name."""
    found, waiting = {}, ["facilitator"]
    while waiting:
        name = waiting.pop()
        if name in found or name in NOT_SHIPPED:
            continue
        found[name] = distribution(name)
        asked = [Requirement(one) for one in found[name].requires or ()]
        waiting += [
            collect.plain(one.name)
            for one in asked
            if one.marker is None or one.marker.evaluate({"extra": ""})
        ]
    del found["facilitator"]
    return found


LIBRARIES = needed()


def declared(library):
    """The licence that a library's own metadata names."""
    said = library.metadata
    classified = [
        one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if "License" in one
    ]
    named = said.get("License-Expression") or said.get("License") or " ".join(classified)
    return IN_OUR_WORDS.get(named, named)


@pytest.mark.parametrize("name", sorted(LIBRARIES))
def test_every_library_is_named_with_its_own_licence(name):
    """Under the terms that it declares itself; where it offers several, under one of them."""
    part = collect.part_of(name)
    assert part is not None, f"name {name} in desk/preferences/licences.py"
    if said := declared(LIBRARIES[name]):
        assert part.licence in said or said in part.licence, (said, part.licence)


def test_every_library_is_pinned():
    """What is shipped is in the lock file, so that what was tested is what is shipped."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {collect.plain(one) for one in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)}
    assert set(LIBRARIES) <= pinned


def test_nothing_is_under_the_gpl_but_with_an_exception():
    """Qt is used under the LGPL; what starts a frozen program lets every program use it."""
    bound = [part for part in PARTS if re.search(r"\bA?GPL", part.licence.replace("LGPL", ""))]
    assert [part.licence for part in bound] == ["GPL-2.0-or-later WITH Bootloader-exception"]
    shares = {part.licence for part in PARTS if "LGPL" in part.licence}
    assert shares == {"LGPL-3.0-only"}


def test_the_texts_that_are_kept_are_those_the_page_speaks_of():
    """No text without a word on what it is for, no word without its text."""
    page = (PACKAGING / "licences" / "README.md").read_text(encoding="utf-8")
    kept = {path.name for path in (PACKAGING / "licences").glob("*.txt")}
    assert set(re.findall(r"`([\w.-]+\.txt)`", page)) == kept


def test_what_is_left_out_cannot_slip_in():
    """The freezing is told to leave out what no licence is named for."""
    assert set(trim.NEVER_IMPORTED) >= NOT_SHIPPED


@pytest.mark.parametrize(
    ("inside", "belongs"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6\\Qt6Quick.dll", False),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", False),
        ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/translations/qtbase_fr.qm", False),
        ("PySide6/opengl32sw.dll", False),
    ],
)
def test_of_qt_goes_along_what_windows_need(inside, belongs):
    """Under the names that its files bear on each system."""
    assert trim.wanted(inside, f"/x/site-packages/{inside}") is belongs


def test_files_that_no_library_knows_are_no_ground_to_ship(tmp_path):
    """Were paths compared wrongly, everything would look named."""
    with pytest.raises(collect.NotNamed, match="none"):
        collect.collect([("a.py", str(tmp_path / "a.py"))], tmp_path / "licences")


def test_a_library_without_its_licences_text_is_not_shipped(tmp_path, monkeypatch):
    """Naming it is not enough: its terms ask for their text."""
    monkeypatch.setattr(collect, "copy_texts", lambda _one, _folder: None)
    source = distribution("segno").locate_file("segno/__init__.py")
    with pytest.raises(collect.NotNamed, match="segno"):
        collect.collect([("segno/__init__.py", str(source))], tmp_path / "licences")
