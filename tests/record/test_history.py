"""An edited history is found: by the chain if the edit was careless, by the signed paper if it was not."""

import shutil

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.record import journal
from facilitator.record.verify import verify
from tests.proofs import tally
from tests.record.toys import (
    KINDS,
    MEETING,
    REGISTERS,
    Forgotten,
    Noted,
    add,
    opened,
    tampering,
)


def examined(path, paper=None):
    """Return the report and the set of its findings' codes."""
    report = verify(path, KINDS, paper, registers=REGISTERS)
    return report, {finding.code for finding in report.findings}


def rechained(db, stream=MEETING):
    """Compute a stream's versions and hashes anew, as a careful forger would."""
    rows = journal.rows_of(db, stream)
    prev = journal.GENESIS
    for version, row in enumerate(rows, 1):
        stored = (stream, version, prev, row.at, row.actor, row.kind, row.body)
        hash_ = journal.link(*stored)
        db.execute(
            "UPDATE journal SET version = ?, prev = ?, hash = ? WHERE seq = ?",
            (version, prev, hash_, row.seq),
        )
        prev = hash_


def move_up(db, rows):
    """Make room for one row before these."""
    for row in reversed(rows):
        db.execute("UPDATE journal SET version = version + 1 WHERE seq = ?", (row.seq,))


@pytest.fixture
def paper(archive):
    """Return the head of the meeting as it was printed."""
    with opened(archive) as record:
        return record.head(MEETING).short


def test_an_untouched_archive_is_sound(archive, paper):
    """A sound archive says so, lists every stream, and finds the paper at its version."""
    report, codes = examined(archive, paper)
    assert report.sound
    assert not codes
    assert [one.sound for one in report.streams] == [True] * 3
    assert report.paper == report.streams[0].head


def test_a_paper_from_before_is_still_proven(archive, paper):
    """Events added after the paper was signed do not spoil it: the report says how far the paper reaches."""
    with opened(archive) as record:
        version = record.head(MEETING).version
        add(record, Noted("会后补记"))
    report, _ = examined(archive, paper.upper().replace(" ", "  "))
    assert report.sound
    assert report.paper.version == version
    assert report.streams[0].head.version == version + 1


@pytest.mark.parametrize(
    "column",
    ["at", "actor", "kind", "body", "stream"],
)
def test_an_edited_row_is_found(archive, column):
    """Any column changed in place is named with its stream and version, and reading stops there."""
    value = {"kind": "toy.joined", "stream": "meeting/2026-11-28x"}.get(column, "{}")
    with tampering(archive) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(
            f"UPDATE journal SET {column} = ? WHERE stream = ? AND version = 5", (value, MEETING)
        )
    report, _ = examined(archive)
    assert (("version-gap" if column == "stream" else "hash-differs"), MEETING) in {
        (one.code, one.stream) for one in report.findings
    }
    assert not report.streams[0].sound
    assert report.streams[0].head.version == 4
    assert report.streams[-1].sound
    with opened(archive) as record, pytest.raises(Trouble, match="damaged"):
        list(record.read(MEETING))
    tally(edits=1)


def test_an_edited_row_with_its_own_hash_made_right_is_found(archive):
    """Making the hash of the edited row right breaks the chain at the next one."""
    with tampering(archive) as db:
        row = journal.rows_of(db, MEETING)[4]
        body = row.body.replace(b"\xe7\xac\xac", b"\xe6\x97\xa0")
        assert body != row.body
        hash_ = journal.link(MEETING, 5, row.prev, row.at, row.actor, row.kind, body)
        edit = (body.decode(), hash_, row.seq)
        db.execute("UPDATE journal SET body = ?, hash = ? WHERE seq = ?", edit)
    report, codes = examined(archive)
    assert "chain-broken" in codes
    assert [(one.stream, one.version) for one in report.findings if one.stream] == [(MEETING, 6)]
    tally(edits=1)


def test_a_cut_in_the_middle_is_found(archive):
    """A row taken out leaves a gap in the stream and in the journal."""
    with tampering(archive) as db:
        db.execute("DELETE FROM journal WHERE stream = ? AND version = 5", (MEETING,))
    _, codes = examined(archive)
    assert {"version-gap", "seq-gap"} <= codes
    tally(edits=1)


def test_an_insert_is_found(archive):
    """A row put in between, with the later ones moved up, breaks the chain."""
    with tampering(archive) as db:
        rows = journal.rows_of(db, MEETING)
        move_up(db, rows[4:])
        journal.add(db, rows[4])
    report, _ = examined(archive)
    assert (MEETING, 6) in {(one.stream, one.version) for one in report.findings}
    tally(edits=1)


@pytest.mark.parametrize("forgery", ["rewrite", "insert", "cut", "cut-end"])
def test_a_careful_forgery_is_found_against_the_paper(archive, paper, forgery):
    """A history computed anew from the change on holds together; only the signed paper finds it."""
    with tampering(archive) as db:
        db.execute("DELETE FROM beside WHERE stream = ?", (MEETING,))
        rows = journal.rows_of(db, MEETING)
        last = rows[-1]
        if forgery == "rewrite":
            text = '{"event":"toy.noted","text":"一致同意"}'
            db.execute("UPDATE journal SET body = ? WHERE seq = ?", (text, rows[4].seq))
        elif forgery == "cut-end":
            db.execute("DELETE FROM journal WHERE seq = ?", (last.seq,))
        elif forgery == "insert":
            move_up(db, rows[4:])
            journal.add(db, rows[4])
        else:
            db.execute("DELETE FROM journal WHERE seq = ?", (rows[4].seq,))
        rechained(db)
    report = verify(archive, KINDS)
    assert {one.code for one in report.findings} <= {"seq-gap", "out-of-order", "beside-missing"}
    report = verify(archive, KINDS, paper)
    assert "paper-unknown" in {one.code for one in report.findings}
    assert report.paper is None
    tally(paper_edits=1)


def test_a_fork_is_found_against_the_other_s_paper(archive, tmp_path):
    """Two copies that went on differently are each sound, and each fails the other's paper."""
    other = tmp_path / "other"
    shutil.copy(archive, other)
    papers = []
    for path, text in ((archive, "同意"), (other, "不同意")):
        with opened(path) as record:
            add(record, Noted(text))
            papers.append(record.head(MEETING).short)
    assert papers[0] != papers[1]
    assert examined(archive, papers[0])[0].sound
    assert examined(other, papers[1])[0].sound
    assert examined(archive, papers[1])[1] == {"paper-unknown"}
    assert examined(other, papers[0])[1] == {"paper-unknown"}
    tally(paper_edits=1)


def test_rows_moved_to_another_time_are_found(archive):
    """A stream whose rows do not stand in the journal in their order was put together afterwards."""
    with tampering(archive) as db:
        high = db.execute("SELECT max(seq) FROM journal").fetchone()[0]
        db.execute(
            "UPDATE journal SET seq = ? WHERE stream = ? AND version = 1", (high + 1, MEETING)
        )
    _, codes = examined(archive)
    assert {"out-of-order", "seq-gap"} <= codes
    tally(edits=1)


def test_personal_data_beside_the_chain_is_checked(archive):
    """Data beside the chain that was changed, taken away or put back after its erasure is named."""
    with tampering(archive) as db:
        saved = list(db.execute("SELECT * FROM beside WHERE stream = ?", (MEETING,)))
        assert saved
    changes = {
        "beside-differs": "UPDATE beside SET body = replace(body, '1', '2')",
        "beside-missing": "DELETE FROM beside",
    }
    whole = archive.read_bytes()
    for code, sql in changes.items():
        archive.write_bytes(whole)
        with tampering(archive) as db:
            db.execute(sql + " WHERE stream = ?", (MEETING,))
        report, codes = examined(archive)
        assert code in codes
        assert {one.stream for one in report.findings if one.code == code} == {MEETING}
    tally(edits=1)


def test_personal_data_put_back_is_found(archive):
    """Erased data that somebody puts back from an old copy is named: it must stay gone."""
    with opened(archive) as record:
        add(record, Noted("x"), stream="meeting/new")
    old = archive.with_name("old")
    shutil.copy(archive, old)
    with opened(archive) as record:
        add(record, Forgotten("m-1"))
    with tampering(old) as db:
        row = db.execute("SELECT * FROM beside WHERE stream = ?", (MEETING,)).fetchone()
    with tampering(archive) as db:
        db.execute("INSERT INTO beside VALUES (?, ?, ?, ?, ?)", row)
    _, codes = examined(archive)
    assert "beside-not-erased" in codes
    tally(edits=1)


def test_head_that_is_none_is_refused(archive):
    """What cannot be a head is refused before anything is examined, so that a slip is not taken for forgery."""
    for text in ("", "8f74", "g" * 32, "0" * 33):
        with pytest.raises(RuleViolation, match="paper-head"):
            verify(archive, KINDS, text)


def test_a_forged_time_that_is_none_is_named(archive):
    """A row whose hash holds but whose time is no time is named, and neither read nor listed past."""
    with tampering(archive) as db:
        last = journal.rows_of(db, MEETING)[-1]
        hash_ = journal.link(
            MEETING, last.version, last.prev, "gestern", last.actor, last.kind, last.body
        )
        edit = ("gestern", hash_, last.seq)
        db.execute("UPDATE journal SET at = ?, hash = ? WHERE seq = ?", edit)
    report, _ = examined(archive)
    assert ("damaged", MEETING) in {(one.code, one.stream) for one in report.findings}
    with opened(archive) as record:
        questions = (
            record.streams,
            lambda: record.head(MEETING),
            lambda: add(record),
            lambda: list(record.read(MEETING)),
        )
        for question in questions:
            with pytest.raises(Trouble, match="damaged"):
                question()
    tally(edits=1)


@pytest.mark.parametrize(("at", "groups"), [((9,), (3,)), ((14, 17), (4, 5)), ((0, 31), (1, 8))])
def test_a_misread_paper_is_told_from_another_record(archive, paper, at, groups):
    """One wrong digit, or two, is said to be that, with the groups to look at: never the digit itself."""
    plain = list(paper.replace(" ", ""))
    for place in at:
        plain[place] = "0" if plain[place] != "0" else "1"
    report = verify(archive, KINDS, "".join(plain), registers=REGISTERS)
    assert [(one.code, one.facts["groups"]) for one in report.findings] == [
        ("paper-unknown", groups)
    ]
    assert report.paper is None


def test_three_wrong_digits_are_another_code(archive, paper):
    """Nothing is guessed from what is not nearly the same."""
    plain = paper.replace(" ", "")
    wrong = "".join("0" if one != "0" else "1" for one in plain[:3]) + plain[3:]
    report = verify(archive, KINDS, wrong, registers=REGISTERS)
    assert [(one.code, "groups" in one.facts) for one in report.findings] == [
        ("paper-unknown", False)
    ]
