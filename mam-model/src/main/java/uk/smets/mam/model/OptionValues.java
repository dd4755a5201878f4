package uk.smets.mam.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/** The values of {@link ValidationOptions} and the methods that return them. */
abstract sealed class OptionValues permits ValidationOptions {
    /** Limits memory for a file with millions of errors. */
    private static final int DEFAULT_FINDINGS_KEPT = 1_000;

    /** Limits memory for a field that never ends. No field of the MAM is nearly as long. */
    private static final int DEFAULT_FIELD_LIMIT = 64 * 1024;

    /** A sheet of a million full rows inflates to three quarters of it; reading as much takes less than a minute. */
    private static final long DEFAULT_PART_LIMIT = 4L << 30;

    /** The most regular sheets of spreadsheet programs compress by a factor of 200. */
    private static final int DEFAULT_PART_RATIO = 400;

    private static final Set<Integer> DEFAULT_DISTRIBUTORS =
            IntStream.rangeClosed(10, 38).boxed().collect(Collectors.toUnmodifiableSet());

    /** The values of the options. They change only while new options are created. */
    static final class Values {
        Map<Rule, Optional<Severity>> severities = new EnumMap<>(Rule.class);

        @Nullable
        Clock submittedAt;

        ZoneId deadlineZone = MigrationWeek.DEADLINE_ZONE;

        @Nullable
        NetworkOperatorCertificates networkOperators;

        Set<Integer> distributors = DEFAULT_DISTRIBUTORS;

        @Nullable
        MeterPointList dormant;

        @Nullable
        MeterPointList active;

        Addressee addressee = Addressee.ANY;

        @Nullable
        SeenMeterPoints seenMeterPoints;

        @Nullable
        LocalDate notifiedOn;

        NoticePeriod noticePeriod = NoticePeriod.ofFifteenWorkingDays();
        Map<Mpan, String> groupIds = Map.of();
        Responsibilities responsibilities = Responsibilities.UNSTATED;
        int findingsKept = DEFAULT_FINDINGS_KEPT;
        int fieldLimit = DEFAULT_FIELD_LIMIT;
        long partLimit = DEFAULT_PART_LIMIT;
        int partRatio = DEFAULT_PART_RATIO;

        @Nullable
        String sourceName;

        Values() {}

        Values(Values from) {
            severities = new EnumMap<>(from.severities);
            submittedAt = from.submittedAt;
            deadlineZone = from.deadlineZone;
            networkOperators = from.networkOperators;
            distributors = from.distributors;
            dormant = from.dormant;
            active = from.active;
            addressee = from.addressee;
            seenMeterPoints = from.seenMeterPoints;
            notifiedOn = from.notifiedOn;
            noticePeriod = from.noticePeriod;
            groupIds = from.groupIds;
            responsibilities = from.responsibilities;
            findingsKept = from.findingsKept;
            fieldLimit = from.fieldLimit;
            partLimit = from.partLimit;
            partRatio = from.partRatio;
            sourceName = from.sourceName;
        }
    }

    final Values values;

    OptionValues(Values values) {
        this.values = values;
    }

    /** {@return the submission time, which is the current time if it comes from a clock; or empty} */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(values.submittedAt).map(Clock::instant);
    }

    /** {@return the time zone of the deadline} */
    public ZoneId deadlineZone() {
        return values.deadlineZone;
    }

    /** {@return the certificates of the Network Operators, or empty} */
    public Optional<NetworkOperatorCertificates> networkOperators() {
        return Optional.ofNullable(values.networkOperators);
    }

    /** {@return the numbers of the known distributors} */
    public Set<Integer> distributors() {
        return Collections.unmodifiableSet(values.distributors);
    }

    /** {@return the Dormant meter points, or empty} */
    public Optional<MeterPointList> dormant() {
        return Optional.ofNullable(values.dormant);
    }

    /** {@return the Active meter points, or empty} */
    public Optional<MeterPointList> active() {
        return Optional.ofNullable(values.active);
    }

    /** {@return the addressee that notifications must have} */
    public Addressee addressee() {
        return values.addressee;
    }

    /** {@return the meter points of the documents that are checked together, or empty} */
    public Optional<SeenMeterPoints> seenMeterPoints() {
        return Optional.ofNullable(values.seenMeterPoints);
    }

    /** {@return the day on which DCC gave notice, or empty} */
    public Optional<LocalDate> notifiedOn() {
        return Optional.ofNullable(values.notifiedOn);
    }

    /** {@return the notice that DCC must give} */
    public NoticePeriod noticePeriod() {
        return values.noticePeriod;
    }

    /** {@return the supplier's responsibilities in rows of a Migration Schedule} */
    public Responsibilities responsibilities() {
        return values.responsibilities;
    }

    /** {@return the GroupIDs of installations, by MPAN} */
    public Map<Mpan, String> groupIds() {
        return Collections.unmodifiableMap(values.groupIds);
    }

    /** {@return the number of findings to keep} */
    public int findingsKept() {
        return values.findingsKept;
    }

    /** {@return the limit on the length of any field, in bytes} */
    public int fieldLimit() {
        return values.fieldLimit;
    }

    /** {@return the limit on the inflated size of a part of a workbook, in bytes} */
    public long workbookPartLimit() {
        return values.partLimit;
    }

    /** {@return the limit on the ratio of the inflated size of a part of a workbook to its compressed size} */
    public int workbookPartRatio() {
        return values.partRatio;
    }

    /** {@return the name for the document, or empty for the name of the input} */
    public Optional<String> sourceName() {
        return Optional.ofNullable(values.sourceName);
    }

    /** {@return the options that differ from the defaults, without meter points} */
    @Override
    public String toString() {
        Values defaults = new Values();
        StringJoiner changed =
                new StringJoiner(", ", "ValidationOptions[", "]").setEmptyValue("ValidationOptions[defaults]");
        values.severities.forEach((rule, severity) ->
                changed.add(rule + "=" + severity.map(Severity::name).orElse("off")));
        add(changed, "submittedAt", values.submittedAt, defaults.submittedAt);
        add(changed, "deadlineZone", values.deadlineZone, defaults.deadlineZone);
        add(changed, "networkOperators", values.networkOperators, defaults.networkOperators);
        add(changed, "distributors", new TreeSet<>(values.distributors), new TreeSet<>(defaults.distributors));
        add(changed, "dormant", values.dormant, defaults.dormant);
        add(changed, "active", values.active, defaults.active);
        add(changed, "addressee", values.addressee, defaults.addressee);
        add(changed, "seenMeterPoints", values.seenMeterPoints, defaults.seenMeterPoints);
        add(changed, "notifiedOn", values.notifiedOn, defaults.notifiedOn);
        add(changed, "noticePeriod", values.noticePeriod, defaults.noticePeriod);
        add(changed, "groupIds", values.groupIds.size(), defaults.groupIds.size());
        add(changed, "responsibilities", values.responsibilities, defaults.responsibilities);
        add(changed, "findingsKept", values.findingsKept, defaults.findingsKept);
        add(changed, "fieldLimit", values.fieldLimit, defaults.fieldLimit);
        add(changed, "workbookPartLimit", values.partLimit, defaults.partLimit);
        add(changed, "workbookPartRatio", values.partRatio, defaults.partRatio);
        sourceName().map(MeterPointMask::inSentence).ifPresent(name -> changed.add("named=" + name));
        return changed.toString();
    }

    private static void add(StringJoiner changed, String name, @Nullable Object value, @Nullable Object usual) {
        if (value != null && !value.equals(usual)) {
            changed.add(name + "=" + value);
        }
    }
}
