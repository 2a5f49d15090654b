"""What the pages for developers and the README name is there: files, names in the code, commands."""

import re
from fnmatch import fnmatch
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from facilitator.cli import facilitator

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/architecture.md", "docs/extending.md", "packaging/README.md")
CODE = ("docs/architecture.md", "docs/extending.md")
ROOMS = ("bench", "docs", "packaging", "resources", "soak", "src", "tests")
ENDINGS = "py|md|toml|typ|css|html|po|spec|svg|jsonl"
FILE = re.compile(rf"[\w*-][\w.*-]*(?:/[\w.*-]+)*(?:/|\.(?:{ENDINGS}))|\w+(?:/[\w.-]+)+")
NAME = re.compile(r"_?[A-Z][A-Z_]{3,}|[A-Z][a-z]+[A-Z]\w+")
EXAMPLES = {
    "papers/kinds/members.py",
    "PinNote",
    "NotePinned",
    "build/debian-12",
    "build/facilitator",
}
"""What a recipe makes."""


def text(page: str) -> str:
    """A page as it is written."""
    return (ROOT / page).read_text("utf-8")


def named(page: str) -> set[str]:
    """What stands between backticks in its running text."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)))


@cache
def there() -> tuple[str, ...]:
    """Every file and folder of the project, with a stroke before it."""
    found = [one for room in ROOMS for one in (ROOT / room).rglob("*")]
    found += [*ROOT.iterdir(), *(ROOT / room for room in ROOMS)]
    return tuple(f"/{one.relative_to(ROOT).as_posix()}" for one in found)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page):
    """A page that tells of a room may name its files from there on; one that was renamed is told of anew."""
    files = {one.partition(":")[0] for one in named(page)} - EXAMPLES
    wanted = {one.rstrip("/") for one in files if FILE.fullmatch(one)}
    assert wanted
    assert {
        one for one in wanted if not any(fnmatch(path, f"*/{one}") for path in there())
    } == set()


@pytest.mark.parametrize("page", CODE)
def test_every_name_that_is_named_is_in_the_code(page):
    """Tables to add a line to, classes to derive from."""
    lost = {word for one in named(page) for word in NAME.findall(one)} - EXAMPLES
    assert lost
    for path in (ROOT / "src").rglob("*.py"):
        code = path.read_text("utf-8")
        lost = {word for word in lost if word not in code}
    assert lost == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_named_is_there(page):
    """Verbs of the command line and of `dev.py`, and modules that are run."""
    said, dev = text(page), (ROOT / "dev.py").read_text("utf-8")
    verbs = set(re.findall(r"(?:^|`|bin/)facilitator ([a-z]+)", said, flags=re.MULTILINE))
    assert verbs - set(facilitator.list_commands(None)) == set()
    assert {v for v in re.findall(r"dev\.py ([a-z]+)", said) if f"def {v}(" not in dev} == set()
    assert {m for m in re.findall(r"-m (facilitator[\w.]*)", said) if find_spec(m) is None} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page):
    """Links and pictures within the project."""
    folder = (ROOT / page).parent
    links = [one.partition("#")[0] for one in re.findall(r"\]\(([^)\s]+)\)", text(page))]
    assert [one for one in links if "://" not in one and not (folder / one).exists()] == []
