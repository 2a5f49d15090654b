"""What a Debian package asks for is read out of the files that are shipped."""

import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from tests.packaging.kit import tool
from tests.tools import need

depends = tool("depends")
DPKG = Path("/var/lib/dpkg/info")
BESIDE, ABROAD = b"$ORIGIN/../../lib", b"/home/who/qt/libs"


def test_the_lowest_version_is_that_of_the_newest_symbol():
    """A program runs where every symbol that it asks for is known; the C++ library bears its GCC's number."""
    told = "0x0 0x00 05 GLIBC_2.4\n0x0 0x00 06 GLIBC_2.34\n0x0 0x00 02 GLIBCXX_3.4.9 GLIBCXX_3.4.29"
    assert depends.versions(told) == {"libc6": "2.34", "libstdc++6": "11"}


def test_files_that_pack_their_addresses_need_a_newer_loader():
    """What links them so says it by a name instead of a number."""
    assert depends.versions("0x0 GLIBC_2.34\n0x0 GLIBC_ABI_DT_RELR") == {"libc6": "2.36"}


@pytest.fixture
def named_abroad(tmp_path):
    """A library of Qt's that looks for others in a folder of somebody's machine."""
    need("objdump")
    plugin = next(Path(PySide6.__file__).parent.rglob("libqsvgicon.so"))
    content = plugin.read_bytes()
    assert content.count(BESIDE + b"\0") == 1
    made = tmp_path / "plugin.so"
    made.write_bytes(content.replace(BESIDE + b"\0", ABROAD + b"\0"))
    return made


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages are made on Linux")
def test_no_library_is_looked_for_in_a_folder_of_the_machine_that_built_it(named_abroad):
    """Somebody could put one there; what a library finds beside itself stays."""
    assert depends.foreign_paths(depends.headers([named_abroad])) == [ABROAD.decode()]
    tool("deb").forget_build_machine(named_abroad.parent)
    told = depends.headers([named_abroad])
    assert depends.foreign_paths(told) == []
    assert "libQt6Svg.so.6" in told
    assert depends.foreign_paths("  RUNPATH   $ORIGIN:$ORIGIN/Qt/lib:$ORIGIN/../shiboken6/\n") == []


def test_a_library_that_no_package_is_known_for_ends_the_build(tmp_path):
    """Better no package than one that does not start: what `ls` needs is not in the table."""
    need("objdump", "dpkg-deb")
    shutil.copy("/bin/ls", tmp_path / "ls")
    with pytest.raises(depends.Unknown, match="libselinux"):
        depends.depends(tmp_path)


def test_what_is_shipped_is_not_asked_for(tmp_path):
    """A library that lies beside the program comes from there; the C library is asked for by its version."""
    need("objdump", "dpkg-deb")
    shutil.copy("/bin/ls", tmp_path / "ls")
    (tmp_path / "libselinux.so.1").write_bytes(b"")
    asked = depends.depends(tmp_path)
    assert [one.partition(" ")[0] for one in asked] == ["libc6"]
    assert asked[0].startswith("libc6 (>= 2.")


def lists_of(package):
    """The lists of files of an installed package; Ubuntu's may have been renamed for its 64-bit time."""
    arch = tool("deb").architecture()
    for name in (package, f"{package}t64"):
        for path in (DPKG / f"{name}.list", DPKG / f"{name}:{arch}.list"):
            if path.exists():
                yield path


def test_the_table_says_what_debian_says():
    """Each package of the table that is on this machine brought the library that it is named for."""
    need("dpkg-deb")
    here = {}
    for library, package in depends.PACKAGES.items():
        if files := "\n".join(one.read_text() for one in lists_of(package)):
            here[library] = f"/{library}\n" in files or package == "libc6"
    assert len(here) > 10
    assert [library for library, brought in here.items() if not brought] == []
