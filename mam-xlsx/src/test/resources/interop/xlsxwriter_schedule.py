"""Creates a macro-enabled schedule with XlsxWriter: shared strings, rich text, several other parts, and the given macros.

arguments: the workbook to make, a file of UTF-8 with a line for each row of the sheet, its cells between tabs, and the macros
"""
import sys

import xlsxwriter

target, source, macros = sys.argv[1:4]
workbook = xlsxwriter.Workbook(target)
workbook.add_vba_project(macros)
workbook.set_properties({"title": "Schedule", "company": "DCC"})
cover = workbook.add_worksheet("Cover")
cover.write("A1", "See the next sheet")
cover.write_formula("A2", "=COUNTA(Schedule!A7:A99)")
chart = workbook.add_chart({"type": "column"})
chart.add_series({"values": "=Cover!$A$2:$A$3"})
cover.insert_chart("C1", chart)
sheet = workbook.add_worksheet("Schedule")
text = workbook.add_format({"num_format": "@"})
bold = workbook.add_format({"bold": True})
yellow = workbook.add_format({"num_format": "@", "bg_color": "#FFFF00"})
with open(source, encoding="utf-8", newline="\n") as lines:
    for number, line in enumerate(lines):
        for column, value in enumerate(line.rstrip("\n").split("\t")):
            style = yellow if number >= 6 and column >= 16 else text
            if number == 5 and len(value) > 4:
                sheet.write_rich_string(number, column, bold, value[:2], value[2:], text)
            elif value:
                sheet.write_string(number, column, value, style)
            elif column >= 16 and column % 3:
                sheet.write_blank(number, column, None, style)
sheet.set_column("Q:AK", 20, yellow)
sheet.data_validation("Q7:Q99", {"validate": "list", "source": ["Y"]})
sheet.write_comment("A6", "as on the bill")
sheet.insert_button("A101", {"macro": "Respond", "caption": "Respond"})
sheet.freeze_panes(6, 2)
workbook.define_name("Priorities", "=Schedule!$Q$7:$Q$99")
workbook.close()
