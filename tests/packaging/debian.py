"""A clean Debian 12 in a folder, in which programs run as if the machine had nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.packaging.kit import ROOT

KEPT = ROOT / "build" / "debian-12"
"""The bare system is fetched once; each test works in a copy of it."""
HOME = "/home/王 小明"
PERSON = "wangxm"
TALKING = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}


def mirror() -> list[str]:
    """Where this machine has its own packages from; debootstrap's own choice where that is not known."""
    for path in (
        *Path("/etc/apt/sources.list.d").glob("debian.sources"),
        Path("/etc/apt/sources.list"),
    ):
        if path.exists() and (found := re.search(r"https?://\S+/debian/?(?=\s)", path.read_text())):
            return [found[0]]
    return []


def bare_system() -> Path:
    """The smallest Debian 12, as its own tool makes it."""
    if not (KEPT / "etc/debian_version").exists():
        half = KEPT.with_name("debian-12-half")
        shutil.rmtree(half, ignore_errors=True)
        half.parent.mkdir(exist_ok=True)
        made = ["debootstrap", "--variant=minbase", "bookworm", str(half), *mirror()]
        subprocess.run(made, check=True, capture_output=True)
        half.rename(KEPT)
    return KEPT


class System:
    """A Debian that is only this folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, inside: str) -> Path:
        """Where a path of the system lies on this machine."""
        return self.root / inside.lstrip("/")

    def run(
        self, *words: str, patience: int = 900, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as root."""
        command = ["chroot", str(self.root), *words]
        told = subprocess.run(
            command, env=TALKING | more, capture_output=True, text=True, timeout=patience
        )
        assert told.returncode == 0, f"{words}\n{told.stdout[-3000:]}\n{told.stderr[-3000:]}"
        return told

    def person(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a program as a person would: with her home, her language, and windows that nobody sees."""
        own = {"HOME": HOME, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": f"{HOME}/run"}
        keep = ",".join(own)
        return self.run("runuser", "-u", PERSON, "-w", keep, "--", *words, **{**own, **more})

    def install(self, package: Path) -> None:
        """Install a package as a person does who was given the file; apt brings what it asks for."""
        shutil.copy(package, self.path("/tmp") / package.name)
        self.run("apt-get", "-qq", "update")
        apt = ["apt-get", "-qq", "-y", "--no-install-recommends", "--allow-downgrades"]
        self.run(*apt, "install", f"/tmp/{package.name}")


@contextmanager
def system(folder: Path) -> Iterator[System]:
    """A copy of the bare system with somebody living in it, thrown away afterwards."""
    root = folder / "root"
    subprocess.run(["cp", "-a", str(bare_system()), str(root)], check=True)
    mounted = [root / "proc", root / "dev/shm"]  # processes talk to each other through the second
    mounted[1].mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(mounted[0])], check=True)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "mode=1777", "tmpfs", str(mounted[1])], check=True
    )
    made = System(root)
    try:
        made.run("useradd", "--home-dir", HOME, "--create-home", "--comment", "王小明", PERSON)
        made.path(f"{HOME}/run").mkdir(mode=0o700)
        os.chown(made.path(f"{HOME}/run"), *_owner(made))
        yield made
    finally:
        for place in mounted:
            subprocess.run(["umount", str(place)], check=True)
        shutil.rmtree(root, ignore_errors=True)


def _owner(made: System) -> tuple[int, int]:
    home = made.path(HOME).stat()
    return home.st_uid, home.st_gid
