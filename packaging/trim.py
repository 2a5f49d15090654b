"""Which files of Qt and of other libraries a frozen program carries, and which it leaves behind."""

from __future__ import annotations

from pathlib import PurePosixPath

QT_LIBRARIES = frozenset(
    [
        "Core",
        "Gui",
        "Widgets",
        "Network",
        "DBus",
        "Svg",
        "PrintSupport",
        "Test",
        "XcbQpa",
        "WaylandClient",
        "WlShellIntegration",
        "WaylandEglClientHwIntegration",
        "OpenGL",
    ]
)
"""Qt's parts that windows need; Qml, Quick, Pdf and the rest are never imported."""

QT_PLUGINS = {
    "platforms": "xcb wayland offscreen windows cocoa",
    "platformthemes": "xdgdesktopportal",
    "platforminputcontexts": "compose ibus",  # Chinese is typed by way of ibus
    "iconengines": "svgicon",
    "imageformats": "jpeg gif webp svg ico",
    "printsupport": "cupsprintersupport",
    "styles": "modernwindowsstyle macstyle",
    "wayland-shell-integration": "xdg-shell",
    "wayland-decoration-client": "bradient adwaita",
}
INPUT_ENDING = "platforminputcontextplugin"  # of the two that make characters out of keys
QT_TRANSLATIONS = ("qtbase_zh_CN.qm",)  # what Qt's own dialogs say

NEVER_IMPORTED = [
    "tkinter",
    "readline",
    "curses",
    "test",
    "idlelib",
    "pydoc_data",
    "lib2to3",
    "ensurepip",
    "setuptools",
    "pip",
    "pytest",
    "hypothesis",
    "_pytest",
    "coverage",
    "numpy",
    "pandas",
    "PIL",
    "babel",
    "tzdata",
    "IPython",
    "openpyxl",
    "xlwt",
    "datasette",
    "certifi",
    "yaml",  # msgspec would read it, and nobody asks it to
    "pygments",
    "rich",
    "lxml.objectify",
    "lxml.html",
    "lxml.isoschematron",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtOpenGL",
    "PySide6.QtPdf",
    "PySide6.QtDesigner",
    "PySide6.QtWebEngineCore",
    "PySide6.QtMultimedia",
    "PySide6.QtSql",
    "PySide6.QtUiTools",
    "PySide6.QtHelp",
]
"""Modules that some library would use if they were there. GNU readline is under the GPL."""

SYSTEM_FOLDERS = ("/usr/lib/", "/lib/", "/lib64/", "/usr/lib64/")


def wanted(inside: str, source: str) -> bool:
    """Say whether a file belongs into the program: by its place inside it and where it comes from.

    On Linux the system's own libraries stay out: the package depends on them, and Debian mends them.
    """
    path = PurePosixPath(inside.replace("\\", "/"))
    if source.startswith(SYSTEM_FOLDERS) and ".so" in path.name and "site-packages" not in source:
        # A Debian Python's own modules lie there, too.
        return "lib-dynload" in path.parts or path.name.startswith("libpython")
    if "PySide6" in path.parts or path.name.startswith(("libQt6", "Qt6")):
        return _wanted_of_qt(path)
    return not (path.parts[0].endswith((".dist-info", ".egg-info")) and path.name == "RECORD")


def _wanted_of_qt(path: PurePosixPath) -> bool:
    parts, stem = path.parts, path.name.partition(".")[0]
    if "plugins" in parts:
        folder = parts[parts.index("plugins") + 1]
        name = stem.removeprefix("lib").removeprefix("q").removesuffix(INPUT_ENDING)
        return name in QT_PLUGINS.get(folder, "").split()
    if "translations" in parts:
        return path.name in QT_TRANSLATIONS
    if "qml" in parts:
        return False
    for start in ("libQt6", "Qt6"):
        if stem.startswith(start):
            return stem.removeprefix(start) in QT_LIBRARIES
    if stem.startswith("Qt") and any(part.endswith(".framework") for part in parts):
        return stem.removeprefix("Qt") in QT_LIBRARIES
    return stem != "opengl32sw"  # 20 MB that only 3D needs, on Windows
