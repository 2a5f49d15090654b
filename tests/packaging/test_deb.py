"""A package made of a tiny program is what Debian's tools expect; the real one is tried by the soak."""

import shutil
import subprocess

import pytest

from facilitator import __version__
from tests.packaging.kit import tool
from tests.tools import need


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The same package, built twice, at a moment of its own."""
    need("dpkg-deb", "objdump", "strip")
    deb, folder = tool("deb"), tmp_path_factory.mktemp("deb")
    frozen = folder / "frozen"
    (frozen / "licences").mkdir(parents=True)
    (frozen / "licences" / "README.md").write_text("terms\n")
    shutil.copy("/bin/true", frozen / "facilitator")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        return [
            deb.build(frozen, __version__, "whose\n", folder / f"{n}", folder / f"{n}", quick=True)
            for n in range(2)
        ]


def asked(*words):
    """What dpkg-deb says."""
    return subprocess.run(["dpkg-deb", *map(str, words)], capture_output=True, text=True).stdout


def test_two_builds_are_the_same_to_the_byte(made):
    """Whoever builds it again can see that nothing was put in."""
    assert made[0].read_bytes() == made[1].read_bytes()


def test_the_control_file_says_what_a_package_manager_asks(made):
    """Its name, version, what it needs; the version is the program's."""
    fields = asked("-f", made[0], "Package", "Version", "Depends", "Section", "Installed-Size")
    said = dict(line.split(": ", 1) for line in fields.splitlines())
    assert said["Package"] == "facilitator"
    assert said["Version"] == __version__
    assert said["Depends"].startswith("libc6 (>= 2.")
    assert int(said["Installed-Size"]) > 20


def test_everything_is_roots_and_lies_where_desktops_look(made):
    """Nobody but root may change a file of the program; nothing lies in a home, where archives are."""
    lines = [line.split(maxsplit=5) for line in asked("-c", made[0]).splitlines()]
    places = {line[5].partition(" -> ")[0]: line[0] for line in lines}
    assert {line[1] for line in lines} == {"root/root"}
    nobodys_to_change = {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert set(places.values()) <= nobodys_to_change
    assert places["./usr/lib/facilitator/facilitator"] == "-rwxr-xr-x"
    wanted = {
        "./usr/bin/facilitator",
        "./usr/share/applications/facilitator.desktop",
        "./usr/share/mime/packages/facilitator.xml",
        f"./usr/share/metainfo/{tool('publisher').IDENTIFIER}.metainfo.xml",
        "./usr/share/icons/hicolor/48x48/apps/facilitator.png",
        "./usr/share/icons/hicolor/scalable/mimetypes/application-x-facilitator.svg",
        "./usr/share/doc/facilitator/copyright",
        "./usr/share/man/man1/facilitator.1.gz",
        "./usr/share/doc/facilitator/licences/README.md",
    }
    assert wanted <= places.keys()
    assert all(place.startswith("./usr/") for place in places if place != "./")


def test_the_sums_are_those_of_the_files(made, tmp_path):
    """The package manager can say later whether a file was changed."""
    subprocess.run(["dpkg-deb", "-R", str(made[0]), str(tmp_path / "root")], check=True)
    check = ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"]
    assert subprocess.run(check, cwd=tmp_path / "root").returncode == 0
    control = {path.name for path in (tmp_path / "root" / "DEBIAN").iterdir()}
    assert control == {"control", "md5sums"}, "nothing runs when it is installed or removed"
