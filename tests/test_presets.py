"""The charters that come with the program, and charters that people bring as files."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from facilitator import presets
from facilitator.acts import RuleViolation, Trouble
from facilitator.places import resources
from facilitator.rules.charter import Base, Charter, Measure, QuorumLost, Threshold, Tie
from facilitator.rules.charter_check import check_charter
from facilitator.words.refusals import refusal_sentence

KEYS = {
    "yishihui_sanyuanli",
    "rc_meeting_2018",
    "rc_meeting_2026",
    "village_meeting",
    "village_meeting_households",
    "village_reps",
    "village_group",
    "owners_ordinary",
    "owners_major",
    "home_to_business",
    "owners_committee_bj",
    "pmc_bj",
    "robert_simple",
    "robert_two_thirds",
    "members_majority",
    "selection_panel",
}
NOT_VERIFIED = {"rc_meeting_2026", "robert_two_thirds"}
ALL = {one.key: one for one in (*presets.charters(), presets.sample_charter())}


def every(kind: str):
    return pytest.mark.parametrize(kind, ALL.values(), ids=ALL.keys())


def test_every_preset_of_the_list_is_there_once():
    """No preset is missing, none is double, and the sample's is not among those to choose."""
    keys = [one.key for one in presets.charters()]
    assert sorted(keys) == sorted(KEYS)


@every("made")
def test_a_preset_makes_sense_as_a_whole(made):
    """What can be chosen passes the check that every charter passes."""
    check_charter(made)


@every("made")
def test_a_preset_is_kept_in_a_file_of_its_own_name(made):
    """Whoever looks for a key finds the file."""
    home = "demo/charter.toml" if made.key == "songbaigang" else f"charters/{made.key}.toml"
    assert f'key = "{made.key}"\n' in (resources() / home).read_text(encoding="utf-8")


@every("made")
def test_a_preset_cites_its_source(made):
    """An angry neighbour can look it up: the charter by title, each usable rule by its own source."""
    assert made.source.title
    assert made.key in NOT_VERIFIED or all(rule.source for rule in made.rules)


@every("made")
def test_chinese_texts_have_chinese_punctuation(made):
    """No comma, colon or bracket of half width stands beside a Chinese character."""
    home = "demo/charter.toml" if made.key == "songbaigang" else f"charters/{made.key}.toml"
    data = (resources() / home).read_text(encoding="utf-8")
    lines = [line for line in data.splitlines() if not line.startswith("#")]
    texts = [text for line in lines for text in re.findall(r'"((?:[^"\\]|\\.)*)"', line)]
    half = re.compile(r"[\u4e00-\u9fff][,:;()?!]|[,:;()?!][\u4e00-\u9fff]")
    assert [text for text in texts if half.search(text)] == []


@every("made")
def test_a_sentence_says_it_in_both_languages(made):
    """Every sentence ends like one, and the Chinese one is Chinese."""
    assert made.sentence.zh.endswith("。")
    assert made.sentence.en.endswith(".")
    assert re.search(r"[\u4e00-\u9fff]", made.sentence.zh)
    assert not re.search(r"[\u4e00-\u9fff]", made.sentence.en + made.title.en)


def test_what_is_not_verified_cannot_be_used():
    """Just these are disabled, and each says why in both languages."""
    disabled = {one.key: one.disabled for one in presets.charters() if one.disabled}
    assert disabled.keys() == NOT_VERIFIED
    for key, why in disabled.items():
        with pytest.raises(RuleViolation) as refused:
            presets.charter(key)
        assert refused.value.code == "charter-disabled"
        assert refused.value.facts == {"charter": key, "zh": why.zh, "en": why.en}
        assert re.search(r"[\u4e00-\u9fff]", why.zh)
        assert "cannot be used" in why.en


def test_an_unknown_preset_is_refused_with_those_there_are():
    """A misspelt name brings the list of what can be used."""
    with pytest.raises(RuleViolation) as refused:
        presets.charter("yishihui")
    assert refused.value.code == "unknown-charter"
    assert set(refused.value.facts["charters"].split(", ")) == KEYS - NOT_VERIFIED


@pytest.mark.parametrize("key", sorted(KEYS - NOT_VERIFIED))
def test_a_preset_is_found_by_its_key(key):
    """Every preset that can be used is found."""
    assert presets.charter(key).key == key


def at_least(share: str, base: Base, **fields) -> Threshold:
    return Threshold(share=share, base=base, **fields)


def more_than(share: str, base: Base, **fields) -> Threshold:
    return Threshold(share=share, base=base, strict=True, **fields)


IN_OFFICE, WEIGHT = Base.IN_OFFICE, Measure.WEIGHT
TWO_THIRDS_OF_OWNERS = (
    at_least("2/3", IN_OFFICE, measure=WEIGHT),
    at_least("2/3", IN_OFFICE),
)


@pytest.mark.parametrize(
    ("key", "quorum", "participation", "consent"),
    [
        ("yishihui_sanyuanli", (), (), (at_least("2/3", Base.SEATS),)),
        ("songbaigang", (), (), (at_least("2/3", Base.SEATS),)),
        ("rc_meeting_2018", (more_than("1/2", IN_OFFICE),), (), (more_than("1/2", Base.PRESENT),)),
        ("village_meeting", (more_than("1/2", IN_OFFICE),), (), (more_than("1/2", Base.PRESENT),)),
        (
            "village_meeting_households",
            (at_least("2/3", IN_OFFICE),),
            (),
            (more_than("1/2", Base.PRESENT),),
        ),
        ("village_reps", (at_least("2/3", IN_OFFICE),), (), (more_than("1/2", Base.PRESENT),)),
        ("village_group", (at_least("2/3", IN_OFFICE),), (), (more_than("1/2", Base.PRESENT),)),
        (
            "owners_ordinary",
            (),
            TWO_THIRDS_OF_OWNERS,
            (more_than("1/2", Base.RETURNED, measure=WEIGHT), more_than("1/2", Base.RETURNED)),
        ),
        (
            "owners_major",
            (),
            TWO_THIRDS_OF_OWNERS,
            (at_least("3/4", Base.RETURNED, measure=WEIGHT), at_least("3/4", Base.RETURNED)),
        ),
        ("home_to_business", (), (), (at_least("1/1", IN_OFFICE),)),
        ("owners_committee_bj", (more_than("1/2", IN_OFFICE),), (), (more_than("1/2", IN_OFFICE),)),
        (
            "pmc_bj",
            (more_than("1/2", IN_OFFICE), more_than("1/2", IN_OFFICE, group="owners")),
            (),
            (more_than("1/2", IN_OFFICE),),
        ),
        ("robert_simple", (), (), (more_than("1/2", Base.FOR_AGAINST),)),
        ("members_majority", (), (), (more_than("1/2", IN_OFFICE),)),
        ("selection_panel", (), (), (more_than("1/2", Base.PRESENT),)),
    ],
)
def test_a_preset_says_what_its_source_says(key, quorum, participation, consent):
    """Quorum, participation and consent, strict or inclusive, each of its own base."""
    made = presets.charter(key)
    rule = made.rule()
    assert rule is not None
    assert (made.quorum, rule.participation, rule.consent) == (quorum, participation, consent)
    assert made.quorum_lost is QuorumLost.BLOCK
    assert rule.tie is Tie.FAILS


def test_sanyuanli_is_six_six_one_and_specifies_no_more():
    """What the source does not say is not specified: no quorum, term, notice, second or speaking limit."""
    made = presets.charter("yishihui_sanyuanli")
    assert [(group.key, group.seats) for group in made.groups] == [
        ("established", 6),
        ("new", 6),
        ("office", 1),
    ]
    assert made.group("office").short_text("zh") == "街道"
    chair = made.office("chair")
    assert (chair.title.zh, chair.group, chair.chairs) == ("理事长", "office", True)
    assert made.executor.zh == "居委会"
    assert (made.quorum, made.term_months, made.notice_days) == ((), 0, 0)
    assert (made.second_required, made.speaking.seconds, made.speaking.speeches) == (False, 0, 0)


def test_the_sample_council_adds_rules_of_its_own_and_says_so():
    """Same seats and threshold as Sanyuanli; everything else is called a sample."""
    made, source = presets.charter("songbaigang"), presets.charter("yishihui_sanyuanli")
    assert (made.groups, made.offices, made.rules) == (source.groups, source.offices, source.rules)
    assert (made.second_required, made.notice_days, made.term_months) == (True, 3, 36)
    assert (made.speaking.seconds, made.speaking.speeches) == (120, 2)
    for text in (made.title.zh, made.sentence.zh, made.source.title):
        assert "示例" in text
    assert made not in presets.charters()


@pytest.mark.parametrize("key", ["owners_ordinary", "owners_major"])
def test_an_owners_assembly_knows_both_kinds_of_matters(key):
    """One assembly decides both, so both rules stand in either charter; only the default differs."""
    made = presets.charter(key)
    assert made.default_rule == key
    assert {rule.key for rule in made.rules} == {"owners_ordinary", "owners_major"}


@pytest.mark.parametrize(
    "key",
    [
        "rc_meeting_2018",
        "village_meeting",
        "village_meeting_households",
        "village_reps",
        "village_group",
    ],
)
def test_texts_that_were_revised_hold_until_the_end_of_2025(key):
    """A meeting of 2026 is not held under the law of 2018; one of 2025 stays under it for ever."""
    made = presets.charter(key)
    assert made.in_force(date(2025, 12, 31))
    assert not made.in_force(date(2026, 1, 1))


def test_the_civil_code_begins_with_2021():
    """Article 278 did not hold before the code did."""
    made = presets.charter("owners_major")
    assert not made.in_force(date(2020, 12, 31))
    assert made.in_force(date(2021, 1, 1))


def test_formats_are_found_by_their_keys():
    """The council evening is there; another is refused with what there is."""
    assert presets.format_of("yishihui").title.zh == "议事会"
    keys = ", ".join(one.key for one in presets.formats())
    with pytest.raises(RuleViolation) as refused:
        presets.format_of("karaoke")
    assert refused.value.facts == {"format": "karaoke", "formats": keys}


OWN = (resources() / "charters" / "yishihui_sanyuanli.toml").read_text(encoding="utf-8")


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "own.toml"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_charter_of_ones_own_is_read(tmp_path, encoding):
    """A text file with or without the mark that Windows editors put first."""
    read = presets.read_charter(written(tmp_path, OWN, encoding))
    assert isinstance(read, Charter)
    assert read == presets.charter("yishihui_sanyuanli")


WRONG = [
    ("version = 1", "version = = 1", "line 4, column 11", "syntax"),
    ("version = 1", "version = 0", "version", "too-small"),
    ("version = 1", "", "version", "missing-field"),
    ("seats = 6", 'seats = "six"', "groups[0].seats", "wrong-type"),
    ('share = "2/3"', "share = 0.667", "rules[0].consent[0].share", "not-a-share"),
    ('base = "seats"', 'base = "chairs"', "rules[0].consent[0].base", "not-one-of"),
    (
        'base = "seats"',
        'base = "seats", stict = true',
        "rules[0].consent[0].stict",
        "unknown-field",
    ),
    ('zh = "居委会", ', "", "executor.zh", "missing-field"),
    ('key = "two_thirds"', 'key = "Two Thirds"', "rules[0].key", "not-a-key"),
    ("version = 1", "version = 1\nvalid_from = 7", "valid_from", "not-a-date"),
    ("version = 1", "version = 1\nnotice_days = 366", "notice_days", "too-large"),
    ("version = 1", "version = 1\nquorums = 1", "quorums", "unknown-field"),
    ('default_rule = "two_thirds"', 'default_rule = "half"', "default_rule", "unknown"),
    ('share = "2/3"', 'share = "3/2"', "rules.two_thirds.consent", "share"),
]


@pytest.mark.parametrize(("old", "new", "place", "problem"), WRONG)
def test_what_is_wrong_with_a_file_is_told_with_its_place(tmp_path, old, new, place, problem):
    """A line where it is not TOML, a field where it is no charter, a rule where it makes no sense."""
    assert old in OWN
    with pytest.raises(RuleViolation) as refused:
        presets.read_charter(written(tmp_path, OWN.replace(old, new, 1)))
    assert refused.value.code == "charter-file"
    facts = refused.value.facts
    assert (facts["file"], facts["place"], facts["problem"]) == ("own.toml", place, problem)
    sentence = refusal_sentence(refused.value.code, facts, "zh")
    assert not re.search(r"Expected|Invalid|regex|Object|…", sentence)


def test_a_value_that_may_not_stand_is_told_with_those_that_may(tmp_path):
    """Whoever writes "chairs" learns what there is."""
    with pytest.raises(RuleViolation) as refused:
        presets.read_charter(written(tmp_path, OWN.replace('base = "seats"', 'base = "chairs"')))
    assert refused.value.facts["allowed"] == [base.value for base in Base]
    assert refused.value.facts["given"] == "chairs"


@pytest.mark.parametrize("text", ["key = " + "9" * 5000, "key = " + "[" * 5000])
def test_no_text_breaks_the_parser(tmp_path, text):
    """Numbers without end and lists within lists are refused like anything else that is no charter."""
    with pytest.raises(RuleViolation, match="charter-file"):
        presets.read_charter(written(tmp_path, text))


def test_a_file_that_breaks_off_is_told_by_its_end(tmp_path):
    """Where the parser has no line to name, it names the end."""
    with pytest.raises(RuleViolation) as refused:
        presets.read_charter(written(tmp_path, "key"))
    assert refused.value.facts["problem"] == "syntax"
    assert refused.value.facts["place"] == "end of document"


def test_a_parser_that_names_no_place_is_believed():
    """A message without a line still says what is wrong."""
    assert presets._line("Something is wrong") == ""


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path):
    """Old Chinese editors write GB 18030: the first line that cannot be read is named."""
    with pytest.raises(RuleViolation) as refused:
        presets.read_charter(written(tmp_path, OWN, "gb18030"))
    facts = refused.value.facts
    assert (facts["place"], facts["problem"]) == ("line 5", "encoding")


def test_a_file_that_is_no_charter_at_all_is_not_read_whole(tmp_path):
    """A film chosen by mistake is refused by its size."""
    with pytest.raises(RuleViolation) as refused:
        presets.read_charter(written(tmp_path, "#" * (presets.MOST_BYTES + 1)))
    assert refused.value.facts["problem"] == "size"


def test_a_file_that_is_not_there_is_the_environments_trouble(tmp_path):
    """Not a refusal of a rule: the file is not there, or it is none."""
    with pytest.raises(Trouble) as missing:
        presets.read_charter(tmp_path / "none.toml")
    assert (missing.value.code, missing.value.facts["path"]) == (
        "no-file",
        str(tmp_path / "none.toml"),
    )
    with pytest.raises(Trouble, match="unreadable"):
        presets.read_charter(tmp_path)


def test_a_file_that_may_not_be_read_is_the_environments_trouble(tmp_path, monkeypatch):
    """The system's refusal is told with the path."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, OWN)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Trouble, match="unreadable") as refused:
        presets.read_charter(path)
    assert "没有读取的权限" in refusal_sentence("unreadable", refused.value.facts, "zh")
