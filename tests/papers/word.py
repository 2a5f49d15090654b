"""Opens a DOCX for the tests: its parts, its styles, and what LibreOffice makes of it."""

import io
import os
import subprocess
import zipfile

from lxml import etree

from facilitator.places import resources
from tests.tools import need

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word:
    """A DOCX taken apart."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        self.body = self.xml("word/document.xml")
        self.styles = {
            style.get(f"{W}styleId"): style
            for style in self.xml("word/styles.xml").iter(f"{W}style")
        }

    def xml(self, name):
        return etree.fromstring(self.parts[name])

    def some(self, start):
        """Return the parts whose name begins so, in their order."""
        return [
            self.xml(name)
            for name in sorted(self.parts)
            if name.startswith(start) and name.endswith(".xml")
        ]

    def chain(self, style):
        """Walk from a style to what it is based on."""
        while style is not None:
            yield self.styles[style]
            base = self.styles[style].find(f"{W}basedOn")
            style = None if base is None else base.get(f"{W}val")


def text(element):
    """Return all words under an element, line breaks as line feeds."""
    pieces = []
    for part in element.iter(f"{W}t", f"{W}br"):
        pieces.append(part.text or "" if part.tag == f"{W}t" else "\n")
    return "".join(pieces)


def value(element, path):
    """Return the `w:val` at a path below an element, or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def pages(documents, folder):
    """Return the text of each page as LibreOffice sets it: name → pages. One start for all."""
    need("soffice", "pdftotext")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in documents]
    told = os.environ | {"FONTCONFIG_FILE": str(_own_fonts(folder))}
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240, env=told)
    return {name: _pdf_pages(folder / f"{name}.pdf") for name in documents}


def _own_fonts(folder):
    """Tell LibreOffice of our fonts alone, so that pages break alike on every machine."""
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{resources() / 'fonts'}</dir>"
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return settings


def _pdf_pages(path):
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return told.stdout.decode().split("\f")[:-1]
