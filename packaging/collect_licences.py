"""Collect the licences of everything that a frozen program carries, and refuse to ship what is not named.

The program itself says what it is made of (`facilitator.desk.preferences.licences`); whoever looks there must
find each library that is shipped. Texts come from the libraries' own `dist-info`; those that no library
brings are kept in packaging/licences.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from steps import ROOT

from facilitator.desk.preferences.licences import PARTS, Part

KEPT = Path(__file__).resolve().parent / "licences"
TEXT = re.compile(r"(licen[cs]es?|copying|notice|authors)([-.].*)?$", re.IGNORECASE)
SPOKEN = {"pyside6-essentials": "pyside6", "pyinstaller": "pyinstaller's starting program"}
"""Distributions that the list calls by another name."""
OURS = "facilitator"
KEPT_FOR = ("pyside6-essentials", "shiboken6")
"""Whose own wheels bring no text: it is among those that are kept."""

HEAD = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Facilitator
Comment: The full text of every licence lies in /usr/share/doc/facilitator/licences, a folder for each part.
"""
INSIDE = "usr/lib/facilitator/_internal"
FILES = {
    "Qt 6": ["PySide6/Qt/*", "libQt6*"],
    "PySide6, Shiboken6": [
        "PySide6/Qt*.so",
        "PySide6/libpyside6*",
        "shiboken6/*",
        "libpyside6*",
        "libshiboken6*",
    ],
    "Python": ["libpython*", "python3*", "base_library.zip"],
    "ICU": ["PySide6/Qt/lib/libicu*", "libicu*"],
    "Noto Sans SC, Noto Serif SC": ["resources/fonts/Noto*"],
    "LXGW WenKai (FacilitatorKai)": ["resources/fonts/FacilitatorKai*"],
    "Lucide": ["resources/icons/*"],
}
"""Where parts lie that have no folder of their own name."""
IMPORTED = {"python-docx": "docx", "python-dateutil": "dateutil"}
SYSTEMS = ("SQLite", "OpenSSL")
"""On Debian these are the system's own."""
COMMON = {
    "Apache-2.0": "Apache-2.0",
    "LGPL-3.0-only": "LGPL-3",
    "GPL-2.0-or-later+Bootloader-exception": "GPL-2",
}
"""Texts that lie on every Debian, by their name there."""


class NotNamed(Exception):
    """Something would be shipped that the program does not say it is made of."""


def names(part: Part) -> list[str]:
    """A row of the list may name several libraries of one house."""
    return [name.strip().lower() for name in part.name.split(",")]


def part_of(library: str) -> Part | None:
    """The row that names a distribution."""
    spoken = SPOKEN.get(library, library)
    return next((part for part in PARTS if spoken in names(part)), None)


def plain(name: str) -> str:
    """A distribution's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped_distributions(sources: Iterable[str]) -> dict[str, Distribution]:
    """Which installed distributions these files are from, by name."""
    wanted, found = {_place(source) for source in sources}, dict[str, Distribution]()
    for one in distributions():
        if any(_place(str(file.locate())) in wanted for file in one.files or ()):
            found[plain(one.metadata["Name"])] = one
    found.pop(OURS, None)
    return dict(sorted(found.items()))


def _place(path: str) -> str:
    """A path as it can be compared: Windows writes one place in several ways."""
    return os.path.normcase(os.path.normpath(path))


def collect(shipped: list[tuple[str, str]], folder: Path) -> str:
    """Write all texts into a folder, and return the copyright file of a Debian package.

    `shipped` is what the freezing wrote down: each file's place in the program, and where it was taken from.
    """
    found = shipped_distributions(source for _inside, source in shipped)
    if not found:  # then nothing was compared
        raise NotNamed("none of the shipped files belongs to a library that is installed here")
    if missing := [name for name in found if part_of(name) is None]:
        raise NotNamed(f"name in desk/preferences/licences.py, or leave out: {', '.join(missing)}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(KEPT, folder)
    for name, one in found.items():
        copy_texts(one, folder / name)
    copy_ours(folder)
    if bare := [name for name in found if name not in KEPT_FOR and not (folder / name).is_dir()]:
        raise NotNamed(f"put the licence's text into packaging/licences: {', '.join(bare)}")
    return copyright_file(inside for inside, _source in shipped)


def copy_texts(one: Distribution, folder: Path) -> None:
    """A distribution's licences, and a table of the crates in it, if it says which."""
    for file in one.files or ():
        path, inside = Path(str(file.locate())), ".dist-info" in file.parts[0]
        if inside and TEXT.match(path.name) and path.is_file():
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, folder / path.name)
        if inside and path.name.endswith(".cyclonedx.json"):
            folder.mkdir(exist_ok=True)
            (folder / "crates.txt").write_text(crates(path), encoding="utf-8")


def crates(bill: Path) -> str:
    """A bill of materials as one line for each crate: name, version, licence, authors."""
    lines = list[str]()
    for one in json.loads(bill.read_text(encoding="utf-8")).get("components", []):
        terms = [
            said.get("expression") or said.get("license", {}).get("id", "")
            for said in one.get("licenses", [])
        ]
        lines.append(
            f"{one['name']} {one['version']} · {' '.join(terms)} · {one.get('author', '')}\n"
        )
    return "".join(sorted(lines))


def copy_ours(folder: Path) -> None:
    """The program's own licence, its fonts' and icons', Python's, and that of what starts a frozen program."""
    library = Path(sysconfig.get_path("stdlib"))
    pythons = [
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
    ]  # the second on Windows
    for part, sources in (
        (OURS, [ROOT / "LICENSE", *(ROOT / "resources").glob("*/LICENSE-*")]),
        ("python", [path for path in pythons if path.is_file()][:1]),
    ):
        (folder / part).mkdir()
        for source in sources:
            shutil.copyfile(source, folder / part / source.name)
    copy_texts(distribution("pyinstaller"), folder / "pyinstaller")


def copyright_file(inside: Iterable[str]) -> str:
    """All parts and their terms, as Debian's tools read them; `inside` are the places of the shipped files."""
    tops = {name.split("/")[0] for name in inside if "/" in name}
    paragraphs, within = [HEAD, paragraph(["*"], [PARTS[0]])], list[Part]()
    for part in PARTS[1:]:
        if files := FILES.get(part.name) or [f"{one}/*" for one in folders(part) if one in tops]:
            paragraphs.append(paragraph([f"{INSIDE}/{one}" for one in files], [part]))
        elif part.name not in SYSTEMS:
            within.append(part)
    paragraphs.append(paragraph(["usr/lib/facilitator/facilitator"], within))
    for licence in dict.fromkeys(spelled(part) for part in PARTS):
        paragraphs.append(f"License: {licence}\n{where_text_lies(licence)}\n")
    return "\n".join(paragraphs)


def folders(part: Part) -> list[str]:
    """What the folders of a part's libraries may be called."""
    return [IMPORTED.get(name, name.replace("-", "_")) for name in names(part)]


def paragraph(files: list[str], parts: list[Part]) -> str:
    """Whose some files are, and on which terms."""
    terms = " and ".join(dict.fromkeys(spelled(part) for part in parts))
    whose = "\n ".join(dict.fromkeys(part.whose for part in parts))
    named = "; ".join(part.name for part in parts)
    return f"Files: {' '.join(files)}\nCopyright: {whose}\nLicense: {terms}\nComment: {named}\n"


def spelled(part: Part) -> str:
    """A licence as one word, as Debian has it."""
    return part.licence.replace(" WITH ", "+").replace(" ", "-")


def where_text_lies(licence: str) -> str:
    """The lines below a licence's name."""
    lies = " The full text lies in /usr/share/doc/facilitator/licences, in the folder of the part."
    if licence in COMMON:
        lies += f"\n On Debian systems it is in /usr/share/common-licenses/{COMMON[licence]}, too."
    return lies
