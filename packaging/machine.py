"""What the machine itself must bring before dev.py can do anything: a Python, libraries, programs.

Standard library only, like dev.py. Whatever is missing is installed when we are root on Debian or
Ubuntu; otherwise the one line to type is named.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

from steps import step

LOWEST, BEYOND = (3, 11), (3, 14)

# What Qt's own files ask the system for, and the Debian and Ubuntu package that brings each. Even
# a window that is drawn nowhere needs the first table. Ubuntu's libglib2.0-0t64 answers to the
# name of libglib2.0-0. The rest of what the files ask for comes with these packages.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}

# Programs with which tests look at papers, and at windows on a screen that is not there, and the
# smallest package that brings each.
PAPER_TOOLS = {"pdftotext": "poppler-utils", "soffice": "libreoffice-writer-nogui"}
PACKAGE_TOOLS = {
    "objdump": "binutils",  # PyInstaller needs it, too
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "groff": "groff-base",
}
SCREEN_TOOLS = {"Xvfb": "xvfb", "strace": "strace"}


# --- the Python to build on -----------------------------------------------------------------


def version_of(command: list[str]) -> tuple[str, tuple[int, int]] | None:
    """Ask a command which Python it is, and where; a shim may stand for none."""
    ask = "import sys; print(*sys.version_info[:2], sys.executable)"
    try:
        answer = subprocess.run([*command, "-c", ask], capture_output=True, text=True, timeout=20)
        major, minor, path = answer.stdout.strip().split(" ", 2)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return path, (int(major), int(minor))


def choose_python() -> tuple[str, tuple[int, int]]:
    """Take this Python if it will do, else one on the PATH; else end with a sentence."""
    here = sys.version_info[:2]
    if LOWEST <= here < BEYOND:
        # Inside a virtual environment (ours, perhaps about to be replaced): the one beneath it.
        return getattr(sys, "_base_executable", sys.executable), here
    for minor in range(BEYOND[1] - 1, LOWEST[1] - 1, -1):
        for command in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            found = version_of(command) if shutil.which(command[0]) else None
            if found and LOWEST <= found[1] < BEYOND:
                return found
    sys.exit(
        f"Facilitator needs Python 3.11, 3.12 or 3.13; this is {here[0]}.{here[1]} and no other is "
        "on the PATH: please install Python 3.13 and start again."
    )


def require_venv(python: str, version: tuple[int, int]) -> None:
    """See that this Python can make a virtual environment; Debian's cannot as it comes."""
    probe = [python, "-c", "import ensurepip, venv"]
    if subprocess.run(probe, capture_output=True).returncode == 0:
        return
    packages = [f"python{version[0]}.{version[1]}-venv"]
    if not apt_install(packages):
        remedy = how_to_install(packages)
        sys.exit(f"This Python cannot make virtual environments yet. Please: {remedy}")


# --- packages of the system -----------------------------------------------------------------


def apt_install(packages: list[str]) -> bool:
    """Install packages, if we are root on Debian or Ubuntu; say whether they are there now."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    get = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    install = [*get, "install", "-y", "--no-install-recommends", *packages]
    title = f"apt-get install {' '.join(packages)}"
    return step(title, [*get, "update"], install, must=False, quiet=True)


def how_to_install(packages: list[str]) -> str:
    """Name the one line to type, where we know it."""
    if not shutil.which("apt-get"):
        return "install what your system calls " + " and ".join(packages)
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


# --- what windows need ----------------------------------------------------------------------


def has_screen() -> bool:
    """Say whether a window could be shown: on Linux only where a display server is named."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def packages_for_windows() -> list[str]:
    """Name the packages that Qt still wants here: for a screen only where there is one."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Try a library the way Qt will; that needs no root and no tool that a path may hide."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def require_windows() -> None:
    """See that Qt can start; end with the one line to type when it cannot."""
    missing = packages_for_windows()
    if missing and not apt_install(missing):
        sys.exit(f"Windows cannot be drawn here yet. Please: {how_to_install(missing)}")


def require_package_tools() -> None:
    """See that the program can be frozen and packed here; end with the one line to type when it cannot."""
    if not sys.platform.startswith("linux"):
        return
    if not shutil.which("dpkg-deb"):
        sys.exit(
            "Packages for Linux are made on Debian, or on what comes from it: dpkg-deb is not here."
        )
    missing = [] if shutil.which("objdump") else ["binutils"]
    python, (major, minor) = choose_python()
    # Debian's own Python comes without itself as a library, which a frozen program starts with.
    if python.startswith("/usr/bin/") and not loads(f"libpython{major}.{minor}.so.1.0"):
        missing.append(f"libpython{major}.{minor}")
    if missing and not apt_install(missing):
        sys.exit(f"Packages cannot be made here yet. Please: {how_to_install(missing)}")


def offer_test_tools() -> None:
    """Bring what tests look at papers and windows with; without it those tests skip."""
    tools = dict(PAPER_TOOLS)
    screens = {}
    if sys.platform.startswith("linux"):
        tools.update({**SCREEN_TOOLS, **PACKAGE_TOOLS})
        screens = X11_LIBRARIES
    missing = [tool for tool in tools if not shutil.which(tool)]
    missing += [library for library in screens if not loads(library)]
    packages = [{**tools, **screens}[name] for name in missing]
    if missing and not apt_install(packages):
        print(f"No {' and no '.join(missing)} here: the tests that need them will skip.")
        print(f"To have them: {how_to_install(packages)}", flush=True)
