package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFormTest {
    private static final byte[] ZIP = {'P', 'K', 3, 4, 20};
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
    };
    private static final byte[] TEXT = "MPAN,MPRN".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"schedule.xlsx", "SCHEDULE.XLSX", "schedule.xlsm", ".xlsx"})
    void fileWithTheNameOfAWorkbookIsReadAsOneWhateverItContains(String name) {
        assertThat(WorkbookForm.isName(name)).isTrue();
        assertThat(WorkbookForm.isWorkbook(name, TEXT)).isTrue();
        assertThat(WorkbookForm.isWorkbook(name, new byte[0])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule.xls", "schedule.csv", "schedule.zip", "schedule.xlsx.csv", "xlsx", ""})
    void textWithAnotherNameIsNotAWorkbook(String name) {
        assertThat(WorkbookForm.isName(name)).isFalse();
        assertThat(WorkbookForm.isWorkbook(name, TEXT)).isFalse();
    }

    @Test
    void zipContainerIsAPackageUnlessItIsNamedAsAnArchive() {
        assertThat(WorkbookForm.isPackage("upload", ZIP)).isTrue();
        assertThat(WorkbookForm.isWorkbook("upload", ZIP)).isTrue();
        assertThat(WorkbookForm.isArchive("upload", ZIP)).isFalse();
        assertThat(WorkbookForm.isPackage("upload.ZIP", ZIP)).isFalse();
        assertThat(WorkbookForm.isWorkbook("upload.ZIP", ZIP)).isFalse();
        assertThat(WorkbookForm.isArchive("upload.ZIP", ZIP)).isTrue();
    }

    @Test
    void textIsNeitherAPackageNorAnArchive() {
        assertThat(WorkbookForm.isPackage("upload", TEXT)).isFalse();
        assertThat(WorkbookForm.isArchive("upload.zip", TEXT)).isFalse();
    }

    @Test
    void compoundFileIsReadAsAWorkbookWhateverItsName() {
        assertThat(WorkbookForm.isCompoundFile(COMPOUND_FILE)).isTrue();
        assertThat(WorkbookForm.isWorkbook("schedule.xls", COMPOUND_FILE)).isTrue();
        assertThat(WorkbookForm.isZip(COMPOUND_FILE)).isFalse();
    }

    @Test
    void formIsRecognisedByAllItsFirstBytes() {
        assertThat(WorkbookForm.isZip(ZIP)).isTrue();
        assertThat(WorkbookForm.isZip(Arrays.copyOf(ZIP, 4))).isTrue();
        assertThat(WorkbookForm.isZip(Arrays.copyOf(ZIP, 3))).isFalse();
        assertThat(WorkbookForm.isZip(new byte[] {'P', 'K', 5, 6})).isFalse();
        assertThat(WorkbookForm.isCompoundFile(Arrays.copyOf(COMPOUND_FILE, 8))).isTrue();
        assertThat(WorkbookForm.isCompoundFile(Arrays.copyOf(COMPOUND_FILE, 7))).isFalse();
        assertThat(WorkbookForm.isCompoundFile(TEXT)).isFalse();
    }
}
