package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Sheets with markup of other programs: every answer is written where readers find it, or nothing is written. */
class ForeignMarkupTest {
    private static final String MAIN = HandMadeWorkbook.MAIN;

    private static final List<String> MARKUP = List.of(
            "<foo/>",
            "<foo><bar>text</bar></foo>",
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice/>"
                    + "</mc:AlternateContent>",
            "<q:foo xmlns:q=\"urn:other\" r=\"7\"/>",
            "<q:row xmlns:q=\"urn:other\" r=\"90\"><q:c r=\"Q90\"/></q:row>",
            "<q:row xmlns:q=\"" + MAIN + "\" r=\"90\"><q:c r=\"A90\"/></q:row>",
            "<row xmlns=\"urn:other\" r=\"90\"><c r=\"A90\"/></row>",
            "<row r=\"90\"><c r=\"A90\"/></row>",
            "<q:c xmlns:q=\"" + MAIN + "\" r=\"Q7\" t=\"str\"><q:v>N</q:v></q:c>",
            "<c xmlns=\"urn:other\" r=\"Q7\"/>",
            "<extLst><ext uri=\"{X}\"><row r=\"8\"><c r=\"Q8\"/></row><c r=\"Q7\"><v>1</v></c></ext></extLst>",
            "<extLst><ext uri=\"{X}\"><c r=\"Q7\"/></ext></extLst>",
            "<sheetData/>",
            "<sheetData><row r=\"90\"><c r=\"A90\"/></row></sheetData>",
            "<q:sheetData xmlns:q=\"" + MAIN + "\"/>",
            "<!-- <row r=\"90\"> -->",
            "<?app <c r=\"Q7\"> ?>",
            "<![CDATA[</row>]]>",
            "<v>1</v>",
            "<f>1</f>",
            "<is><t>N</t></is>");

    @TempDir
    Path folder;

    static Stream<Arguments> markupInEveryPlace() {
        String plain = sheet(rows());
        List<Integer> places = new ArrayList<>();
        for (String tag : List.of("<worksheet", "<sheetData>", "</sheetData>", "<row r=\"7\">", "</row>")) {
            int at = plain.indexOf(tag, tag.equals("</row>") ? plain.indexOf("<row r=\"8\">") : 0);
            places.add(plain.indexOf('>', at) + 1);
            places.add(tag.equals("<worksheet") ? plain.indexOf("<sheetData>") : at);
        }
        places.add(plain.indexOf("<c r=\"B8\""));
        places.add(plain.indexOf("<is>", plain.indexOf("<c r=\"B8\"")));
        places.add(plain.indexOf("</c>", plain.indexOf("<c r=\"B8\"")));
        places.add(plain.indexOf("</worksheet>"));
        return places.stream()
                .distinct()
                .flatMap(place -> MARKUP.stream()
                        .map(markup -> Arguments.of(plain.substring(0, place) + markup + plain.substring(place))));
    }

    private static String[] rows() {
        return new String[] {
            row(7, fixedCells(7)),
            row(8, fixedCells(8) + "<c r=\"Q8\" s=\"1\"/>" + cell("AM8", "note")),
            row(9, fixedCells(9))
        };
    }

    @ParameterizedTest
    @MethodSource("markupInEveryPlace")
    void everyAnswerIsWrittenWhereReadersFindItOrNothingIsWritten(String sheet) throws IOException {
        byte[] schedule = around(sheet).bytes();
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(schedule, "stream")).answerAll(ScheduleAnswer.priority());
        Optional<byte[]> written = written(response);
        assertThat(isSound(response)).as("check and write agree").isEqualTo(written.isPresent());
        if (written.isPresent()) {
            Path before = Files.write(folder.resolve("before.xlsx"), schedule);
            Path after = Files.write(folder.resolve("after.xlsx"), written.get());
            ScheduleComparison comparison = ScheduleComparison.compare(before, after);
            assertThat(comparison.report().findings()).isEmpty();
            assertThat(comparison.changes())
                    .extracting(
                            change -> change.at().reference() + change.after().orElse(""))
                    .containsExactly("Q7Y", "Q8Y", "Q9Y");
        }
    }

    private static Optional<byte[]> written(MigrationScheduleResponse response) throws IOException {
        try {
            return Optional.of(response.toBytes());
        } catch (InvalidDocumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSound(MigrationScheduleResponse response) throws IOException {
        try {
            return response.check().isSound();
        } catch (InvalidDocumentException e) {
            return false;
        }
    }

    @Test
    void unknownElementBetweenRowsIsCopied() throws IOException {
        String sheet = sheet(row(7, fixedCells(7)), "<foo><row2/></foo>", row(8, fixedCells(8)));
        byte[] response = MigrationScheduleResponse.to(Input.of(around(sheet).bytes(), "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes();
        assertThat(WorkbookParts.of(response).sheet())
                .contains("</row><foo><row2/></foo><row r=\"8\">")
                .contains("<c r=\"Q8\" t=\"inlineStr\"><is><t>Y</t></is></c></row></sheetData>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<q:row xmlns:q=\"" + MAIN + "\" r=\"8\"><q:c r=\"A8\"/></q:row> | a row under a second prefix",
                "<row r=\"8\" xmlns=\"urn:other\"/> | a prefix with two meanings",
                "<row r=\"8\"><c r=\"A8\" t=\"str\"><v>1</v><v>2</v></c></row> | a cell with two values"
            })
    void ambiguousSheetIsRefusedWithItsCause(String row, String cause) {
        byte[] schedule = around(sheet(row(7, fixedCells(7)), row)).bytes();
        assertThatThrownBy(() -> MigrationScheduleResponse.to(Input.of(schedule, "stream"))
                        .answerAll(ScheduleAnswer.priority())
                        .check())
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertIsRefused(e, MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, "answer to " + cause)));
    }

    private static void assertIsRefused(InvalidDocumentException refusal, String named) {
        assertThat(refusal.report().findings()).singleElement().satisfies(finding -> {
            assertThat(Notices.describe(finding)).isEqualTo("file ERROR WORKBOOK_UNREADABLE");
            assertThat(finding.message()).contains(named);
        });
    }

    private static WorkbookParts withPictures() {
        return around(sheet(row(7, fixedCells(7))))
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Default Extension=\"png\" ContentType=\"image/png\"/></Types>");
    }

    @Test
    void damagedPartThatIsOnlyCopiedIsRefusedByName() throws IOException {
        byte[] schedule = withPictures()
                .put("xl/media/image1.png", "a stored picture to be damaged: 0123456789")
                .stored()
                .bytes();
        int at = new String(schedule, ISO_8859_1).indexOf("0123456789");
        schedule[at]++;
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(schedule, "stream")).answerAll(ScheduleAnswer.priority());
        assertThatThrownBy(response::toBytes)
                .isInstanceOfSatisfying(InvalidDocumentException.class, e -> assertIsRefused(e, "xl/media/image1.png"));
        assertThatThrownBy(response::check).isInstanceOf(InvalidDocumentException.class);
    }

    @Test
    void pictureIsCopied() throws IOException {
        byte[] schedule =
                withPictures().put("xl/media/image1.png", new byte[3_000_000]).bytes();
        byte[] response = MigrationScheduleResponse.to(Input.of(schedule, "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes();
        assertThat(WorkbookParts.of(response).all().get("xl/media/image1.png")).hasSize(3_000_000);
    }
}
