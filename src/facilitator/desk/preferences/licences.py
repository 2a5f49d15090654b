"""What the program is made of, and on which terms: Qt is used under the LGPL, and must be said to be."""

from __future__ import annotations

from facilitator.data import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One library, font or set of pictures, its licence, and the copyright line."""

    name: str
    licence: str
    whose: str


PARTS: tuple[Part, ...] = (
    Part("Facilitator 议事", "Apache-2.0", "the maintainers of Facilitator"),
    Part("Qt 6", "LGPL-3.0-only", "The Qt Company Ltd. and other contributors"),
    Part("PySide6, Shiboken6", "LGPL-3.0-only", "The Qt Company Ltd."),
    Part(
        "qasync",
        "BSD-2-Clause",
        "Sam McCormack, Gerard Marull-Paretas, Mark Harviston, Arve Knudsen",
    ),
    Part("Python", "PSF-2.0", "Python Software Foundation"),
    Part("SQLite", "public domain", "D. Richard Hipp and others"),
    Part("OpenSSL", "Apache-2.0", "the OpenSSL Project Authors"),
    Part("ICU", "Unicode-3.0", "Unicode, Inc."),
    Part(
        "PyInstaller's starting program",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "Giovanni Bajo, the PyInstaller Development Team",
    ),
    Part("sqlite-utils", "Apache-2.0", "Simon Willison"),
    Part("msgspec", "BSD-3-Clause", "Jim Crist-Harif"),
    Part("python-docx", "MIT", "Steve Canny"),
    Part("lxml", "BSD-3-Clause", "Infrae and the lxml developers"),
    Part("typst", "Apache-2.0", "The Typst Project Developers; binding: messense"),
    Part("Jinja2, MarkupSafe, click", "BSD-3-Clause", "Pallets"),
    Part("platformdirs", "MIT", "the platformdirs developers"),
    Part("python-calamine", "MIT", "dimastbk"),
    Part("XlsxWriter", "BSD-2-Clause", "John McNamara"),
    Part("segno", "BSD-3-Clause", "Lars Heuer"),
    Part("pluggy, tabulate", "MIT", "Holger Krekel; Sergey Astanin"),
    Part("python-dateutil", "BSD-3-Clause", "Gustavo Niemeyer and others"),
    Part("sqlite-fts4", "Apache-2.0", "Simon Willison"),
    Part("click-default-group", "Unlicense", "Heungsub Lee, Simon Willison"),
    Part("typing-extensions", "PSF-2.0", "Python Software Foundation"),
    Part("markdown-it-py, mdurl", "MIT", "ExecutableBookProject; Taneli Hukkinen"),
    Part("Noto Sans SC, Noto Serif SC", "OFL-1.1", "Adobe, Google"),
    Part("LXGW WenKai (FacilitatorKai)", "OFL-1.1", "LXGW, Fontworks"),
    Part("Lucide", "ISC", "Lucide Contributors"),
)
