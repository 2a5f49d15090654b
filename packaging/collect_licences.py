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

HEAD = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Facilitator
Comment: The full text of every licence lies in /usr/share/doc/facilitator/licences, a folder for each part.
"""
COMMON = {
    "Apache-2.0": "Apache-2.0",
    "LGPL-3.0-only": "LGPL-3",
    "GPL-2.0-or-later WITH Bootloader-exception": "GPL-2",
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
    wanted, found = {os.path.normpath(source) for source in sources}, dict[str, Distribution]()
    for one in distributions():
        if any(os.path.normpath(str(file.locate())) in wanted for file in one.files or ()):
            found[plain(one.metadata["Name"])] = one
    found.pop(OURS, None)
    return dict(sorted(found.items()))


def collect(shipped: list[tuple[str, str]], folder: Path) -> str:
    """Write all texts into a folder, and return the copyright file of a Debian package.

    `shipped` is what the freezing wrote down: each file's place in the program, and where it was taken from.
    """
    found = shipped_distributions(source for _inside, source in shipped)
    if missing := [name for name in found if part_of(name) is None]:
        raise NotNamed(f"name in desk/preferences/licences.py, or leave out: {', '.join(missing)}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(KEPT, folder)
    for name, one in found.items():
        copy_texts(one, folder / name)
    copy_ours(folder)
    return copyright_file()


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


def copyright_file() -> str:
    """All parts and their terms, in the form that Debian's tools read."""
    paragraphs, terms = [HEAD], list[str]()
    for part in PARTS:
        licence = part.licence.replace(" ", "-") if " WITH " not in part.licence else part.licence
        mine = part is PARTS[0]
        where = "*" if mine else f"usr/lib/facilitator/*/{names(part)[0].replace(' ', '-')}*"
        comment = "" if mine else f"Comment: {part.name}\n"
        paragraphs.append(f"Files: {where}\nCopyright: {part.whose}\nLicense: {licence}\n{comment}")
        if licence not in terms:
            terms.append(licence)
    for licence in terms:
        lies = f"/usr/share/common-licenses/{COMMON[licence]}" if licence in COMMON else ""
        said = f" On Debian systems the full text is in {lies}." if lies else ""
        paragraphs.append(
            f"License: {licence}\n The full text lies in /usr/share/doc/facilitator/licences,\n"
            f" in the folder of the part.{said}\n"
        )
    return "\n".join(paragraphs)
