"""Make the installer for the machine this runs on: `dev.py package` runs this.

Linux: a `.deb`. Windows: a set-up by Inno Setup. macOS: a disk image with the bundle in it. What comes out
lies in dist/; `--quick` presses a `.deb` less. Everything is made from what is in the environment of
`dev.py`, that is from requirements.lock.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from steps import ROOT, call

sys.path.insert(0, str(ROOT / "src"))

import collect_licences
import draw_icons
import publisher
from catalogue import compiled_catalogues

from facilitator import __version__

WORK, OUT = ROOT / "build", ROOT / "dist"
QUICK = "--quick"
"""For whoever tries a package: made in a tenth of the time, and larger."""
SHIPPED = WORK / "shipped.json"
"""What the freezing took along: the spec file writes it."""


def freeze() -> Path:
    """Freeze the program with all it draws on into a folder, and put its licences there."""
    compiled_catalogues()
    draw_icons.draw_all(WORK / "icons")
    os.environ["PYTHONHASHSEED"] = "0"  # so that two builds are the same
    told = [
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        WORK,
        "--workpath",
        WORK / "pyinstaller",
    ]
    if code := call([sys.executable, "-m", "PyInstaller", *told, "packaging/facilitator.spec"]):
        sys.exit(code)
    return WORK / "facilitator"


def shipped() -> list[tuple[str, str]]:
    """Each file of the frozen program: its place in it, and where it was taken from."""
    return [(inside, source) for inside, source in json.loads(SHIPPED.read_text(encoding="utf-8"))]


def package_for_linux(frozen: Path, copyright_file: str) -> Path:
    """A package that apt installs together with what it needs."""
    import deb

    quick = QUICK in sys.argv
    return deb.build(frozen, __version__, copyright_file, WORK, OUT, quick=quick)


def package_for_windows(frozen: Path, _copyright_file: str) -> Path:
    """A set-up that needs no administrator, made by Inno Setup's compiler."""
    compiler = shutil.which("iscc") or shutil.which("ISCC.exe")
    if compiler is None:
        sys.exit(
            "Inno Setup's compiler (iscc) is not on the PATH; the frozen program is in build/."
        )
    told = [
        f"/DPublisher={publisher.MAINTAINER}",
        f"/DVersion={__version__}",
        f"/DFrozen={frozen}",
        f"/DIcons={WORK / 'icons'}",
        f"/O{OUT}",
    ]
    subprocess.run([compiler, *told, "packaging/windows/facilitator.iss"], check=True, cwd=ROOT)
    return OUT / f"facilitator-{__version__}-setup.exe"


def package_for_macos(_frozen: Path, _copyright_file: str) -> Path:
    """A disk image with the bundle and a way into the folder of programs. By whom it is, no signature says."""
    image, laid = OUT / f"Facilitator-{__version__}.dmg", WORK / "dmg"
    shutil.rmtree(laid, ignore_errors=True)
    bundle = laid / "Facilitator.app"
    shutil.copytree(WORK / "Facilitator.app", bundle, symlinks=True)
    shutil.copytree(WORK / "licences", bundle / "Contents/Resources/licences")
    # PyInstaller has sealed the bundle as it was: with a file more macOS calls it damaged.
    seal = ["codesign", "--force", "--deep", "--sign", "-", str(bundle)]
    subprocess.run(seal, check=True)
    (laid / "Applications").symlink_to("/Applications")
    OUT.mkdir(exist_ok=True)
    made = ["hdiutil", "create", "-volname", "Facilitator", "-srcfolder", str(laid), "-ov"]
    subprocess.run([*made, "-format", "UDZO", str(image)], check=True)
    return image


def main() -> None:
    """Freeze, collect the licences, make the installer, say where it is."""
    frozen = freeze()
    copyright_file = collect_licences.collect(shipped(), WORK / "licences")
    shutil.copytree(WORK / "licences", frozen / "licences", dirs_exist_ok=True)
    makers = {"win32": package_for_windows, "darwin": package_for_macos}
    made = makers.get(sys.platform, package_for_linux)(frozen, copyright_file)
    sys.stdout.write(f"{made} ({made.stat().st_size / 1e6:.0f} MB)\n")
    if not publisher.is_set():
        sys.stdout.write(
            "Nobody's name is in it: set packaging/publisher.py before you publish it.\n"
        )


if __name__ == "__main__":
    main()
