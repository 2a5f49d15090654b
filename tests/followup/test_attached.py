"""Files that are attached: named, counted and measured before anything is recorded."""

from __future__ import annotations

import pytest

from facilitator.acts import RuleViolation
from facilitator.followup.attached import MOST_BYTES, MOST_FILES, clean_files, hashes
from tests.followup.folder import photo

HEX = "0123456789abcdef"


def code(*files: object) -> str:
    with pytest.raises(RuleViolation) as refusal:
        clean_files(files)  # pyright: ignore[reportArgumentType]
    return refusal.value.code


def test_files_are_kept_in_their_order_with_clean_names():
    """Names lose the blanks around them; nothing else about a file is altered."""
    found = clean_files([photo("  gate.jpg "), photo("东门.png", "b")])
    assert [one.name for one in found] == ["gate.jpg", "东门.png"]
    assert hashes(found) == ("a" * 64, "b" * 64)
    assert clean_files([]) == ()


def test_a_file_has_a_name_on_one_line():
    """A file without a name, or with a line break in it, is refused."""
    assert code(photo(" ")) == "text-missing"
    assert code(photo("a\nb.jpg")) == "text-control"
    assert code(photo("n" * 201)) == "text-too-long"


def test_a_hash_is_sixty_four_small_hex_digits():
    """Nothing else names a content, so that one content has one name."""
    assert code(photo(digit="A")) == "file-hash"
    assert code(photo(digit="g")) == "file-hash"
    assert code(photo(digit="ab")) == "file-hash"
    assert code(photo(digit="")) == "file-hash"


def test_a_file_is_neither_empty_nor_too_large():
    """The largest one that is taken has exactly the bytes allowed."""
    assert code(photo(size=0)) == "file-too-large"
    assert code(photo(size=MOST_BYTES + 1)) == "file-too-large"
    assert clean_files([photo(size=1), photo("b", "b", MOST_BYTES)])


def test_one_content_is_attached_once_to_an_entry():
    """The same photo under two names is one photo."""
    assert code(photo("a.jpg"), photo("b.jpg")) == "file-twice"


def test_so_many_files_and_no_more():
    """Twenty go with an entry, twenty-one do not."""
    many = [photo(f"{a}{b}", "") for a in HEX for b in HEX][: MOST_FILES + 1]
    many = [type(one)(name=one.name, hash=one.name * 32, size=1) for one in many]
    assert len(clean_files(many[:-1])) == MOST_FILES
    assert code(*many) == "too-many-files"
