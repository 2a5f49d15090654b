"""Makes the files that the tests bring."""

import io
import zipfile

import openpyxl
import xlwt

ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def xlsx(rows):
    """Make a workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls(rows, styles=None):
    """Make an old workbook of one sheet."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("一")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            style = xlwt.easyxf(num_format_str=(styles or {}).get(column, "General"))
            sheet.write(number, column, value, style)
    return saved(book)


def ods(body, **parts):
    """Make a spreadsheet around the XML of its table."""
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMES.items())
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="一">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest} | parts
    )


def ods_row(*texts, more=""):
    """Make the XML of one row of texts."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row {more}>{cells}</table:table-row>"


def packed(parts):
    """Make a zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def parts_of(data):
    """Take a zip apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data, part, change):
    """Make the same zip with one part changed."""
    parts = parts_of(data)
    parts[part] = change(parts[part].decode()).encode()
    return packed(parts)
