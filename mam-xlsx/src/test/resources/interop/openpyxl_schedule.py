"""Creates a schedule with openpyxl, as a person might set it up: styles, notes, a second sheet, protection.

arguments: the workbook to make, and a file of UTF-8 with a line for each row of the sheet, its cells between tabs
"""
import sys

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

target, source = sys.argv[1:3]
yellow = PatternFill("solid", fgColor="FFFF00")
workbook = Workbook()
sheet = workbook.active
sheet.title = "Migration Schedule"
with open(source, encoding="utf-8", newline="\n") as lines:
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line.rstrip("\n").split("\t"), start=1):
            cell = sheet.cell(number, column)
            if text:
                cell.value = text
                cell.number_format = "@"
            if number >= 7 and column >= 17:
                cell.fill = yellow
                cell.protection = Protection(locked=False)
            if number == 6:
                cell.font = Font(bold=True)
sheet["A6"].comment = Comment("as on the bill", "DCC")
sheet.freeze_panes = "C7"
sheet.column_dimensions["E"].width = 26
sheet.protection.sheet = True
sheet.conditional_formatting.add("Q7:Q99", CellIsRule(operator="equal", formula=['"Y"'], font=Font(color="FF0000")))
validation = DataValidation(type="list", formula1='"Y"', allow_blank=True)
validation.add("Q7:Q99")
sheet.add_data_validation(validation)
sheet.print_title_rows = "6:6"
notes = workbook.create_sheet("Notes")
notes["A1"] = "=COUNTA('Migration Schedule'!A7:A99)"
notes["A2"] = "Fill the yellow cells."
notes.sheet_state = "hidden"
name = DefinedName("Priorities", attr_text="'Migration Schedule'!$Q$7:$Q$99")
if hasattr(workbook.defined_names, "append"):
    workbook.defined_names.append(name)
else:
    workbook.defined_names["Priorities"] = name
workbook.save(target)
