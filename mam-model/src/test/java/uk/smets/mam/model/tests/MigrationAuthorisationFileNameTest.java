package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

class MigrationAuthorisationFileNameTest {
    private static final String EXAMPLE = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv";

    private static final UserId USER_ID = UserId.of("70-B3-D5-1F-30-00-A0-01");

    /** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
    private static final long FIRST_SECOND = -62_135_596_800L;

    private static final long LAST_SECOND = 253_402_300_799L;

    @Test
    void exampleOfClause721IsReadIntoItsParts() {
        MigrationAuthorisationFileName name = MigrationAuthorisationFileName.parse(EXAMPLE);
        assertThat(name.smso()).isEqualTo(Smso.CGI);
        assertThat(name.userId()).isEqualTo(USER_ID);
        assertThat(name.createdAt()).isEqualTo("2018-12-07T13:44:12");
        assertThat(name).hasToString(EXAMPLE);
        assertThat(name.format()).isEqualTo(EXAMPLE);
        assertThat(MigrationAuthorisationFileName.find(EXAMPLE)).contains(name);
    }

    @Test
    void archiveAndPasswordFileHaveNamesDerivedFromTheFile() {
        MigrationAuthorisationFileName name = MigrationAuthorisationFileName.parse(EXAMPLE);
        assertThat(name.archiveName()).isEqualTo("MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.zip");
        assertThat(name.passwordFileName()).isEqualTo("MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv");
    }

    @Test
    void dateAndTimeAreInUtcToTheSecond() {
        Instant summer = Instant.parse("2019-08-01T23:05:09.999Z");
        assertThat(MigrationAuthorisationFileName.of(Smso.TRL, USER_ID, summer))
                .hasToString("MA_TRL_70-B3-D5-1F-30-00-A0-01_20190801_230509.csv");
        assertThat(MigrationAuthorisationFileName.of(
                        Smso.TRL, USER_ID, Clock.fixed(summer, ZoneId.of("Europe/London"))))
                .hasToString("MA_TRL_70-B3-D5-1F-30-00-A0-01_20190801_230509.csv");
    }

    @Test
    void midnightIsWrittenWithAllZeros() {
        assertThat(new MigrationAuthorisationFileName(Smso.BRG, new UserId(0), LocalDateTime.of(1, 1, 1, 0, 0)))
                .hasToString("MA_BRG_00-00-00-00-00-00-00-00_00010101_000000.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MA_CGI.csv | got 10 characters instead of 50",
                "MB_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | it must start with MA_ and end with .csv",
                "ma_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | it must start with MA_ and end with .csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.CSV | it must start with MA_ and end with .csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.zip | it must start with MA_ and end with .csv",
                "MA-CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | it must start with MA_ and end with .csv",
                "MA_CGI-70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | must be an underscore at characters 7, 31 and 40",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01-20181207_134412.csv | must be an underscore at characters 7, 31 and 40",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207-134412.csv | must be an underscore at characters 7, 31 and 40",
                "MA_BTG_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | BTG is the superseded code of the SMSO BRG",
                "MA_INF_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | characters 4 to 6 are not the code of an SMSO",
                "MA_cgi_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv | characters 4 to 6 are not the code of an SMSO",
                "MA_CGI_70-b3-d5-1f-30-00-a0-01_20181207_134412.csv | characters 8 to 30 are not a User ID in upper"
                        + " case",
                "MA_CGI_70-G3-D5-1F-30-00-A0-01_20181207_134412.csv | characters 8 to 30 are not a User ID in upper"
                        + " case",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190229_134412.csv | characters 32 to 39 are not a real date YYYYMMDD",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_07122018_134412.csv | characters 32 to 39 are not a real date YYYYMMDD",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_240000.csv | characters 41 to 46 are not a real time HHMMSS",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_136012.csv | characters 41 to 46 are not a real time HHMMSS",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134460.csv | characters 41 to 46 are not a real time HHMMSS",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_1344+2.csv | characters 41 to 46 are not a real time HHMMSS",
            })
    void nameInAnotherFormIsRejectedWithItsInvalidPart(String name, String defect) {
        assertThat(MigrationAuthorisationFileName.find(name)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationAuthorisationFileName.parse(name))
                .withMessageStartingWith("a Migration Authorisation is named "
                        + "MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv, such as " + EXAMPLE + "; ")
                .withMessageEndingWith(defect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/tmp/" + EXAMPLE,
                EXAMPLE + "\n",
                " " + EXAMPLE,
                "MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412 (1).csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_\u0662\u0660\u0661\u0668\u0661\u0662\u0660\u0667_134412.csv",
            })
    void nameWithAnyDifferenceIsNotFound(String name) {
        assertThat(MigrationAuthorisationFileName.find(name)).isEmpty();
    }

    @Test
    void timeThatANameCannotExpressIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrationAuthorisationFileName(
                        Smso.CGI, USER_ID, LocalDateTime.of(2018, 12, 7, 13, 44, 12, 5_000_000)))
                .withMessage("a file name holds whole seconds; got 2018-12-07T13:44:12.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MigrationAuthorisationFileName.of(Smso.CGI, USER_ID, Instant.ofEpochSecond(LAST_SECOND + 1)))
                .withMessage("a file name holds the years 1 to 9999; got the year 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MigrationAuthorisationFileName.of(Smso.CGI, USER_ID, Instant.ofEpochSecond(FIRST_SECOND - 1)))
                .withMessage("a file name holds the years 1 to 9999; got the year 0");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        Instant now = Instant.EPOCH;
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.of(null, USER_ID, now))
                .withMessage("smso");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.of(Smso.CGI, null, now))
                .withMessage("userId");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.of(Smso.CGI, USER_ID, (Instant) null))
                .withMessage("instant");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.of(Smso.CGI, USER_ID, (Clock) null))
                .withMessage("clock");
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationAuthorisationFileName(Smso.CGI, USER_ID, null))
                .withMessage("createdAt");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.parse(null))
                .withMessage("fileName");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisationFileName.find(null))
                .withMessage("fileName");
    }

    @Property
    void everyNameReadsBackFromItsText(
            @ForAll Smso smso,
            @ForAll long userId,
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long second) {
        Instant instant = Instant.ofEpochSecond(second);
        MigrationAuthorisationFileName name = MigrationAuthorisationFileName.of(smso, new UserId(userId), instant);
        assertThat(name.format()).hasSize(50);
        assertThat(MigrationAuthorisationFileName.parse(name.format())).isEqualTo(name);
        assertThat(MigrationAuthorisationFileName.find(name.toString())).contains(name);
        assertThat(name.createdAt().toInstant(ZoneOffset.UTC)).isEqualTo(instant);
    }

    @Property
    void foundNameIsWrittenAsItWasRead(
            @ForAll @IntRange(max = 49) int at, @ForAll @CharRange(from = ' ', to = '~') char character) {
        StringBuilder text = new StringBuilder(EXAMPLE);
        text.setCharAt(at, character);
        MigrationAuthorisationFileName.find(text.toString())
                .ifPresent(name -> assertThat(name).hasToString(text.toString()));
    }
}
