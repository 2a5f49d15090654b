"""What a Debian package asks for is read out of the files that are shipped."""

import shutil
from pathlib import Path

import pytest

from tests.packaging.kit import tool
from tests.tools import need

depends = tool("depends")
DPKG = Path("/var/lib/dpkg/info")


def test_the_lowest_version_is_that_of_the_newest_symbol():
    """A program runs where every symbol that it asks for is known; the C++ library bears its GCC's number."""
    told = "0x0 0x00 05 GLIBC_2.4\n0x0 0x00 06 GLIBC_2.34\n0x0 0x00 02 GLIBCXX_3.4.9 GLIBCXX_3.4.29"
    assert depends.versions(told) == {"libc6": "2.34", "libstdc++6": "11"}


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
