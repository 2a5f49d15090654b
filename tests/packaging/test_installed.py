"""The package on a bare Debian 12: installed, used by somebody with a Chinese home, upgraded, removed.

`FACILITATOR_DEB` names a package that was built before; without it one is built, which takes minutes.
"""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from facilitator import __version__
from tests.packaging.debian import HOME, system
from tests.packaging.kit import PACKAGING, ROOT
from tests.tools import lacking, need

pytestmark = pytest.mark.soak
OLDER = "0.9.0"
PAPERS = ("docx", "pdf", "html", "md", "json")
DEMO = f"{HOME}/我的 会议"
MAN = "/usr/share/man/man1/facilitator.1.gz"


@pytest.fixture(scope="module")
def package():
    """The package as anybody builds it."""
    if named := os.environ.get("FACILITATOR_DEB"):
        return Path(named)
    subprocess.run([sys.executable, PACKAGING / "package.py", "--quick"], check=True, cwd=ROOT)
    return next((ROOT / "dist").glob(f"facilitator_{__version__}_*.deb"))


@pytest.fixture(scope="module")
def older(package, tmp_path_factory):
    """The same program as an older version, with a file that the newer one has no more."""
    folder = tmp_path_factory.mktemp("older") / "root"
    subprocess.run(["dpkg-deb", "-R", package, folder], check=True)
    control = folder / "DEBIAN" / "control"
    control.write_text(control.read_text().replace(f"Version: {__version__}", f"Version: {OLDER}"))
    (folder / "usr/lib/facilitator/_internal/gone.txt").write_text("of the older version\n")
    made = folder.with_name(f"facilitator_{OLDER}.deb")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", folder, made], check=True)
    shutil.rmtree(folder)
    return made


@pytest.fixture(scope="module")
def debian(tmp_path_factory):
    """A bare system of its own; it needs root, as installing does."""
    need("debootstrap", "chroot", "dpkg-deb", "mount")
    if os.geteuid() != 0:
        lacking("only root can try a package in a system of its own")
    with system(tmp_path_factory.mktemp("debian")) as made:
        yield made


def test_a_stranger_installs_uses_upgrades_and_removes_it(debian, package, older):
    """On a system that has nothing, with what apt brings by itself; what she made outlives the program."""
    debian.install(older)
    assert OLDER in debian.run("dpkg-query", "-W", "facilitator").stdout
    assert_it_plays(debian)
    assert_every_library_is_there(debian)
    assert_windows_open_and_close(debian)
    before = archives(debian)
    assert before

    debian.install(package)
    assert __version__ in debian.run("dpkg-query", "-W", "facilitator").stdout
    assert not debian.path("/usr/lib/facilitator/_internal/gone.txt").exists()
    assert debian.run("dpkg", "--verify", "facilitator").stdout == ""
    assert (
        "松柏岗"
        in debian.person("facilitator", "list", "--archive", f"{DEMO}/sample.facilitator").stdout
    )

    debian.run("apt-get", "-qq", "-y", "purge", "facilitator")
    assert not debian.path("/usr/lib/facilitator").exists()
    assert not debian.path("/usr/bin/facilitator").is_symlink()
    assert archives(debian) == before


def test_debians_own_critic_finds_no_fault(package):
    """Neither an error nor a warning; what is meant to be otherwise stands in the package, with its reason."""
    need("lintian")
    told = subprocess.run(["lintian", "--no-cfg", "-I", package], capture_output=True, text=True)
    lines = told.stdout.splitlines()
    assert [line for line in lines if line[:2] in {"E:", "W:"} or "unused-override" in line] == []


def assert_it_plays(debian):
    """The whole evening by hand through the windows, its pictures, and all papers in both languages."""
    debian.person("facilitator", "demo", "--windows", "--out", DEMO)
    out = debian.path(DEMO)
    pictures = sorted((out / "pictures").glob("*.png"))
    if kept := os.environ.get("FACILITATOR_PICTURES"):
        for one in pictures:
            shutil.copy(one, kept)
    assert len(pictures) >= 8
    for lang in ("zh", "en"):
        for folder in (out / lang, out / lang / "public"):
            endings = {path.suffix.removeprefix(".") for path in folder.iterdir() if path.is_file()}
            assert endings == set(PAPERS), folder
    minutes = next((out / "zh").glob("*会议记录*.pdf"))
    assert minutes.read_bytes().startswith(b"%PDF-")
    told = debian.person("facilitator", "--lang", "zh", "verify", f"{DEMO}/sample.facilitator")
    assert told.returncode == 0


def assert_every_library_is_there(debian):
    """What is imported only when it is used: spreadsheets read and written, the manual, charters, search."""
    archive, out = ("--archive", f"{DEMO}/sample.facilitator"), f"{HOME}/试"
    debian.person("mkdir", out)
    debian.person("facilitator", "decisions", "--xlsx", f"{out}/decisions.xlsx", *archive)
    sheet = Workbook(debian.path(out) / "members.xlsx")
    page = sheet.add_worksheet()
    page.write_row(0, 0, ["姓名", "组别", "候补"])
    page.write_row(1, 0, ["王小明", "新居民", "是"])
    sheet.close()
    preview = ("roster", "preview", f"{out}/members.xlsx", "--body", "songbaigang")
    assert "王小明" in debian.person("facilitator", *preview, *archive).stdout
    for form in ("html", "pdf"):
        debian.person("facilitator", "manual", "--lang", "zh", "--format", form, "--out", out)
    assert {path.suffix for path in debian.path(out).iterdir()} == {".xlsx", ".html", ".pdf"}
    assert "yishihui_sanyuanli" in debian.person("facilitator", "rules", "list").stdout
    assert "车位" in debian.person("facilitator", "search", "车位", *archive).stdout
    debian.person("facilitator", "publish", f"{out}/给街道.facilitator", *archive)
    assert ".SH SYNOPSIS" in gzip.decompress(debian.path(MAN).read_bytes()).decode()


def assert_windows_open_and_close(debian):
    """Started on an archive as by a double click, closed in order: a backup lies there, the log ends well."""
    words = [
        "timeout",
        "--preserve-status",
        "-s",
        "TERM",
        "25",
        "facilitator",
        f"{DEMO}/sample.facilitator",
    ]
    debian.person(*words)
    log = next(debian.path(HOME).rglob("facilitator.log")).read_text(encoding="utf-8")
    assert "end" in log.splitlines()[-1]
    backups = [path for path in archives(debian) if DEMO not in path]
    assert backups, "made by itself, in a process of its own"


def archives(debian):
    """Every archive in her home, with its size."""
    found = debian.path(HOME).rglob("*.facilitator*")
    return {
        f"/{path.relative_to(debian.root)}": path.stat().st_size for path in found if path.is_file()
    }
