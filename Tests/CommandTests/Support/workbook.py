"""Prints what openpyxl finds in a workbook, as JSON, or changes one cell of it.

workbook.py read FILE            sheets with their cells: value, kind, number format, formula
workbook.py set FILE SHEET CELL NUMBER OUT
"""
import datetime
import json
import sys

import openpyxl


def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%Y-%m-%d")
    return value


def kind(cell):
    if cell.value is None:
        return "blank"
    if cell.data_type == "f":
        return "formula"
    if cell.is_date:
        return "date"
    return {"s": "text", "n": "number", "b": "bool", "e": "error"}[cell.data_type]


def read(path):
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in formulas.worksheets:
        shown = values[sheet.title]
        rows = []
        for row in sheet.iter_rows():
            rows.append([
                {
                    "kind": kind(cell),
                    "value": plain(shown[cell.coordinate].value),
                    "formula": cell.value if cell.data_type == "f" else None,
                    "format": cell.number_format,
                }
                for cell in row
            ])
        sheets.append({
            "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
            "titles": sheet.print_title_rows, "landscape": sheet.page_setup.orientation,
            "fit": bool(sheet.sheet_properties.pageSetUpPr.fitToPage)
            and int(sheet.page_setup.fitToHeight) == 0, "rows": rows,
            "highlighted": [str(part.sqref) for part in sheet.conditional_formatting],
        })
    properties = formulas.properties
    print(json.dumps({
        "title": properties.title, "author": properties.creator,
        "created": plain(properties.created), "sheets": sheets,
    }))


def change(path, sheet, cell, number, out):
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = float(number)
    book.save(out)


if sys.argv[1] == "read":
    read(sys.argv[2])
else:
    change(*sys.argv[2:])
