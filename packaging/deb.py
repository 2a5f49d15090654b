"""Put a frozen program into a package for Debian and its children: files, words for the menu, icons, file type.

Built twice from one commit, the package is the same to the byte: times are the commit's, owners are root, the
order is the alphabet's. Nothing runs when it is installed or removed: menu, icons and file types are brought up
to date by the system itself, and whatever people have made lies in their own folders, which no package touches.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import draw_icons
from depends import depends, elf_files, foreign_paths, headers
from manpage import man_page
from publisher import IDENTIFIER, filled
from steps import ROOT

SOURCES = Path(__file__).resolve().parent / "linux"
LIB, DOC = Path("usr/lib/facilitator"), Path("usr/share/doc/facilitator")
MIME_ICON = "application-x-facilitator"
MAN = Path("usr/share/man/man1/facilitator.1.gz")
CHANGE = """facilitator (@VERSION@) stable; urgency=medium

  * What is new stands in NEWS.gz beside this.

 -- @MAINTAINER@ <@ADDRESS@>  @WHEN@
"""
STRIPPED = ["strip", "--strip-unneeded", "--remove-section=.comment", "--remove-section=.note"]
"""As Debian's own tools do it."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def build(
    frozen: Path, version: str, copyright_file: str, work: Path, out: Path, *, quick: bool = False
) -> Path:
    """Make the package of a frozen program, and return where it is; a quick one is larger."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / LIB, symlinks=True)
    strip(root / LIB)
    forget_build_machine(root / LIB)
    lay_documents(root, version, copyright_file)
    lay_for_desktops(root, version)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/facilitator").symlink_to("../lib/facilitator/facilitator")
    lay_control(root, version)
    settle(root)
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"facilitator_{version}_{architecture()}.deb"
    pressed = ["-Zxz", "-z0" if quick else "-z6"]
    pack = ["dpkg-deb", "--root-owner-group", *pressed, "--build", str(root), str(made)]
    subprocess.run(pack, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch())})
    return made


def architecture() -> str:
    """What Debian calls the machine this is built on."""
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def epoch() -> int:
    """The moment that all files bear: the one asked for, else the last commit's."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    told = ""
    if shutil.which("git"):
        log = ["git", "log", "-1", "--format=%ct"]
        told = subprocess.run(log, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    return int(told or (ROOT / "pyproject.toml").stat().st_mtime)


def strip(folder: Path) -> None:
    """Take out of libraries what only a debugger reads; that is some 35 MB of Python and the typesetter."""
    for path in elf_files(folder):
        if ".so" in path.name:
            path.chmod(0o644)
            subprocess.run([*STRIPPED, str(path)], check=True)


def forget_build_machine(folder: Path) -> None:
    """Take out of libraries the folders of this machine in which they would look for others.

    A Python that was built by hand names its own: whoever owns a folder of that name on another machine
    could put libraries there. An empty list counts for nothing.
    """
    for path in elf_files(folder):
        for named in foreign_paths(headers([path])):
            content, said = path.read_bytes(), named.encode() + b"\0"
            path.write_bytes(content.replace(said, b"\0" * len(said)))
        if left := foreign_paths(headers([path])):
            raise ValueError(f"{path.name} still looks for libraries in {', '.join(left)}")


def lay_documents(root: Path, version: str, copyright_file: str) -> None:
    """Licences, and what is new, where Debian looks for them."""
    doc = root / DOC
    doc.mkdir(parents=True)
    shutil.move(root / LIB / "licences", doc / "licences")
    (doc / "copyright").write_text(copyright_file, encoding="utf-8")
    news = (ROOT / "CHANGELOG.md").read_bytes()
    when = format_datetime(datetime.fromtimestamp(epoch(), UTC))
    entry = filled(CHANGE, VERSION=version, WHEN=when).encode()
    page = man_page(epoch()).encode()
    for place, content in (
        (DOC / "NEWS.gz", news),
        (DOC / "changelog.gz", entry),
        (MAN, page),
    ):
        put(root / place, gzip.compress(content, 9, mtime=0))


def lay_for_desktops(root: Path, version: str) -> None:
    """What menus, software centres and file managers read."""
    share = root / "usr/share"
    day = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    for source, target in (
        ("facilitator.desktop", "applications/facilitator.desktop"),
        ("facilitator.mime.xml", "mime/packages/facilitator.xml"),
        ("facilitator.metainfo.xml", f"metainfo/{IDENTIFIER}.metainfo.xml"),
        ("lintian-overrides", "lintian/overrides/facilitator"),
    ):
        text = (SOURCES / source).read_text(encoding="utf-8")
        put(share / target, filled(text, VERSION=version, DAY=day).encode())
    hicolor = share / "icons/hicolor"
    for name, kind, called in (
        ("facilitator", "apps", "facilitator"),
        ("archive", "mimetypes", MIME_ICON),
    ):
        for size in draw_icons.LINUX_SIZES:
            put(hicolor / f"{size}x{size}" / kind / f"{called}.png", draw_icons.png(name, size))
        drawn = (draw_icons.SOURCES / f"{name}.svg").read_bytes()
        put(hicolor / "scalable" / kind / f"{called}.svg", drawn)


def put(path: Path, content: bytes) -> None:
    """Write a file whose folder may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def lay_control(root: Path, version: str) -> None:
    """What the package manager reads: the control file and a sum of every file."""
    files = sorted(one for one in root.rglob("*") if one.is_file() and not one.is_symlink())
    size = sum(-(-one.stat().st_size // 1024) for one in files)
    words = {
        "VERSION": version,
        "ARCHITECTURE": architecture(),
        "SIZE": str(size),
        "DEPENDS": ", ".join(depends(root / LIB)),
    }
    control = filled((SOURCES / "control").read_text(encoding="utf-8"), **words)
    sums = [
        f"{hashlib.md5(one.read_bytes()).hexdigest()}  {one.relative_to(root)}" for one in files
    ]
    put(root / "DEBIAN/control", control.encode())
    put(root / "DEBIAN/md5sums", "\n".join([*sums, ""]).encode())


def settle(root: Path) -> None:
    """Give every file the rights and the time that it has in each build."""
    programs = {root / LIB / "facilitator"}
    moment = epoch()
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
