"""What goes to the worker that makes papers, and what comes back."""

from __future__ import annotations

import multiprocessing
import pickle
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from facilitator import press
from facilitator.acts import RuleViolation, Trouble
from facilitator.export import frozen, frozen_body, material, papers
from facilitator.meeting.lifecycle import ConveneMeeting, ReopenMeeting
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session
from facilitator.papers.data import write_json
from facilitator.papers.kinds import COUNCIL
from facilitator.press import Order, packed
from facilitator.session import Session
from tests.cli.terminal import MEETING, played_evening


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The whole sample evening."""
    with closing(open_session(str(played_evening(tmp_path / "a.facilitator")))) as made:
        yield made


@pytest.fixture(scope="module")
def worker() -> Iterator[ProcessPoolExecutor]:
    """A process like that beside the window."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def picture_size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def test_the_worker_writes_what_the_session_would_write(
    session: Session, worker: ProcessPoolExecutor, tmp_path: Path
) -> None:
    """A meeting that was packed, sent and unpacked gives the same paper, byte for byte."""
    order = Order("record", public=True, blocks=("attendance", "header"))
    parcel = packed(frozen(session, MEETING))
    [path] = worker.submit(press.write, parcel, order, "json", str(tmp_path)).result()
    at_once = papers(material(session, MEETING, public=True, blocks=order.blocks), "record")
    assert Path(path).read_bytes() == write_json(at_once[0])


def test_pages_come_as_pictures(session: Session, worker: ProcessPoolExecutor) -> None:
    """A4 at so many pixels an inch, page after page, and where each paper of the kind begins."""
    parcel = packed(frozen(session, MEETING))
    proof = worker.submit(press.proof, parcel, Order("resolution"), 72.0).result()
    assert [picture_size(page) for page in proof.pages] == [(595, 842), (595, 842)]
    assert proof.firsts == (0, 1)
    assert len(proof.names) == 2
    assert dict(proof.faces)["宋体"] == "Noto Serif SC"
    assert proof.withheld is None
    fine = worker.submit(press.fine_pages, parcel, Order("resolution"), 300.0).result()
    assert picture_size(fine[0])[0] == 2480


def test_a_public_page_says_what_it_keeps_back(session: Session) -> None:
    """Only the public version has anything to say there."""
    proof = press.proof(packed(frozen(session, MEETING)), Order("record", public=True), 40.0)
    assert proof.withheld is not None
    assert ("刘小燕", "刘代表") in proof.withheld.names
    assert proof.withheld.votes


def test_papers_of_a_matter_and_of_a_body_come_from_the_worker(
    session: Session, worker: ProcessPoolExecutor, tmp_path: Path
) -> None:
    """One decision's sheet out of two; a body's list, whose other lists are empty."""
    parcel = packed(frozen(session, MEETING, matter="2"))
    [path] = worker.submit(
        press.write, parcel, Order("followup", matter="2"), "html", str(tmp_path)
    ).result()
    assert "北巷" in Path(path).read_text("utf-8")
    assert press.counts(parcel, "zh", "2")["resolution"] == 1
    assert press.counts(parcel, "zh")["resolution"] == 2
    body = packed(frozen_body(session, "songbaigang", first=True))
    counts = worker.submit(press.counts, body, "zh").result()
    assert {"open-matters": 1, "calls": 0, "decisions": 1}.items() <= counts.items()
    proof = press.proof(
        packed(frozen_body(session, "songbaigang")), Order("decisions", public=True), 40.0
    )
    assert proof.withheld is not None


def test_refusals_and_troubles_come_back_whole(
    session: Session, worker: ProcessPoolExecutor, tmp_path: Path
) -> None:
    """What is raised in the worker is raised here with its code and facts, ready for a sentence."""
    session.do(
        ConveneMeeting(
            meeting="next",
            body="songbaigang",
            planned=session.meeting(MEETING).call.planned,
            place="礼堂",
        )
    )
    parcel = packed(frozen(session, "next"))
    with pytest.raises(RuleViolation) as refusal:
        worker.submit(press.proof, parcel, Order("resolution"), 72.0).result()
    assert (refusal.value.code, refusal.value.facts) == (
        "nothing-to-print",
        {"paper": "resolution"},
    )
    assert worker.submit(press.write, parcel, Order("slip"), "pdf", str(tmp_path)).result() == []
    (tmp_path / "file").write_text("no folder")
    where = str(tmp_path / "file" / "in")
    with pytest.raises(Trouble) as trouble:
        worker.submit(press.write, parcel, Order("signin"), "html", where).result()
    assert trouble.value.code == "no-folder"
    assert trouble.value.facts["path"] == where


def test_it_is_told_which_kinds_have_something_to_print(session: Session) -> None:
    """Every kind is counted; two resolutions are two."""
    counts = press.counts(packed(frozen(session, MEETING)), "zh")
    assert set(counts) == set(COUNCIL)
    assert (counts["resolution"], counts["record"]) == (2, 1)


def test_what_was_packed_is_not_packed_again(session: Session) -> None:
    """A meeting that has gone on shares its whole chunks with the parcel before; the end is new."""
    session.do(ReopenMeeting(meeting=MEETING, reason="补记"))
    for number in range(press.CHUNK * 2):
        session.do(WriteNote(meeting=MEETING, note=f"x{number}", text="一句话"))
    first = packed(frozen(session, MEETING))
    session.do(WriteNote(meeting=MEETING, note="last", text="最后一句"))
    second = packed(frozen(session, MEETING), first)
    whole = first.length // press.CHUNK
    assert whole >= 2
    assert all(a is b for a, b in zip(first.chunks[:whole], second.chunks[:whole], strict=True))
    assert second == packed(frozen(session, MEETING))


def test_one_paper_is_written_under_a_name_of_ones_own(session: Session, tmp_path: Path) -> None:
    """The second resolution, and what it would be called otherwise; no part of a file is left."""
    parcel = packed(frozen(session, MEETING))
    names = press.file_names(parcel, Order("resolution"), "docx")
    assert len(set(names)) == 2
    path = tmp_path / "mine.docx"
    assert press.write_one(parcel, Order("resolution"), 1, "docx", str(path)) == str(path)
    assert path.read_bytes()[:2] == b"PK"
    assert [one.name for one in tmp_path.glob("*.docx")] == ["mine.docx"]
    assert not list(tmp_path.glob(".*.part"))


def test_orders_and_parcels_survive_being_pickled(session: Session) -> None:
    """Plain data: equal and of one hash on both sides."""
    parcel = packed(frozen(session, MEETING))
    again = pickle.loads(pickle.dumps((parcel, Order("record"))))
    assert again == (parcel, Order("record"))
    assert hash(again) == hash((parcel, Order("record")))


def test_the_window_may_import_the_press_and_loads_no_typesetter() -> None:
    """Whoever only gives orders has neither typst nor the Word writer in memory."""
    code = (
        "import sys, facilitator.press;"
        "print([name for name in ('typst', 'docx', 'jinja2', 'segno') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
