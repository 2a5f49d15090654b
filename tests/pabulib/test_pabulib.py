"""Pabulib files: what they say is read exactly, what is wrong in one is refused by its line."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.acts import RuleViolation, Trouble
from facilitator.pabulib import sections
from facilitator.pabulib.election import (
    POINTS,
    Election,
    PbProject,
    PbVote,
    VoteType,
    election_of,
    is_id,
)
from facilitator.pabulib.file import read_file
from facilitator.pabulib.read import money, read
from facilitator.pabulib.sections import NEEDED
from facilitator.pabulib.write import amount, write
from facilitator.rules.selection.problem import Ballot, Problem, Project
from facilitator.words.refusals import refusal_sentence
from tests.effort import tries
from tests.rules.selection.making import GREEDY

SOUND = """META
key;value
description;Seven lanes
num_projects;2
num_votes;3
budget;100,5
vote_type;approval
PROJECTS
project_id;cost;name
1;60;The garden
2;40.25;"Lamps; new"

VOTES
voter_id;vote
a;1,2
b;1
c;
"""


def refused(text: str | bytes) -> RuleViolation:
    with pytest.raises(RuleViolation) as found:
        read(text if isinstance(text, bytes) else text.encode())
    return found.value


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def test_a_sound_file_is_read_exactly():
    """Money with a point or a comma, texts in quotes, empty lines, a blank vote."""
    election = read(SOUND.encode("utf-8-sig"))
    assert (election.budget, election.kind) == (10_050, VoteType.APPROVAL)
    assert election.projects[1] == PbProject(id="2", cost=4_025, more={"name": "Lamps; new"})
    assert [vote.choices for vote in election.votes] == [("1", "2"), ("1",), ()]
    assert election.meta == {"description": "Seven lanes"}
    assert read(SOUND.replace("\n", "\r\n").encode()) == election


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (changed("META\n", ""), "pb-before-section", 1),
        (SOUND.replace(",", " ").replace(";", ","), "pb-commas", 2),
        ("META,,\nkey,value,\n", "pb-commas", 1),
        (changed("VOTES\nvoter_id;vote\na;1,2\nb;1\nc;\n", ""), "pb-section-missing", None),
        (SOUND + "VOTES\nvoter_id;vote\n", "pb-section-twice", 18),
        (changed("project_id;cost;name\n", "projects;;\n"), "pb-section-twice", 9),
        (changed("PROJECTS\n", "PROJECTS\nMETA2;cost\n"), "pb-column-missing", 9),
        (changed("cost;name", "cost;cost"), "pb-column-twice", 9),
        (changed("cost;name", "cost;" + ";".join(map(str, range(50_000)))), "pb-column-twice", 9),
        (changed("1;60;The garden", "1;60"), "pb-cells", 10),
        (changed("1;60;The garden", "1;60;The garden;new"), "pb-cells", 10),
        (changed("description;", ";"), "pb-key-missing", 3),
        (changed("description;", "budget;"), "pb-key-twice", 6),
        (changed("budget;", "money;"), "pb-meta-missing", None),
        (changed("budget;100,5", "budget;12,500"), "pb-money", 6),
        (changed("budget;100,5", "budget;0"), "pb-money", 6),
        (changed("1;60;", "1;-60;"), "pb-money", 10),
        (changed("1;60;", "1;1e3;"), "pb-money", 10),
        (changed("approval", "veto"), "pb-vote-type", 7),
        (changed("\n2;", "\n1;"), "pb-project-twice", 11),
        (changed('\n2;40.25;"Lamps; new"', "\nnone;4;x"), "pb-id", 11),
        (changed("\nb;1", "\na;1"), "pb-voter-twice", 16),
        (changed("\nb;1", "\nb;3"), "pb-unknown-project", 16),
        (changed("\na;1,2", "\na;1,1"), "pb-choice-twice", 15),
        (changed("num_votes;3", "num_votes;4"), "pb-count", 5),
        (changed("approval", "choose-1"), "pb-places", 15),
        (changed("approval", "ordinal\nmax_length;1"), "pb-places", 16),
        (changed("approval", "scoring"), "pb-points", 15),
        (changed("The garden", '"The garden'), "pb-unreadable", 11),
        (changed("The garden", "The\0garden"), "pb-unreadable", 10),
        (changed("The garden", "The\x1b[2Jgarden"), "pb-unreadable", 10),
        (SOUND.replace("garden", "gärten").encode("latin-1"), "pb-encoding", 10),
        ("META\nkey;value\nPROJECTS\nVOTES\nvote\n", "pb-section-empty", 3),
        ("", "pb-section-missing", None),
    ],
)
def test_what_is_wrong_is_refused_by_its_line(text: str | bytes, code: str, line: int | None):
    """Each fault has its own code and sentence, and says where it stands."""
    found = refused(text)
    assert (found.code, found.facts.get("line")) == (code, line)
    for lang in ("zh", "en"):
        sentence = refusal_sentence(found.code, found.facts, lang)
        assert "…" not in sentence
        assert line is None or str(line) in sentence


def test_a_file_without_projects_is_refused():
    """There is nothing to select from."""
    text = SOUND.replace("num_projects;2", "num_projects;0")
    text = text.replace('1;60;The garden\n2;40.25;"Lamps; new"\n', "")
    assert refused(text).facts["section"] == "PROJECTS"


def test_a_giant_file_is_not_read(monkeypatch, tmp_path: Path):
    """Too many bytes are refused before they are read, too many lines at the first that is too much."""
    monkeypatch.setattr(sections, "MOST_LINES", 5)
    assert refused(SOUND).code == "pb-too-many-lines"
    monkeypatch.setattr(sections, "MOST_BYTES", 10)
    assert refused(SOUND).code == "pb-too-large"
    path = tmp_path / "giant.pb"
    with path.open("wb") as file:
        file.truncate(64 * sections.MEGABYTE)
    with pytest.raises(RuleViolation, match="pb-too-large"):
        read_file(path)


def test_a_file_that_cannot_be_had_is_trouble(tmp_path: Path):
    """No file, a folder, a path that cannot be."""
    for path, code in (
        (tmp_path / "none.pb", "no-file"),
        (tmp_path, "unreadable"),
        (tmp_path / ("x" * 300), "unreadable"),
    ):
        with pytest.raises(Trouble, match=code):
            read_file(path)
    path = tmp_path / "sound.pb"
    path.write_text(SOUND, "utf-8")
    assert read_file(path) == read(SOUND.encode())


def test_points_and_places_become_worths():
    """Points as they stand, also written 3.0; places by Borda, as many as META says or there are projects."""
    pointed = changed("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points")
    pointed = pointed.replace("a;1,2", "a;2,1;3.0,0").replace("b;1", "b;1;5").replace("c;", "c;;")
    election = read(pointed.encode())
    assert [election.worths(vote) for vote in election.votes] == [{"2": 3}, {"1": 5}, {}]
    assert refused(pointed.replace("3.0,0", "3.5,0")).code == "pb-point"
    assert refused(pointed.replace("3.0,0", "3,0,1")).code == "pb-points"
    ordinal = read(changed("approval", "ordinal").encode())
    assert ordinal.worths(ordinal.votes[0]) == {"1": 2, "2": 1}
    longer = read(changed("approval", "ordinal\nmax_length;3").encode())
    assert longer.problem(GREEDY).ballots[0].worths == {"1": 3, "2": 2}


def test_older_files_are_read():
    """Sections in small letters, projects by name, votes without ids of voters."""
    old = "meta\nkey;value\nvote_type;approval\nbudget;100\n\nprojects\nname;cost;\np1;50\n\nvotes\nvote\np1\n"
    election = read(old.encode())
    assert election.projects[0].name == "p1"
    assert election.votes == (PbVote(voter="1", choices=("p1",)),)


@given(st.integers(1, 10**15))
def test_money_is_exact(fen: int):
    """What is written is read again to the hundredth."""
    assert money(amount(fen), 1) == fen


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6).map(
    str.strip
)
IDS = TEXT.filter(lambda text: is_id(text) and text.lower() not in NEEDED)
KEYS = TEXT.filter(
    lambda text: (
        text and text not in ("budget", "vote_type", "num_projects", "num_votes", "max_length")
    )
).filter(lambda text: text.lower() not in NEEDED)


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """Any election that a file can hold."""
    kind = draw(st.sampled_from(VoteType))
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    projects = [
        PbProject(id=one, cost=draw(st.integers(1, 10**9)), more={"name": draw(TEXT)})
        for one in ids
    ]
    votes: list[PbVote] = []
    for voter in draw(st.lists(IDS, max_size=4, unique=True)):
        most = 1 if kind is VoteType.CHOOSE_1 else len(ids)
        choices = draw(st.lists(st.sampled_from(ids), max_size=most, unique=True))
        points = [draw(st.integers(0, 99)) for _ in choices] if kind in POINTS else []
        votes.append(
            PbVote(
                voter=voter,
                choices=tuple(choices),
                points=tuple(points),
                more={"group": draw(TEXT)},
            )
        )
    return Election(
        budget=draw(st.integers(1, 10**12)),
        kind=kind,
        projects=tuple(projects),
        votes=tuple(votes),
        meta=draw(st.dictionaries(KEYS, TEXT, max_size=3)),
    )


@tries(60, 2000)
@given(elections())
def test_what_is_written_is_read_again(election: Election):
    """Nothing is lost or altered on the way through a file."""
    assert read(write(election)) == election


@tries(150, 20_000)
@given(st.data())
def test_no_file_breaks_the_reader(data: st.DataObject):
    """Whatever is cut out of a file or put into it: it is read or refused, never more."""
    sound = SOUND.encode()
    begin = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(begin, len(sound)))
    strange = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b";", b"\n", b'"', b"\r"]))
    )
    with suppress(RuleViolation):
        read(sound[:begin] + strange + sound[end:])


def test_a_problem_of_ours_becomes_a_file():
    """Ticks are approval with the chamber beside them, everything else points; identical ballots one by one."""
    problem = Problem(
        budget=500,
        projects=(Project(id="A", cost=300), Project(id="B", cost=250)),
        ballots=(Ballot(worths={"A": 1}, group="residents", number=2), Ballot(worths={"B": 0})),
        rule=GREEDY,
    )
    election = election_of(problem, {"A": "Garden"}, {"unit": "Qingyuan"})
    assert election.kind is VoteType.APPROVAL
    assert [vote.more for vote in election.votes] == [{"group": "residents"}] * 2 + [{"group": ""}]
    assert [project.name for project in election.projects] == ["Garden", "B"]
    again = read(write(election)).problem(GREEDY)
    assert [ballot.worths for ballot in again.ballots] == [{"A": 1}, {"A": 1}, {}]
    scored = msgspec.structs.replace(problem, ballots=(Ballot(worths={"A": 3, "B": 1}),))
    pointed = election_of(scored, {}, {})
    assert (pointed.kind, pointed.votes[0].points) == (VoteType.SCORING, (3, 1))
    assert read(write(pointed)) == pointed
    comma = msgspec.structs.replace(scored, projects=(Project(id="A,B", cost=1),), ballots=())
    with pytest.raises(RuleViolation, match="pb-id"):
        election_of(comma, {}, {})
