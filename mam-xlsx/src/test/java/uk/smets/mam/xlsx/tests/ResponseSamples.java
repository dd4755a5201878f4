package uk.smets.mam.xlsx.tests;

import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Responses and comparisons for every cause that the messages of their rules distinguish. */
final class ResponseSamples {
    private static final int ROWS = 6;
    private static final ScheduleAnswer PRIORITY = ScheduleAnswer.priority();

    private final MessageListing listing;
    private final Path folder;
    private final byte[] schedule = Schedules.schedule(ROWS).toBytes();

    private ResponseSamples(MessageListing listing, Path folder) {
        this.listing = listing;
        this.folder = folder;
    }

    /** Adds the messages of all samples of responses and comparisons, which write files to the folder. */
    static void addTo(MessageListing listing, Path folder) throws IOException {
        ResponseSamples samples = new ResponseSamples(listing, folder);
        samples.addAnswers();
        samples.addFormulas();
        samples.addUnanswerable();
        samples.addComparedRows();
        samples.addComparedColumns();
    }

    private static ValidationReport reportOf(MigrationScheduleResponse response) throws IOException {
        try {
            return response.check();
        } catch (InvalidDocumentException refused) {
            return refused.report();
        }
    }

    private void addAnswer(String sample, byte[] workbook, Consumer<MigrationScheduleResponse> answer)
            throws IOException {
        MigrationScheduleResponse response = MigrationScheduleResponse.to(Input.of(workbook, "schedule.xlsx"));
        answer.accept(response);
        listing.add(sample, reportOf(response).findings());
    }

    private void addAnswer(String sample, Consumer<MigrationScheduleResponse> answer) throws IOException {
        addAnswer(sample, schedule, answer);
    }

    private void addAnswers() throws IOException {
        addAnswer("response without answers", response -> {});
        addAnswer("answer to an absent MPAN", response -> response.answer(Mpan.of("1000000000040"), PRIORITY));
        addAnswer("answer to an absent MPRN", response -> response.answer(Mprn.of("3938424404"), PRIORITY));
        addAnswer("answer to an absent row number", response -> response.answerRow(3, PRIORITY));
        addAnswer(
                "answer whose MPAN differs from its row",
                response -> response.answer(
                        ScheduleRowKey.of(7)
                                .withMpan(Schedules.ELECTRICITY_ONLY)
                                .writtenAt(new Location.Line("answers.csv", 4)),
                        PRIORITY));
        addAnswer(
                "answer whose MPRN differs from its row",
                response -> response.answer(
                        ScheduleRowKey.of(Schedules.DUAL_FUEL).withMprn(Mprn.of("1000000210")), PRIORITY));
        addAnswer(
                "two answers to one row",
                response -> response.answer(Schedules.DUAL_FUEL, PRIORITY).answer(Schedules.DUAL_FUEL_GAS, PRIORITY));
        MigrationScheduleRow twin = Schedules.row(0).toBuilder().mprn(null).build();
        addAnswer(
                "answer to two rows",
                new MigrationSchedule(Schedules.HEADER, List.of(Schedules.row(0), Schedules.row(1), twin)).toBytes(),
                response -> response.answer(Schedules.DUAL_FUEL, PRIORITY));
        addAnswer(
                "answer to a missing column",
                around(sheet(row(7, fixedCells(7))).replaceAll("<c r=\"Q6\".*?</c>", ""))
                        .bytes(),
                response -> response.answerAll(PRIORITY));
        addAnswer(
                "answer to a cell with two values",
                around(sheet(row(7, fixedCells(7)), "<row r=\"8\"><c r=\"A8\" t=\"str\"><v>1</v><v>2</v></c></row>"))
                        .bytes(),
                response -> response.answerAll(PRIORITY));
        addAnswer(
                "answer that breaks an allowed signature",
                around(sheet(row(7, fixedCells(7))))
                        .put("_xmlsignatures/origin.sigs", "")
                        .bytes(),
                response -> response.answerAll(PRIORITY).breakSignature());
    }

    private void addFormulas() throws IOException {
        String shared = sheet(
                row(7, fixedCells(7) + formula("Q7", "<f t=\"shared\" ref=\"Q7:Q8\" si=\"0\">\"Y\"</f>")),
                row(8, fixedCells(8) + formula("Q8", "<f t=\"shared\" si=\"0\"/>")));
        addFormula("answer to a cell whose formula another cell shares", shared, Rule.FORMULA_CELL, "Q7");
        addFormula("formula that uses an answered cell", using("Q7"), Rule.FORMULA_CELL, "AM7");
        listing.add(
                "formulas that use an answered cell",
                answered(using("Q7").replace("</row><row r=\"8\"", formula("AN7", "<f>Q7</f>") + "</row><row r=\"8\""))
                        .findings());
    }

    private static String using(String reference) {
        return sheet(row(7, fixedCells(7) + formula("AM7", "<f>" + reference + "</f>")), row(8, fixedCells(8)));
    }

    private static String formula(String reference, String formula) {
        return "<c r=\"" + reference + "\" s=\"2\" t=\"str\">" + formula + "<v>Y</v></c>";
    }

    private static ValidationReport answered(String sheet) throws IOException {
        return reportOf(MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "schedule.xlsx"))
                .answerRow(7, PRIORITY));
    }

    /** Adds the findings of one rule at one cell. */
    private void addFormula(String sample, String sheet, Rule rule, String reference) throws IOException {
        listing.add(
                sample,
                answered(sheet).findings().stream()
                        .filter(finding -> finding.rule() == rule
                                && finding.at() instanceof Location.Cell cell
                                && cell.reference().equals(reference))
                        .toList());
    }

    private void addUnanswerable() throws IOException {
        for (UnanswerableScheduleTest.Unanswerable unanswerable : UnanswerableScheduleTest.workbooks()) {
            listing.add(unanswerable.cause(), unanswerable.warnings());
            listing.add(
                    "answer to " + unanswerable.cause(),
                    unanswerable.errors(UnanswerableScheduleTest.checked(unanswerable.workbook())));
        }
    }

    private void addComparedRows() throws IOException {
        addComparedRows("changed fixed field", rows -> {
            rows.set(2, rows.get(2).toBuilder().esmeSerialNumber("other").build());
        });
        addComparedRows("removed row", rows -> rows.remove(1));
        addComparedRows("added row", rows -> rows.add(2, Schedules.row(77)));
        addComparedRows("row moved down", rows -> rows.add(rows.remove(0)));
        addComparedRows("row moved up", rows -> rows.add(0, rows.remove(ROWS - 1)));
        addComparedRows("reversed rows", Collections::reverse);
        NotificationHeader other = new NotificationHeader(
                "Other Ltd",
                Schedules.HEADER.secPartySignifiers(),
                Schedules.HEADER.marketParticipantIds().subList(0, 1),
                Smso.TRL);
        addComparison(
                "changed header",
                schedule,
                new MigrationSchedule(other, Schedules.schedule(ROWS).rows()).toBytes());
    }

    private void addComparedRows(String sample, Consumer<List<MigrationScheduleRow>> change) throws IOException {
        List<MigrationScheduleRow> rows =
                new ArrayList<>(Schedules.schedule(ROWS).rows());
        change.accept(rows);
        addComparison(sample, schedule, new MigrationSchedule(Schedules.HEADER, rows).toBytes());
    }

    private void addComparedColumns() throws IOException {
        String mprn = cell("B6", "MPRN");
        addComparedSheets("removed column of a field", "", sheet -> sheet, sheet -> sheet.replace(mprn, ""));
        addComparedSheets("added column of a field", "", sheet -> sheet.replace(mprn, ""), sheet -> sheet);
        addComparedSheets("renamed column", "north", sheet -> sheet, sheet -> sheet.replace(">Region<", ">Area<"));
        addComparedSheets(
                "changed value of another column",
                "north",
                sheet -> sheet,
                sheet -> sheet.replace(">north<", ">south<"));
        addComparedSheets(
                "changed value in a column without a heading",
                "north",
                sheet -> sheet.replace(cell("AM6", "Region"), ""),
                sheet -> sheet.replace(cell("AM6", "Region"), "").replace(">north<", ">south<"));
    }

    private void addComparedSheets(
            String sample, String region, UnaryOperator<String> before, UnaryOperator<String> after)
            throws IOException {
        String sheet = sheet(row(7, fixedCells(7) + (region.isEmpty() ? "" : cell("AM7", region))));
        String complete = region.isEmpty()
                ? sheet
                : sheet.replace("</row><row r=\"7\"", cell("AM6", "Region") + "</row><row r=\"7\"");
        addComparison(
                sample,
                around(before.apply(complete)).bytes(),
                around(after.apply(complete)).bytes());
    }

    private void addComparison(String sample, byte[] before, byte[] after) throws IOException {
        Path sent = Files.write(folder.resolve("schedule.xlsx"), before);
        Path response = Files.write(folder.resolve("response.xlsx"), after);
        List<Finding> findings =
                ScheduleComparison.compare(sent, response).report().findings();
        listing.add(
                sample,
                findings.stream()
                        .filter(finding -> finding.rule() == Rule.RESPONSE_FIXED_FIELD_CHANGED)
                        .toList());
    }
}
