"""What a frozen program asks of a Debian system: read out of its own files, and named as packages.

Each ELF file names the libraries it needs (`objdump -p`, which PyInstaller needs, too). What is shipped is
there; the rest comes from packages. The table knows every one of them by the name it has in Debian 12,
which newer Debians and Ubuntus answer to, so that a build does not depend on what else a machine has.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import machine

PACKAGES = {
    **machine.QT_LIBRARIES,
    **machine.X11_LIBRARIES,
    **machine.WAYLAND_LIBRARIES,
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1.0": "libbz2-1.0",
    "libcrypto.so.3": "libssl3",
    "libcups.so.2": "libcups2",
    "libcrypt.so.1": "libcrypt1",  # these four where Python is Debian's own
    "libexpat.so.1": "libexpat1",
    "libmpdec.so.3": "libmpdec3",
    "libnsl.so.2": "libnsl2",
    "libffi.so.8": "libffi8",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libssl.so.3": "libssl3",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    **dict.fromkeys(
        (
            "ld-linux-x86-64.so.2",
            "ld-linux-aarch64.so.1",
            "libc.so.6",
            "libdl.so.2",
            "libm.so.6",
            "libpthread.so.0",
            "libresolv.so.2",
            "librt.so.1",
            "libutil.so.1",
        ),
        "libc6",
    ),
}

AT_LEAST = {"libsqlite3-0": "3.37"}
"""Lowest versions that no file can name: the record keeps strict tables."""

GCC_OF_STDCXX = {29: "11", 30: "12", 31: "13", 32: "13", 33: "14", 34: "15"}
"""GLIBCXX_3.4.N came with this GCC, whose number its library bears. Older ones are in every Debian."""


class Unknown(Exception):
    """A library that the table does not know."""


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def headers(files: Iterable[Path]) -> str:
    """What the files say of themselves, as `objdump` tells it."""
    command = ["objdump", "-p", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def depends(folder: Path) -> list[str]:
    """The packages that the files of a folder need beside themselves, as a line of a control file has them."""
    files = list(elf_files(folder))
    told = headers(files)
    shipped = {path.name for path in folder.rglob("*.so*")}
    needed = set(re.findall(r"NEEDED\s+(\S+)", told)) - shipped
    if unknown := sorted(needed - PACKAGES.keys()):
        raise Unknown(f"name the Debian package in packaging/depends.py of: {', '.join(unknown)}")
    least = {**AT_LEAST, **versions(told)}
    packages = sorted({PACKAGES[library] for library in needed})
    return [f"{one} (>= {least[one]})" if one in least else one for one in packages]


def foreign_paths(told: str) -> list[str]:
    """The folders outside of the program in which its files would look for libraries first."""
    named = re.findall(r"R(?:UN)?PATH[ \t]+(\S.*)", told)
    return [one for one in named if not all(part.startswith("$ORIGIN") for part in one.split(":"))]


def versions(told: str) -> dict[str, str]:
    """The lowest versions of the C and C++ libraries that have all the symbols asked for."""
    glibc = [int(one) for one in re.findall(r"\bGLIBC_2\.(\d+)", told)]
    if "GLIBC_ABI_DT_RELR" in told:
        glibc.append(36)  # the first that can read such files
    stdcxx = [int(one) for one in re.findall(r"\bGLIBCXX_3\.4\.(\d+)", told)]
    least = {"libc6": f"2.{max(glibc)}"} if glibc else {}
    if stdcxx and max(stdcxx) in GCC_OF_STDCXX:
        least["libstdc++6"] = GCC_OF_STDCXX[max(stdcxx)]
    return least
