"""A paper on the disk is always the old one or the new one."""

import os
import random
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.papers import shelf
from facilitator.papers.shelf import CHECKS, LONGEST_NAME, folder_name, paper_name, put
from facilitator.record import header
from tests.effort import cases
from tests.proofs import tally

KILLS = cases(20, 500)
"""Writers killed at a random moment."""

LEFT_BEHIND = ".facilitator-0123456789abcdef.part"


def run(program, *arguments, **options):
    """Start Python on `program` with the project on its path."""
    source = str(Path(shelf.__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": source}
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, **options)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_put_is_what_lies_there(tmp_path):
    """A paper is on the disk byte by byte, and nothing else is left in the folder."""
    put(tmp_path / "a.md", "议事".encode())
    put(tmp_path / "a.md", "议事二".encode())
    assert (tmp_path / "a.md").read_bytes() == "议事二".encode()
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("begun", [b"", b"now open: "], ids=["by-its-head", "by-its-lock"])
def test_no_paper_takes_the_place_of_an_archive(tmp_path, monkeypatch, begun):
    """Whoever types the archive's name for a list keeps the archive, also one that the program has open."""
    path = tmp_path / "a.facilitator"
    path.write_bytes(begun + b"SQLite format 3\x00 and two years of decisions")
    if begun:
        monkeypatch.setattr(header, "held", {header.identity(path)})
        monkeypatch.setattr(shelf, "held", header.held)
    before = path.read_bytes()
    with pytest.raises(Trouble) as trouble:
        put(path, b"Date,Body\n")
    assert trouble.value.code == "file-exists"
    assert path.read_bytes() == before
    assert names(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
def test_a_copy_of_an_archive_is_nobody_elses_while_it_is_made(tmp_path, monkeypatch):
    """Others on the computer read it when it is published, not one moment before."""
    source, seen = tmp_path / "source", []
    source.write_bytes(b"names and telephone numbers")
    digest = shelf._digest

    def look(file):
        seen.append({stat.S_IMODE(one.stat().st_mode) for one in tmp_path.glob(".*.part")})
        return digest(file)

    monkeypatch.setattr(shelf, "_digest", look)
    shelf.put_file(tmp_path / "a.facilitator", source, mode=0o444)
    assert seen == [{0o600}, {0o600}]
    assert stat.S_IMODE((tmp_path / "a.facilitator").stat().st_mode) == 0o444


ENDLESS_WRITER = """
    import sys
    from pathlib import Path
    from facilitator.papers.shelf import put
    path, turn = Path(sys.argv[1]), 0
    print("ready", flush=True)
    while True:
        turn += 1
        put(path, (f"{turn}\\n" * 60_000).encode())
"""


def test_a_killed_writer_leaves_the_old_paper_or_the_new_one(tmp_path):
    """Whatever the moment of the kill, the file is whole; the next paper sweeps up the rest."""
    path = tmp_path / "paper.md"
    put(path, b"0\n" * 60_000)
    moments = random.Random(4)
    leftovers = 0
    for _ in range(KILLS):
        writer = run(ENDLESS_WRITER, path)
        writer.stdout.readline()
        end = time.monotonic() + moments.uniform(0, 0.05)
        while time.monotonic() < end:
            pass
        writer.kill()
        writer.communicate()
        lines = path.read_text().split()
        assert len(lines) == 60_000
        assert len(set(lines)) == 1
        leftovers += len(names(tmp_path)) - 1
    put(path, b"end")
    assert names(tmp_path) == ["paper.md"]
    tally(kills=KILLS, midway=leftovers)
    assert leftovers or KILLS < 20, "no kill came in the midst of writing: the test proves nothing"


def test_leftovers_of_a_killed_run_are_swept(tmp_path):
    """A part that nobody is writing goes at the next export; other files in the folder stay."""
    (tmp_path / LEFT_BEHIND).write_bytes(b"half")
    (tmp_path / ".facilitator-notes").write_bytes(b"mine")
    put(tmp_path / "a.md", b"x")
    assert names(tmp_path) == [".facilitator-notes", "a.md"]


def test_a_part_that_is_being_written_is_not_swept(tmp_path):
    """Two exports into one folder do not take each other's parts away."""

    def second(_):
        put(tmp_path / "b.md", b"second")

    put(tmp_path / "a.md", b"first", second)
    assert names(tmp_path) == ["a.md", "b.md"]


WRITER_WITHOUT_ROOM = """
    import resource, sys
    from pathlib import Path
    from facilitator.acts import Trouble
    from facilitator.papers.shelf import put
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
    try:
        put(Path(sys.argv[1]), b"new" * 100_000)
    except Trouble as trouble:
        print(trouble.code, trouble.facts["path"])
"""


def test_a_full_disk_changes_nothing(tmp_path):
    """Without room the old paper stays, no part is left, and the trouble is `disk-full`."""
    path = tmp_path / "a.md"
    put(path, b"old")
    said, _ = run(WRITER_WITHOUT_ROOM, path).communicate()
    assert said.split() == ["disk-full", str(path)]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_a_missing_folder_is_named(tmp_path):
    """A folder that is gone, or is a file, is `no-folder`; nothing is made in its place."""
    (tmp_path / "file").write_bytes(b"x")
    for path in (tmp_path / "gone" / "a.md", tmp_path / "file" / "a.md"):
        with pytest.raises(Trouble) as caught:
            put(path, b"x")
        assert caught.value.code == "no-folder"
        assert caught.value.facts["path"] == str(path)
    assert names(tmp_path) == ["file"]


def test_a_read_only_paper_is_left_alone(tmp_path):
    """A paper that somebody marked read-only is not replaced, whoever runs the program."""
    path = tmp_path / "a.md"
    put(path, b"signed")
    path.chmod(0o444)
    with pytest.raises(Trouble) as caught:
        put(path, b"new")
    assert caught.value.code == "read-only"
    assert path.read_bytes() == b"signed"


def test_the_rights_of_a_paper_stay(tmp_path):
    """A paper that only its owner may read is still so after it was written again."""
    path = tmp_path / "a.md"
    put(path, b"old")
    path.chmod(0o600)
    put(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_of_that_name_is_trouble(tmp_path):
    """A folder in the paper's place is `io`, and stays."""
    (tmp_path / "a.md").mkdir()
    with pytest.raises(Trouble) as caught:
        put(tmp_path / "a.md", b"x")
    assert caught.value.code == "io"
    assert names(tmp_path) == ["a.md"]


def test_an_ending_that_somebody_typed_is_taken(tmp_path):
    """A list of decisions that is to be called `list.pdf` is written all the same."""
    put(tmp_path / "list.pdf", b"PK list")
    assert (tmp_path / "list.pdf").read_bytes() == b"PK list"


BROKEN = {
    ".docx": b"PK\x03\x04 not a zip",
    ".pdf": b"%PDF-1.7 cut off",
    ".html": b"\xff\xfe\x00",
    ".md": b"  \n",
    ".json": b'{"kind": ',
}


@pytest.mark.parametrize("ending", CHECKS)
def test_a_broken_paper_never_takes_the_place_of_a_good_one(tmp_path, ending):
    """What does not open again is our bug, and the old paper stays."""
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"good")
    with pytest.raises(ValueError, match=r"document|decode|JSON"):
        put(path, BROKEN[ending], CHECKS[ending])
    assert path.read_bytes() == b"good"
    assert names(tmp_path) == [path.name]


HARD_NAMES = [
    "CON",
    "nul.",
    "com1.txt",
    'a/b\\c:d*e?f"g<h>i|j',
    "..",
    "",
    " . ",
    "议" * 99,
    "e\u0301" * 99,
]
HARD_NAMES += [
    "\u202egnp",
    "tab\tline\nend",
    "𠮷" * 60,
    "-rf",
    ".hidden",
    "名" * 39 + "e\u0323\u0301",
    "\ud800",
]


@pytest.mark.parametrize("title", HARD_NAMES, ids=ascii)
def test_names_are_safe_everywhere(tmp_path, title):
    """Whatever the title, the name is short, plain, not reserved; date and language stay."""
    for name in (
        paper_name(title, ending="docx"),
        paper_name(title, "2026-11-27", "zh", ending="md"),
    ):
        assert len(name.encode()) <= LONGEST_NAME
        assert not set(name) & set('<>:"/\\|?*\n\t\u202e')
        assert name.split(".")[0].strip().upper() not in {"CON", "NUL", "COM1", ""}
        assert name[0] not in ". -"
        put(tmp_path / name, b"{}", lambda _: None)
        assert name in os.listdir(tmp_path)
    assert name.endswith("2026-11-27 zh.md")


def test_names_read_well():
    """An ordinary title is a file name as it is."""
    name = paper_name("松柏岗社区共治议事会会议记录", "2026-11-27", "", ending="docx")
    assert name == "松柏岗社区共治议事会会议记录 2026-11-27.docx"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("松柏岗社区共治议事会", "2026-11-27"), "松柏岗社区共治议事会 2026-11-27"),
        (("../etc", "2026-11-27"), "etc 2026-11-27"),
        (("CON", ""), "_CON"),
        (("", " . "), "paper"),
    ],
)
def test_a_folder_of_papers_has_a_name_that_every_system_takes(parts, name):
    """It is made like the name of a paper, never leads elsewhere and never ends in a dot."""
    assert folder_name(*parts) == name


def test_a_folders_name_keeps_its_date(tmp_path):
    """A name too long is cut at its first part."""
    name = folder_name("议事会" * 60, "2026-11-27")
    assert name.endswith(" 2026-11-27")
    assert len(name.encode()) <= LONGEST_NAME
    (tmp_path / name).mkdir()
