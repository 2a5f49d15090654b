"""What desktops and installers are told of the program agrees with the program, and with their own rules."""

import re
import subprocess
import tomllib
from configparser import ConfigParser
from xml.etree import ElementTree

from facilitator import __version__
from facilitator.app import ENDING
from facilitator.record.header import APPLICATION_ID
from tests.packaging.kit import PACKAGING, ROOT, tool
from tests.tools import need

publisher = tool("publisher")
LINUX = PACKAGING / "linux"
MIME = "application/x-facilitator"
SET_UP = (PACKAGING / "windows" / "facilitator.iss").read_text(encoding="utf-8-sig")


def desktop_entry():
    """The menu's entry as keys and values."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "facilitator.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_version_is_one_everywhere():
    """In the program, in the project file, at the head of what is new; all else takes it from the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    news = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", news, re.MULTILINE)
    assert project["project"]["version"] == __version__
    assert newest is not None
    assert newest[1] == __version__
    written = [
        p
        for p in PACKAGING.rglob("*")
        if p.is_file() and p.suffix in {".iss", ".spec", ".xml", ".py"}
    ]
    assert [
        p.name for p in written if f'"{__version__}"' in p.read_text(encoding="utf-8-sig")
    ] == []


def test_the_menu_entry_is_sound():
    """As desktops check it, in both languages, opening the file it is given."""
    need("desktop-file-validate")
    path = LINUX / "facilitator.desktop"
    assert (
        subprocess.run(["desktop-file-validate", path], capture_output=True, text=True).stdout == ""
    )
    entry = desktop_entry()
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert entry[key]
        assert re.search("[\u4e00-\u9fff]", entry[f"{key}[zh_CN]"])
    assert entry["Exec"] == "facilitator %f"
    assert entry["MimeType"] == f"{MIME};"


def test_software_centres_are_told_in_both_languages(tmp_path):
    """As AppStream checks it."""
    need("appstreamcli")
    text = (LINUX / "facilitator.metainfo.xml").read_text(encoding="utf-8")
    filled = publisher.filled(text, VERSION=__version__, DAY="2026-11-29")
    path = tmp_path / f"{publisher.IDENTIFIER}.metainfo.xml"
    path.write_text(filled, encoding="utf-8")
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("name", "summary", ".//p", ".//li"):
        found = ElementTree.fromstring(filled).findall(tag)
        own = [one for one in found if one.get(lang) is None]
        assert len(own) == len([one for one in found if one.get(lang) == "zh_CN"]), tag


def test_whoever_publishes_sets_one_page():
    """Identifier, name and address stand in no other file of packaging/ than the one for them."""
    words = (publisher.IDENTIFIER, publisher.domain(), publisher.ADDRESS, publisher.MAINTAINER)
    texts = {
        path.name: path.read_text(encoding="utf-8-sig")
        for path in [
            *PACKAGING.glob("*.py"),
            *PACKAGING.glob("*/*"),
            PACKAGING / "facilitator.spec",
        ]
        if path.is_file() and path.suffix not in {".txt", ".pyc"} and path.name != "publisher.py"
    }
    assert len(texts) > 15
    assert [name for name, text in texts.items() if any(word in text for word in words)] == []


def test_what_the_publisher_has_not_said_is_left_out():
    """A line about a page that does not exist would be a wrong one."""
    control = "Maintainer: @MAINTAINER@\nHomepage: @HOMEPAGE@\nSection: misc\n"
    told = publisher.filled(control, HOMEPAGE="")
    assert told == f"Maintainer: {publisher.MAINTAINER}\nSection: misc\n"
    assert "Homepage: https://here\n" in publisher.filled(control, HOMEPAGE="https://here")


def test_the_type_of_file_is_that_of_an_archive():
    """By its ending, and without it by the number that the record writes into each archive."""
    said = ElementTree.parse(LINUX / "facilitator.mime.xml").getroot()
    name = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = said.find(f"{name}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME
    assert [one.get("pattern") for one in kind.iter(f"{name}glob")] == [f"*{ENDING}"]
    number = [one.get("value") for one in kind.iter(f"{name}match") if one.get("offset") == "68"]
    assert number == [APPLICATION_ID.to_bytes(4, "big").decode()]


def test_windows_and_macos_know_the_ending_and_the_type():
    """The set-up and the bundle give archives to the program, under one name for the type."""
    recipe = (PACKAGING / "facilitator.spec").read_text(encoding="utf-8")
    assert f'["{ENDING.removeprefix(".")}"]' in recipe
    assert f'["{MIME}"]' in recipe
    assert f'Subkey: "Software\\Classes\\{ENDING}"' in SET_UP
    assert MIME in SET_UP


def test_the_set_up_speaks_both_languages():
    """Each sentence of ours is there in English and in Chinese."""
    section = SET_UP.partition("[CustomMessages]")[2].partition("\n[")[0]
    messages = re.findall(r"^(en|zh)\.(\w+)=(.+)$", section, re.MULTILINE)
    by_language = {lang: {key for one, key, _ in messages if one == lang} for lang in ("en", "zh")}
    assert by_language["en"] == by_language["zh"] != set()
