"""Every paper of the samples says that it is one: read from the golden papers, which the other tests hold."""

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def test_no_paper_of_a_sample_can_be_taken_for_a_real_one() -> None:
    """In the language of the paper, whoever it is for."""
    papers = sorted(GOLDEN.rglob("*.md"))
    assert len(papers) > 100
    bare = [one.name for one in papers if not {"示例", "Sample"} & marks(one)]
    assert bare == []


def marks(paper: Path) -> set[str]:
    """Which of the two words stand in it."""
    text = paper.read_text("utf-8")
    return {word for word in ("示例", "Sample") if word in text}
