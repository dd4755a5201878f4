package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.NoticePeriod;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WorkingDays;

class ValidationOptionsTest {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();
    private static final NetworkOperatorCertificates LIST = NetworkOperatorCertificates.of(Map.of());
    private static final LocalDate NOTICE = LocalDate.of(2019, 8, 1);
    private static final NoticePeriod TWO_DAYS = new NoticePeriod(2, WorkingDays.ofEnglandAndWales());
    private static final MeterPointList DORMANT = MeterPointList.builder().build();
    private static final MeterPointList ACTIVE = MeterPointList.builder().build();
    private static final Addressee US = new Addressee(Set.of(SecPartySignifier.of("EXSUPP")), Set.of());
    private static final SeenMeterPoints SEEN = SeenMeterPoints.none();
    private static final Mpan MPAN = Mpan.of("1312345678907");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleIsOnWithTheSeverityOfItsFinding(Rule rule) {
        assertThat(DEFAULTS.isOn(rule)).isTrue();
        for (Severity own : Severity.values()) {
            assertThat(DEFAULTS.severityOf(rule, own)).contains(own);
        }
    }

    @Test
    void defaultsMatchTheDocumentation() {
        assertThat(DEFAULTS.submittedAt()).isEmpty();
        assertThat(DEFAULTS.deadlineZone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(DEFAULTS.networkOperators()).isEmpty();
        assertThat(DEFAULTS.distributors())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(10, 38).boxed().toList());
        assertThat(DEFAULTS.dormant()).isEmpty();
        assertThat(DEFAULTS.active()).isEmpty();
        assertThat(DEFAULTS.addressee()).isEqualTo(Addressee.ANY);
        assertThat(DEFAULTS.seenMeterPoints()).isEmpty();
        assertThat(DEFAULTS.findingsKept()).isEqualTo(1_000);
        assertThat(DEFAULTS.fieldLimit()).isEqualTo(65_536);
        assertThat(DEFAULTS.sourceName()).isEmpty();
    }

    @Test
    void optionsOfWorkbooksHaveDefaults() {
        assertThat(DEFAULTS.notifiedOn()).isEmpty();
        assertThat(DEFAULTS.noticePeriod()).isEqualTo(NoticePeriod.ofFifteenWorkingDays());
        assertThat(DEFAULTS.groupIds()).isEmpty();
        assertThat(DEFAULTS.workbookPartLimit()).isEqualTo(4L << 30);
        assertThat(DEFAULTS.workbookPartRatio()).isEqualTo(400);
    }

    @Test
    void optionsOfWorkbooksAreKept() {
        ValidationOptions options = DEFAULTS.notifiedOn(NOTICE, TWO_DAYS)
                .groupIds(Map.of(MPAN, "EA"))
                .workbookPartLimits(1_000, 2)
                .named("schedule.xlsx");
        assertThat(options.notifiedOn()).contains(NOTICE);
        assertThat(options.noticePeriod()).isEqualTo(TWO_DAYS);
        assertThat(options.groupIds()).containsExactly(Map.entry(MPAN, "EA"));
        assertThat(options.workbookPartLimit()).isEqualTo(1_000);
        assertThat(options.workbookPartRatio()).isEqualTo(2);
        assertThat(DEFAULTS.notifiedOn(NOTICE).noticePeriod()).isEqualTo(NoticePeriod.ofFifteenWorkingDays());
    }

    @Test
    void invalidOptionsOfWorkbooksAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.notifiedOn(LocalDate.of(2018, 12, 31)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.workbookPartLimits(0, 1))
                .withMessageContaining("got 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.workbookPartLimits(1, 0));
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.notifiedOn(null))
                .withMessage("date");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.notifiedOn(NOTICE, null))
                .withMessage("period");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.groupIds(null))
                .withMessage("groupIds");
    }

    @Test
    void singleRuleCanBeTurnedOff() {
        ValidationOptions options = DEFAULTS.without(Rule.MPAN_DISTRIBUTOR);
        assertThat(options.isOn(Rule.MPAN_DISTRIBUTOR)).isFalse();
        assertThat(options.severityOf(Rule.MPAN_DISTRIBUTOR, Severity.ERROR)).isEmpty();
        assertThat(options.isOn(Rule.MPAN_CHECK_DIGIT)).isTrue();
    }

    @Test
    void givenSeverityOverridesTheSeverityOfTheFinding() {
        ValidationOptions options = DEFAULTS.with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        assertThat(options.severityOf(Rule.MPXN_DUPLICATE, Severity.WARNING)).contains(Severity.ERROR);
        assertThat(options.isOn(Rule.MPXN_DUPLICATE)).isTrue();
        assertThat(options.severityOf(Rule.MPAN_CHECK_DIGIT, Severity.WARNING)).contains(Severity.WARNING);
    }

    @Test
    void lastOptionForARuleApplies() {
        assertThat(DEFAULTS.without(Rule.NO_ROWS)
                        .with(Rule.NO_ROWS, Severity.INFO)
                        .isOn(Rule.NO_ROWS))
                .isTrue();
        assertThat(DEFAULTS.with(Rule.NO_ROWS, Severity.INFO)
                        .without(Rule.NO_ROWS)
                        .isOn(Rule.NO_ROWS))
                .isFalse();
    }

    @Test
    void changingAnOptionKeepsTheOthers() {
        ValidationOptions options = changed();
        assertThat(options.isOn(Rule.NO_ROWS)).isFalse();
        assertThat(options.severityOf(Rule.MPXN_DUPLICATE, Severity.WARNING)).contains(Severity.ERROR);
        assertThat(options.submittedAt()).contains(Instant.EPOCH);
        assertThat(options.deadlineZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(options.networkOperators()).containsSame(LIST);
        assertThat(options.distributors()).containsExactly(99);
        assertThat(options.dormant()).containsSame(DORMANT);
        assertThat(options.active()).containsSame(ACTIVE);
        assertThat(options.addressee()).isEqualTo(US);
        assertThat(options.seenMeterPoints()).containsSame(SEEN);
        assertThat(options.notifiedOn()).contains(NOTICE);
        assertThat(options.noticePeriod()).isEqualTo(TWO_DAYS);
        assertThat(options.groupIds()).isEqualTo(Map.of(MPAN, "EA"));
        assertThat(options.workbookPartLimit()).isEqualTo(1_000);
        assertThat(options.workbookPartRatio()).isEqualTo(2);
        assertThat(options.findingsKept()).isZero();
        assertThat(options.fieldLimit()).isEqualTo(64);
        assertThat(options.sourceName()).contains("ma.csv");
    }

    @Test
    void changingAnOptionDoesNotChangeTheOriginalOptions() {
        ValidationOptions start = changed();
        ValidationOptions other = start.with(Rule.NO_ROWS, Severity.INFO)
                .without(Rule.MPXN_DUPLICATE)
                .submittedAt(Instant.MAX)
                .deadlineZone(ZoneId.of("Europe/London"))
                .networkOperators(NetworkOperatorCertificates.of(Map.of(10, Set.of())))
                .distributors(Set.of())
                .dormant(ACTIVE)
                .active(DORMANT)
                .addressee(Addressee.ANY)
                .seenMeterPoints(SeenMeterPoints.none())
                .notifiedOn(NOTICE.plusDays(1))
                .groupIds(Map.of())
                .workbookPartLimits(7, 7)
                .findingsKept(7)
                .fieldLimit(64 * 1024)
                .named("stream");
        assertThat(other.isOn(Rule.NO_ROWS)).isTrue();
        assertThat(other.distributors()).isEmpty();
        assertThat(start).usingRecursiveComparison().isEqualTo(changed());
        defaultsMatchTheDocumentation();
        assertThat(DEFAULTS.isOn(Rule.NO_ROWS)).isTrue();
    }

    @Test
    void distributorsAreCopied() {
        Set<Integer> numbers = new HashSet<>(Set.of(10));
        ValidationOptions options = DEFAULTS.distributors(numbers);
        numbers.add(11);
        assertThat(options.distributors()).containsExactly(10);
        assertThatThrownBy(() -> options.distributors().add(11)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void noticeWithoutAPeriodHasFifteenWorkingDays() {
        assertThat(changed().notifiedOn(NOTICE).noticePeriod()).isEqualTo(NoticePeriod.ofFifteenWorkingDays());
    }

    @Test
    void noticePeriodAppliesToADateThatIsGivenLater() {
        ValidationOptions options = DEFAULTS.noticePeriod(TWO_DAYS);
        assertThat(options.noticePeriod()).isEqualTo(TWO_DAYS);
        assertThat(options.notifiedOn()).isEmpty();
        assertThat(DEFAULTS.notifiedOn(LocalDate.of(2030, 12, 1))
                        .noticePeriod(TWO_DAYS)
                        .noticePeriod())
                .isEqualTo(TWO_DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.notifiedOn(LocalDate.of(2030, 12, 27), TWO_DAYS)
                        .noticePeriod(NoticePeriod.ofFifteenWorkingDays()));
    }

    @Test
    void groupIdsAreCopied() {
        Map<Mpan, String> groupIds = new HashMap<>(Map.of(MPAN, "EA"));
        ValidationOptions options = DEFAULTS.groupIds(groupIds);
        groupIds.put(MPAN, "XX");
        assertThat(options.groupIds()).containsExactly(Map.entry(MPAN, "EA"));
        assertThatThrownBy(() -> options.groupIds().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void negativeNumberOfFindingsIsRejected() {
        assertThat(DEFAULTS.findingsKept(0).findingsKept()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.findingsKept(-1))
                .withMessage("number of findings kept: 0 or more; got -1");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 63, 64 * 1024 + 1, Integer.MAX_VALUE})
    void fieldLimitThatIsTooSmallOrTooLargeIsRejected(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.fieldLimit(bytes))
                .withMessage("field limit: 64 to 65,536 bytes; got " + bytes);
    }

    @Test
    void emptyNameIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.named(""))
                .withMessage("name: not empty");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.without(null))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.with(null, Severity.INFO))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.with(Rule.NO_ROWS, null))
                .withMessage("severity");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.submittedAt((Instant) null))
                .withMessage("instant");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.deadlineZone(null))
                .withMessage("zone");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.networkOperators(null))
                .withMessage("certificates");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.distributors(null))
                .withMessage("distributors");
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.named(null)).withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.severityOf(null, Severity.INFO))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.severityOf(Rule.NO_ROWS, null))
                .withMessage("own");
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.isOn(null)).withMessage("rule");
    }

    @Test
    void textHasTheChangedOptionsAndNoMeterPoints() {
        assertThat(DEFAULTS).hasToString("ValidationOptions[defaults]");
        assertThat(DEFAULTS.named("1312345678907.csv")).hasToString("ValidationOptions[named=*************.csv]");
        assertThat(changed())
                .hasToString("ValidationOptions[NO_ROWS=off, MPXN_DUPLICATE=ERROR,"
                        + " submittedAt=FixedClock[1970-01-01T00:00:00Z,Z], deadlineZone=Z,"
                        + " networkOperators=NetworkOperatorCertificates[of distributors []], distributors=[99],"
                        + " dormant=0 MPANs and 0 MPRNs, active=0 MPANs and 0 MPRNs,"
                        + " addressee=Addressee[secPartySignifiers=[EXSUPP], marketParticipantIds=[]],"
                        + " seenMeterPoints=SeenMeterPoints[], notifiedOn=2019-08-01, noticePeriod=2 Working Days"
                        + " of England and Wales, 2019 to 2030, groupIds=1, findingsKept=0, fieldLimit=64,"
                        + " workbookPartLimit=1000, workbookPartRatio=2, named=ma.csv]");
    }

    private static ValidationOptions changed() {
        return DEFAULTS.without(Rule.NO_ROWS)
                .with(Rule.MPXN_DUPLICATE, Severity.ERROR)
                .submittedAt(Instant.EPOCH)
                .deadlineZone(ZoneOffset.UTC)
                .networkOperators(LIST)
                .dormant(DORMANT)
                .active(ACTIVE)
                .addressee(US)
                .seenMeterPoints(SEEN)
                .distributors(Set.of(99))
                .notifiedOn(NOTICE, TWO_DAYS)
                .groupIds(Map.of(MPAN, "EA"))
                .workbookPartLimits(1_000, 2)
                .findingsKept(0)
                .fieldLimit(64)
                .named("ma.csv");
    }
}
