#!/usr/bin/env python3
"""One way to set up, run and check Facilitator, the same on Linux, macOS and Windows.

    python3 dev.py run      set up, then open the program; without a screen, play the demo instead
                            (or, with more words: `facilitator` them)
    python3 dev.py test     set up, then every check and every test; more words go to pytest alone
    python3 dev.py check    set up, then lint, format, types and import contracts
    python3 dev.py bench    set up, then the measurements in bench/
    python3 dev.py soak     set up, then the long proofs, which write docs/reliability.md;
                            words choose among the promises: dev.py soak "power cut"
    python3 dev.py shots    set up, then take the pictures in docs/img anew
    python3 dev.py manual   set up, then take the pictures of the manual anew; words name some of them
    python3 dev.py words    set up, then bring the catalogues of words up to date with the source
    python3 dev.py docs     set up, then write docs/commands.md anew
    python3 dev.py package  set up, then make the installer for this system in dist/; see packaging/
    python3 dev.py lock     work out requirements.lock anew (needs uv; more words go to uv)

Set-up means: a `.venv` beside this file that holds what requirements.lock says and nothing else,
this project in it, and the catalogues of words compiled. It is done again only when one of these
changes. Only the standard library is used here, and in packaging/machine.py and steps.py, which
belong to this file: nothing is installed when it starts, and the Python that starts it may be too
old for the program, so that it must say so in a sentence.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))

import machine
from steps import ROOT, call, step

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up.stamp"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"

# The floors in which every branch is tried by a test; see docs/architecture.md.
# Tests that try thousands of cases are marked `no_cover`: others have been in each branch already.
FULLY_COVERED = ("rules", "bodies", "meeting", "followup", "rounds", "acts")
MEASURED = (
    "tests/rules",
    "tests/bodies",
    "tests/meeting",
    "tests/followup",
    "tests/rounds",
    "tests/test_acts.py",
)

CHECKS = (
    ("ruff check", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("types", ["basedpyright"]),
    ("contracts", ["lint-imports"]),
)


# --- set-up ---------------------------------------------------------------------------------


def fingerprint(*parts: bytes) -> str:
    """Give these contents a name, so that a change in any of them shows."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> None:
    """Bring `.venv` to what the lock and the project file say; quick when it is there already."""
    python, version = machine.choose_python()
    libraries = fingerprint(LOCK.read_bytes(), repr(version).encode(), str(ROOT).encode())
    project = fingerprint(PROJECT.read_bytes())
    done = STAMP.read_text().split() if STAMP.exists() and PYTHON.exists() else []
    if done[:1] != [libraries]:
        machine.require_venv(python, version)
        install_libraries(python)
    if done != [libraries, project]:
        STAMP.unlink(missing_ok=True)
        install_project()
        STAMP.write_text(f"{libraries}\n{project}\n")
    compile_words()


def install_libraries(python: str) -> None:
    """Make `.venv` anew, so that nothing stays in it that the lock no longer names."""
    step("virtual environment", [python, "-m", "venv", "--clear", VENV])
    # Only wheels: building one would fetch build tools that no lock has named.
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCK]
    step("libraries (some 230 MB the first time)", [*pip_install(), *exactly])


def install_project() -> None:
    """Put the project itself in, as it lies here, with the build tools of the lock."""
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    step("project", [*pip_install(), *offline, "--editable", ROOT])


def pip_install() -> list[str | Path]:
    """How pip is called: by the environment's own Python, asking nothing."""
    quiet = ["-qq", "--no-input", "--disable-pip-version-check"]
    return [PYTHON, "-m", "pip", "install", *quiet]


def compile_words() -> None:
    """Compile each catalogue of words whose text is newer than its compiled form."""
    for text in sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES/*.po")):
        made = text.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= text.stat().st_mtime:
            continue
        language = text.parent.parent.name
        babel = [PYTHON, "-m", "babel.messages.frontend", "-q", "compile"]
        step(f"words: {language}", [*babel, "-l", language, "-i", text, "-o", made])


# --- the verbs ------------------------------------------------------------------------------


def run(words: list[str]) -> None:
    """Open the program; or do what more words say; or, with no screen to open it on, the demo."""
    machine.require_windows()
    set_up()
    program = BIN / "facilitator"
    if words or machine.has_screen():
        sys.exit(call([program, *words]))
    papers = ROOT / "demo"
    step("demo (there is no screen here)", [PYTHON, "-m", "facilitator.demo", "--out", papers])
    print(f"The demo's papers and pictures are in {papers}")


def test(words: list[str]) -> None:
    """Try everything that must hold before a commit; or, with more words, pytest with them."""
    machine.require_windows()
    set_up()
    if words:
        sys.exit(call([PYTHON, "-m", "pytest", *words]))
    machine.offer_test_tools()
    run_checks()
    everywhere = ["-n", workers(), "-m", "not soak", "-r", "s"]
    # Measuring slows down whatever runs: only these floors are measured, by their own tests.
    floors = [f"--cov=facilitator.{floor}" for floor in FULLY_COVERED]
    measured = [*everywhere, *MEASURED, *floors, "--cov-report="]
    step("tests of the rules and meetings", [PYTHON, "-m", "pytest", *measured])
    report = ["coverage", "report", "--fail-under=100"]
    step("coverage of the rules and meetings", [PYTHON, "-m", *report])
    others = [f"--ignore={path}" for path in MEASURED]
    step("all other tests", [PYTHON, "-m", "pytest", *everywhere, *others])


def workers() -> str:
    """How many tests run at a time: one more than there are cores, for a test that waits for the disk."""
    return str(min((os.cpu_count() or 1) + 1, 8))


def check(_words: list[str]) -> None:
    """Try everything but the tests."""
    set_up()
    run_checks()


def run_checks() -> None:
    """Run lint, format, types and import contracts, one after another."""
    for title, (program, *arguments) in CHECKS:
        step(title, [BIN / program, *arguments])


def bench(words: list[str]) -> None:
    """Measure; see bench/."""
    set_up()
    sys.exit(call([PYTHON, "-m", "bench", *words]))


def soak(words: list[str]) -> None:
    """Try what the record promises at full size, see soak/; then all other tests that take long."""
    machine.require_windows()
    set_up()
    machine.offer_test_tools()
    step("promises of the record", [PYTHON, "-m", "soak", *words])
    if not words:
        os.environ["FACILITATOR_SOAK"] = "1"  # many cases for a few; see tests/effort.py
        tested = [PYTHON, "-m", "pytest", "-n", workers()]
        step("other long tests", [*tested, "-m", "soak or hypothesis", *not_again()])


def not_again() -> list[str]:
    """Leave out the tests that have just run as proofs of a promise."""
    from soak.rows import ROWS

    return [f"--ignore={test}" for test in sorted({test for row in ROWS for test in row.tests})]


def shots(words: list[str]) -> None:
    """Take the pictures of the windows that the pages in docs/ show."""
    machine.require_windows()
    set_up()
    step("pictures", [PYTHON, "-m", "facilitator.demo.shots", "docs/img", *words])


def manual(words: list[str]) -> None:
    """Take the pictures that the manual shows, in both languages, into resources/manual/pictures."""
    machine.require_windows()
    set_up()
    step("pictures of the manual", [PYTHON, "-m", "facilitator.demo.manual_shots", *words])


def words(_words: list[str]) -> None:
    """Bring the catalogues up to date with the source, and say what is still to be translated."""
    set_up()
    step("words", [PYTHON, ROOT / "packaging" / "catalogue.py"])


def docs(_words: list[str]) -> None:
    """Write the page of commands anew from the program."""
    set_up()
    page = subprocess.run(
        [PYTHON, "-m", "facilitator.cli.reference"], capture_output=True, check=True, cwd=ROOT
    )
    (ROOT / "docs" / "commands.md").write_bytes(page.stdout)


def package(words: list[str]) -> None:
    """Make the installer for the system this runs on."""
    machine.require_windows()
    machine.require_package_tools()
    set_up()
    step("installer", [PYTHON, ROOT / "packaging" / "package.py", *words])


def lock(words: list[str]) -> None:
    """Pin the program, its tools and its build tools, for every Python and system at once."""
    import tomllib  # not in the older Pythons that may start this file

    if not shutil.which("uv"):
        sys.exit("dev.py lock needs uv on the PATH (pip install uv).")
    build = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["build-system"]["requires"]
    options = ["--universal", "--python-version", "3.11", "--no-annotate", "--no-header"]
    command = ["uv", "pip", "compile", *options, "--generate-hashes", "--group", "dev", *words]
    # hatchling asks for editables only when it is about to make an editable install.
    answer = subprocess.run(
        [*command, "-o", LOCK.name, PROJECT.name, "-"],
        input="\n".join([*build, "editables"]), stdout=subprocess.DEVNULL, text=True, cwd=ROOT,
    )  # fmt: skip
    if answer.returncode or "://" in LOCK.read_text(encoding="utf-8"):
        sys.exit("requirements.lock was not made, or it names an address; look before you commit.")
    print(f"{LOCK.name} is up to date; try it with `dev.py test`.")


VERBS = {
    verb.__name__: verb
    for verb in (run, test, check, bench, soak, shots, manual, words, docs, package, lock)
}


def main() -> None:
    """Do what the first word says."""
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        sys.exit((__doc__ or "").split("\n\nSet-up means")[0])
    try:
        VERBS[sys.argv[1]](sys.argv[2:])
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
