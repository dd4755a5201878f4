package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;

class ResponseTest {
    private static final Mpan ABSENT = Mpan.of("1000000000040");

    @TempDir
    Path folder;

    private Path schedule;
    private Path response;

    @BeforeEach
    void writeSchedule() throws IOException {
        schedule = folder.resolve("schedule.xlsx");
        response = folder.resolve("response.xlsx");
        Schedules.schedule(4).write(schedule);
    }

    private List<MigrationScheduleRow> answered() throws IOException {
        return MigrationSchedule.parse(response).rows();
    }

    private static List<Finding> errorsOf(MigrationScheduleResponse refused) {
        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> refused.write(new ByteArrayOutputStream()));
        return refusal.report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void certificatesForAllRowsAreWrittenForTheDevicesOfEachRow() throws IOException {
        WrittenResponse written = MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .write(response);
        assertThat(written.file().rows()).isEqualTo(4);
        assertThat(written.answeredRows()).isEqualTo(4);
        assertThat(written.changedFields()).isEqualTo(2 * 12 + 2 * 4);
        assertThat(answered())
                .extracting(MigrationScheduleRow::certificateIds)
                .containsExactly(
                        CertificateIds.ofSupplier(Schedules.OURS),
                        CertificateIds.ofElectricitySupplier(Schedules.OURS),
                        CertificateIds.ofSupplier(Schedules.OURS),
                        CertificateIds.ofElectricitySupplier(Schedules.OURS));
    }

    @Test
    void certificatesForAllRowsAreOmittedForDevicesThatARowDoesNotHave() throws IOException {
        CertificateIds ten = CertificateIds.ofSupplier(Schedules.OURS)
                .withEsmeNetworkOperator(Schedules.THEIRS)
                .withGpfNetworkOperator(Schedules.THEIRS);
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.certificates(ten))
                .write(response);
        assertThat(answered().get(0).certificateIds()).isEqualTo(ten);
        assertThat(answered().get(1).certificateIds())
                .isEqualTo(
                        CertificateIds.ofElectricitySupplier(Schedules.OURS).withEsmeNetworkOperator(Schedules.THEIRS));
    }

    @Test
    void answersFindTheirRowsByMpanMprnAndRowNumber() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority())
                .answer(Mprn.of("1000000210"), ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .answerRow(10, ScheduleAnswer.priority())
                .write(response);
        assertThat(answered()).extracting(MigrationScheduleRow::priority).containsExactly(false, true, false, true);
        assertThat(answered().get(2).certificateIds()).isEqualTo(CertificateIds.ofSupplier(Schedules.OURS));
    }

    @Test
    void responseThatFillsNoYellowFieldIsAWarning() throws IOException {
        assertThat(MigrationScheduleResponse.to(schedule).check().findings())
                .singleElement()
                .extracting(Notices::describe, finding -> finding.at().file())
                .containsExactly("Migration Schedule WARNING RESPONSE_WITHOUT_ANSWERS", "schedule.xlsx");
        assertThat(MigrationScheduleResponse.to(schedule)
                        .answerAll(ScheduleAnswer.certificates(CertificateIds.NONE))
                        .write(response)
                        .report()
                        .counts())
                .containsOnlyKeys(Rule.RESPONSE_WITHOUT_ANSWERS);
        assertThat(MigrationScheduleResponse.to(schedule)
                        .check(ValidationOptions.defaults().without(Rule.RESPONSE_WITHOUT_ANSWERS))
                        .findings())
                .isEmpty();
    }

    @Test
    void oneFilledYellowFieldIsAnAnswerWhetherNewOrExisting() throws IOException {
        MigrationScheduleResponse prioritised =
                MigrationScheduleResponse.to(schedule).answerRow(8, ScheduleAnswer.priority());
        assertThat(prioritised.check().counts()).doesNotContainKey(Rule.RESPONSE_WITHOUT_ANSWERS);
        prioritised.write(response);
        assertThat(MigrationScheduleResponse.to(response).check().counts())
                .doesNotContainKey(Rule.RESPONSE_WITHOUT_ANSWERS);
    }

    @Test
    void leadingZerosOfAnMprnAreIgnored() throws IOException {
        Files.write(
                schedule,
                WorkbookParts.of(Schedules.schedule(1).toBytes())
                        .inSheet(">3938424403<", ">38424402<")
                        .bytes());
        MigrationScheduleResponse.to(schedule)
                .answer(Mprn.of("0038424402"), ScheduleAnswer.priority())
                .write(response);
        assertThat(answered().get(0).priority()).isTrue();
    }

    @Test
    void answerToOneRowOverridesThatToAllRowsFieldByField() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS).withPriority())
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority().withoutPriority())
                .answer(
                        Schedules.ELECTRICITY_ONLY,
                        ScheduleAnswer.certificates(CertificateIds.ofElectricitySupplier(Schedules.THEIRS)))
                .write(response);
        assertThat(answered().get(0).priority()).isFalse();
        assertThat(answered().get(0).certificateIds()).isEqualTo(CertificateIds.ofSupplier(Schedules.OURS));
        assertThat(answered().get(1).priority()).isTrue();
        assertThat(answered().get(1).certificateIds())
                .isEqualTo(CertificateIds.ofElectricitySupplier(Schedules.THEIRS));
    }

    @Test
    void responseToAResponseChangesAndEmptiesFilledFields() throws IOException {
        Path first = folder.resolve("first.xlsx");
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS)
                        .withNetworkOperatorCertificates(Schedules.THEIRS)
                        .withPriority())
                .write(first);
        MigrationScheduleResponse.to(first)
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.nothing())
                .answer(
                        Schedules.ELECTRICITY_ONLY,
                        ScheduleAnswer.supplierCertificates(Schedules.THEIRS)
                                .withoutCertificate(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL)
                                .withoutCertificate(CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL))
                .write(response);
        assertThat(answered().get(0)).isEqualTo(Schedules.row(0));
        assertThat(answered().get(1).certificateIds())
                .isEqualTo(CertificateIds.ofElectricitySupplier(Schedules.THEIRS));
        assertThat(answered().get(1).priority()).isTrue();
        assertThat(answered().get(2).certificateIds().esmeNetworkOperator()).isEqualTo(Schedules.THEIRS);
    }

    @Test
    void repeatedAnswersProduceTheSameBytes() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .write(response);
        byte[] again = MigrationScheduleResponse.to(response)
                .answer(ScheduleAnswers.parse(response))
                .toBytes();
        assertThat(Digest.ofParts(again)).isEqualTo(Digest.ofParts(Files.readAllBytes(response)));
    }

    @Test
    void answersAreReadBackFromTheResponse() throws IOException {
        ScheduleAnswer all = ScheduleAnswer.certificates(CertificateIds.ofElectricitySupplier(Schedules.OURS));
        MigrationScheduleResponse.to(schedule)
                .answer(Schedules.ELECTRICITY_ONLY, all.withPriority())
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority())
                .write(response);
        ScheduleAnswers answers = ScheduleAnswers.parse(response);
        assertThat(answers.header()).isEqualTo(Schedules.HEADER);
        assertThat(answers.rows())
                .containsExactly(
                        new ScheduleAnswers.Row(
                                7,
                                Optional.of(Schedules.DUAL_FUEL),
                                Optional.of(Schedules.DUAL_FUEL_GAS),
                                ScheduleAnswer.priority()),
                        new ScheduleAnswers.Row(
                                8, Optional.of(Schedules.ELECTRICITY_ONLY), Optional.empty(), all.withPriority()));
    }

    @Test
    void responseWithoutAnswersIsACopyOfTheSchedule() throws IOException {
        WrittenResponse written = MigrationScheduleResponse.to(schedule).write(response);
        assertThat(written.answeredRows()).isZero();
        assertThat(Digest.ofParts(Files.readAllBytes(response)))
                .isEqualTo(Digest.ofParts(Files.readAllBytes(schedule)));
    }

    @Test
    void writtenResponseReportsSizeAndMd5OfItsFile() throws IOException {
        WrittenResponse written = MigrationScheduleResponse.to(schedule)
                .answerRow(7, ScheduleAnswer.priority())
                .write(response);
        byte[] bytes = Files.readAllBytes(response);
        assertThat(written.file().size()).isEqualTo(bytes.length);
        assertThat(written.file().md5()).hasValue(Digest.md5(bytes));
        assertThat(written.toString()).doesNotContain(Digest.md5(bytes));
    }

    @Test
    void everyAnswerWithoutARowIsReportedAndNothingIsWritten() throws IOException {
        MigrationScheduleResponse refused = MigrationScheduleResponse.to(schedule)
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority())
                .answer(ABSENT, ScheduleAnswer.priority())
                .answer(Mprn.of("3938424404"), ScheduleAnswer.priority())
                .answerRow(3, ScheduleAnswer.priority())
                .answerRow(4_000, ScheduleAnswer.priority());
        assertThat(errorsOf(refused))
                .hasSize(4)
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.ANSWER_WITHOUT_ROW);
                    assertThat(finding.at()).isEqualTo(new Location.WholeSheet("schedule.xlsx", "Migration Schedule"));
                    assertThat(finding.toString())
                            .doesNotContain("1000000000040")
                            .doesNotContain("3938424404");
                })
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("answer 2", "MPAN"),
                        message -> assertThat(message).contains("answer 3", "MPRN"),
                        message -> assertThat(message).contains("answer 4", "row number"),
                        message -> assertThat(message).contains("answer 5", "row number"));
        assertThatThrownBy(() -> refused.write(response)).isInstanceOf(InvalidDocumentException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**response*").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void answersWithoutARowStayErrorsWhicheverRulesAreOff() throws IOException {
        ValidationOptions options = ValidationOptions.defaults()
                .without(Rule.RESPONSE_FIXED_FIELD_CHANGED)
                .without(Rule.MPXN_DUPLICATE);
        MigrationScheduleResponse refused =
                MigrationScheduleResponse.to(schedule).answer(ABSENT, ScheduleAnswer.priority());
        assertThat(refused.check(options).isSound()).isFalse();
        assertThatThrownBy(() -> refused.write(response, options)).isInstanceOf(InvalidDocumentException.class);
    }

    @Test
    void answerThatMatchesTwoRowsNamesBoth() throws IOException {
        Schedules.schedule(1).write(schedule);
        MigrationScheduleRow twin = Schedules.row(0).toBuilder().mprn(null).build();
        new MigrationSchedule(Schedules.HEADER, List.of(Schedules.row(0), Schedules.row(1), twin)).write(schedule);
        assertThat(errorsOf(
                        MigrationScheduleResponse.to(schedule).answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.MPXN_DUPLICATE);
                    assertThat(((Location.Cell) finding.at()).reference()).isEqualTo("A9");
                    assertThat(finding.message()).contains("row 7");
                });
    }

    @Test
    void twoAnswersToOneRowAreRefused() throws IOException {
        assertThat(errorsOf(MigrationScheduleResponse.to(schedule)
                        .answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority())
                        .answer(Schedules.DUAL_FUEL_GAS, ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.MPXN_DUPLICATE);
                    assertThat(finding.at()).hasToString("schedule.xlsx: Migration Schedule!B7 (MPRN)");
                    assertThat(finding.message())
                            .isEqualTo(MessageListing.pinned(Rule.MPXN_DUPLICATE, "two answers to one row"))
                            .contains("answer 1", "answer 2");
                });
        MigrationScheduleResponse twice =
                MigrationScheduleResponse.to(schedule).answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twice.answer(Schedules.DUAL_FUEL, ScheduleAnswer.priority()))
                .withMessageContaining("answer 1")
                .withMessageNotContaining(Schedules.DUAL_FUEL.toString());
    }

    @Test
    void rowNumbersAreCountedFromOne() {
        MigrationScheduleResponse to = MigrationScheduleResponse.to(schedule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> to.answerRow(0, ScheduleAnswer.priority()))
                .withMessageStartingWith("row: ");
    }

    @Test
    void rowThatNamesOneCertificateNeedsAllThatAreMandatory() throws IOException {
        CertificateIds one = CertificateIds.of(
                slot -> Schedules.OURS.critical().filter(id -> slot == CertificateSlot.ESME_SUPPLIER_CRITICAL));
        List<Finding> errors = MigrationScheduleResponse.to(schedule)
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.certificates(one))
                .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority())
                .check(Notices.OPTIONS)
                .findings();
        assertThat(errors).hasSize(5).extracting(Finding::rule).containsOnly(Rule.CERTIFICATE_MISSING);
        assertThat(errors)
                .extracting(finding -> ((Location.Cell) finding.at()).reference())
                .contains("T7", "AJ7");
    }

    @Test
    void certificateWithoutItsMeterPointIsWrittenToANamedRowWithAWarning() throws IOException {
        WrittenResponse written = MigrationScheduleResponse.to(schedule)
                .answer(
                        Schedules.ELECTRICITY_ONLY,
                        ScheduleAnswer.certificates(CertificateIds.ofSupplier(Schedules.OURS)))
                .write(response);
        assertThat(written.report().counts()).containsOnlyKeys(Rule.CERTIFICATE_UNEXPECTED);
        assertThat(MigrationSchedule.parse(response, ValidationOptions.defaults())
                        .rows()
                        .get(1)
                        .certificateIds())
                .isEqualTo(CertificateIds.ofSupplier(Schedules.OURS));
    }

    @Test
    void affiliatedElectricitySupplierMayNotNameGasCertificatesInAnExceptedGroup() throws IOException {
        Responsibility affiliated =
                Responsibility.of(Responsibility.Meters.ELECTRICITY).withAffiliate();
        ValidationOptions options = ValidationOptions.defaults()
                .responsibilities(Responsibilities.ofAll(affiliated))
                .groupIds(Map.of(Schedules.DUAL_FUEL, "EA", Mpan.of("1234567890126"), "AA"));
        MigrationScheduleResponse all = MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.certificates(CertificateIds.ofSupplier(Schedules.OURS)));
        assertThat(all.check(options).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.RESPONSE_GROUP_NOT_AFFILIATED);
            assertThat(((Location.Cell) finding.at()).reference()).isEqualTo("Z7");
        });
        CertificateIds esmeOnly = CertificateIds.ofElectricitySupplier(Schedules.OURS);
        MigrationScheduleResponse.to(schedule)
                .answer(Schedules.DUAL_FUEL, ScheduleAnswer.certificates(esmeOnly))
                .write(response, options);
        assertThat(MigrationSchedule.parse(response, options).rows().get(0).certificateIds())
                .isEqualTo(esmeOnly);
    }

    @Test
    void prefilledYellowFieldIsCheckedUnlessItIsAnswered() throws IOException {
        byte[] prefilled = WorkbookParts.of(Schedules.schedule(2).toBytes())
                .inSheet("<c r=\"Q7\" s=\"7\"/>", "<c r=\"Q7\" s=\"7\" t=\"inlineStr\"><is><t>y</t></is></c>")
                .bytes();
        Files.write(schedule, prefilled);
        assertThat(errorsOf(MigrationScheduleResponse.to(schedule)
                        .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.PRIORITY_VALUE);
                    assertThat(finding.at()).hasToString("schedule.xlsx: Migration Schedule!Q7 (Priority)");
                    assertThat(finding.found()).hasValue("y");
                });
        MigrationScheduleResponse.to(schedule)
                .answerRow(7, ScheduleAnswer.priority())
                .write(response);
        assertThat(answered().get(0).priority()).isTrue();
    }

    @Test
    void errorsOfDccInFixedFieldsDoNotStopTheResponse() throws IOException {
        Files.write(
                schedule,
                WorkbookParts.of(Schedules.schedule(2).toBytes())
                        .inSheet(">05/08/2019<", ">31/09/2019<")
                        .bytes());
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.priority())
                .write(response);
        assertThat(MigrationSchedule.validate(response).counts()).containsKey(Rule.DATE_FORMAT);
    }

    @Test
    void issuerNameMayContainCharactersThatXmlEscapes() throws IOException {
        CertificatePair odd = CertificatePair.of(
                CertificateId.of("1", "CN=A & B <x>,O=\"y\""), CertificateId.of("2", "CN=_x0041_  z"));
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(odd))
                .write(response);
        assertThat(answered().get(0).certificateIds()).isEqualTo(CertificateIds.ofSupplier(odd));
    }

    @Test
    void scheduleIsNeverOverwritten() throws IOException {
        String before = Digest.sha256(Files.readAllBytes(schedule));
        MigrationScheduleResponse to = MigrationScheduleResponse.to(schedule).answerAll(ScheduleAnswer.priority());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> to.write(folder.resolve(".").resolve("schedule.xlsx")))
                .withMessageContaining("never changed");
        assertThat(Digest.sha256(Files.readAllBytes(schedule))).isEqualTo(before);
    }

    @Test
    void nameOfAnotherKindOfWorkbookIsRefused() {
        MigrationScheduleResponse to = MigrationScheduleResponse.to(schedule).answerAll(ScheduleAnswer.priority());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> to.write(folder.resolve("response.xlsm")))
                .withMessageContaining(".xlsx");
    }

    @Test
    void fileThatIsNotAScheduleIsRefusedWithOneFinding() throws IOException {
        Files.writeString(schedule, "MPAN,MPRN", UTF_8);
        assertThat(errorsOf(MigrationScheduleResponse.to(schedule)))
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo(Rule.WORKBOOK_UNREADABLE);
        Files.writeString(schedule, "", UTF_8);
        assertThat(errorsOf(MigrationScheduleResponse.to(schedule)))
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo(Rule.FILE_EMPTY);
    }

    @Test
    void bytesAreAnsweredLikeAFile() throws IOException {
        byte[] bytes = MigrationScheduleResponse.to(Input.of(Files.readAllBytes(schedule), "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes();
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.priority())
                .write(response);
        assertThat(Digest.sha256(Files.readAllBytes(response))).isEqualTo(Digest.sha256(bytes));
    }

    @Test
    void unchangedAnswersAreNotCountedAsChanged() throws IOException {
        Path first = folder.resolve("first.xlsx");
        ScheduleAnswer ours = ScheduleAnswer.supplierCertificates(Schedules.OURS);
        assertThat(MigrationScheduleResponse.to(schedule)
                        .answerRow(7, ours)
                        .write(first)
                        .changedFields())
                .isEqualTo(12);
        WrittenResponse again = MigrationScheduleResponse.to(first)
                .answerRow(7, ours.withPriority())
                .write(folder.resolve("second.xlsx"));
        assertThat(again.answeredRows()).isEqualTo(1);
        assertThat(again.changedFields()).isEqualTo(1);
    }

    @Test
    void reportListsTheFindingsThatRemainInTheResponse() throws IOException {
        byte[] wrong = WorkbookParts.of(Files.readAllBytes(schedule))
                .inSheet("1312345678907", "1312345678901")
                .inSheet("25/08/2019", "04/08/2019")
                .bytes();
        Path faulty = Files.write(folder.resolve("faulty.xlsx"), wrong);
        Path response = folder.resolve("response.xlsx");
        WrittenResponse written = MigrationScheduleResponse.to(faulty)
                .answerRow(8, ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .write(response, ValidationOptions.defaults().named("response.xlsx"));
        assertThat(written.report().errors()).isPositive();
        assertThat(written.report()).isEqualTo(MigrationSchedule.validate(response));
    }

    @Test
    void reportListsFindingsOfRepeatedTextsInUnansweredCells() throws IOException {
        Grid grid = new Grid("Schedule");
        List<String> header = List.of("Name", "SEC Party Signifier", "Market Participant ID", "SMSO");
        List<String> values = List.of("Example Ltd", "EXSUPP", "EXPL", "NPW");
        for (int i = 0; i < header.size(); i++) {
            grid.put(1, i + 1, CellXml.text(header.get(i))).put(2, i + 1, CellXml.text(values.get(i)));
        }
        MigrationSchedule.fields().forEach(field -> grid.put(field.number(), 6, CellXml.text(field.name())));
        List<String> devices =
                List.of("70-B3-D5-1F-30-00-00-17", "70-B3-D5-1F-30-00-00-1", "70-B3-D5-1F-30-00-00-17", "  ");
        List<String> serials = List.of("0001", "0001", "padded ", "70-B3-D5-1F-30-00-00-17");
        for (int i = 0; i < devices.size(); i++) {
            int row = 7 + i;
            grid.put("A" + row, Schedules.mpan(row).toString())
                    .put("C" + row, "05/08/2019")
                    .put("D" + row, "25/08/2019")
                    .put("E" + row, devices.get(i))
                    .put("G" + row, "70-B3-D5-1F-31-00-00-17")
                    .put("M" + row, serials.get(i))
                    .put("Q" + row, "Y");
        }
        Path shared =
                Files.write(folder.resolve("shared.xlsx"), GridWorkbook.of(grid).bytes());
        Path response = folder.resolve("response.xlsx");
        WrittenResponse written = MigrationScheduleResponse.to(shared)
                .answerRow(8, ScheduleAnswer.nothing())
                .write(response, ValidationOptions.defaults().named("response.xlsx"));
        assertThat(written.report().errors()).isEqualTo(2);
        assertThat(written.report().warnings()).isPositive();
        assertThat(written.report()).isEqualTo(MigrationSchedule.validate(response));
        assertThat(written.changedFields()).isEqualTo(1);
    }
}
