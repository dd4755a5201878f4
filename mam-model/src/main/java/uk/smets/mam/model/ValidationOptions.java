package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a document is checked. Immutable: every method that changes something answers with a new object.
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults()
 *         .without(Rule.MPAN_DISTRIBUTOR)
 *         .with(Rule.MPXN_DUPLICATE, Severity.ERROR)
 *         .submittedAt(clock.instant());
 * }</pre>
 */
public final class ValidationOptions {
    /** Enough to see what is wrong with a file; a bad million-row file must not fill the memory. */
    private static final int DEFAULT_FINDINGS_KEPT = 1_000;

    /** No field of the MAM comes near it; a field without end must not fill the memory. */
    private static final int DEFAULT_FIELD_LIMIT = 64 * 1024;

    /** A sheet of a million full rows inflates to three quarters of it; reading as much takes less than a minute. */
    private static final long DEFAULT_PART_LIMIT = 4L << 30;

    /** The most regular sheets that spreadsheet programs write shrink to a two hundredth; only bombs shrink further. */
    private static final int DEFAULT_PART_RATIO = 400;

    private static final Set<Integer> DEFAULT_DISTRIBUTORS =
            IntStream.rangeClosed(10, 38).boxed().collect(Collectors.toUnmodifiableSet());

    private static final ValidationOptions DEFAULTS = new ValidationOptions(new Draft());

    /** The options while they are being changed; never seen outside. */
    private static final class Draft {
        private Map<Rule, Optional<Severity>> severities = new EnumMap<>(Rule.class);
        private @Nullable Instant submittedAt;
        private ZoneId deadlineZone = MigrationWeek.DEADLINE_ZONE;
        private @Nullable NetworkOperatorCertificates networkOperators;
        private Set<Integer> distributors = DEFAULT_DISTRIBUTORS;
        private @Nullable MeterPointList dormant;
        private @Nullable MeterPointList active;
        private Addressee addressee = Addressee.ANY;
        private @Nullable SeenMeterPoints seenMeterPoints;
        private @Nullable LocalDate notifiedOn;
        private NoticePeriod noticePeriod = NoticePeriod.ofFifteenWorkingDays();
        private Map<Mpan, String> groupIds = Map.of();
        private Responsibilities responsibilities = Responsibilities.UNSTATED;
        private int findingsKept = DEFAULT_FINDINGS_KEPT;
        private int fieldLimit = DEFAULT_FIELD_LIMIT;
        private long partLimit = DEFAULT_PART_LIMIT;
        private int partRatio = DEFAULT_PART_RATIO;
        private @Nullable String sourceName;
    }

    private final Draft is;

    private ValidationOptions(Draft is) {
        this.is = is;
    }

    /**
     * Every rule at its own severity, 1,000 findings kept, fields of up to 64 KiB; neither an instant, nor a date of
     * notification, nor responsibilities, nor a list of Network Operator certificates or of meter points, so
     * {@link Rule#SUBMISSION_LATE}, {@link Rule#DATE_REMOTE}, {@link Rule#NOTICE_PERIOD_SHORT}, {@link Rule#RESPONSE_SIDE_NOT_OURS},
     * {@link Rule#RESPONSE_GROUP_NOT_AFFILIATED}, {@link Rule#NETWORK_OPERATOR_MISMATCH}, {@link Rule#METER_POINT_DORMANT} and
     * {@link Rule#METER_POINT_NOT_ACTIVE} rest, and notifications may be for anyone.
     *
     * @return the defaults
     */
    public static ValidationOptions defaults() {
        return DEFAULTS;
    }

    private Draft copy() {
        Draft copy = new Draft();
        copy.severities = new EnumMap<>(is.severities);
        copy.submittedAt = is.submittedAt;
        copy.deadlineZone = is.deadlineZone;
        copy.networkOperators = is.networkOperators;
        copy.distributors = is.distributors;
        copy.dormant = is.dormant;
        copy.active = is.active;
        copy.addressee = is.addressee;
        copy.seenMeterPoints = is.seenMeterPoints;
        copy.notifiedOn = is.notifiedOn;
        copy.noticePeriod = is.noticePeriod;
        copy.groupIds = is.groupIds;
        copy.responsibilities = is.responsibilities;
        copy.findingsKept = is.findingsKept;
        copy.fieldLimit = is.fieldLimit;
        copy.partLimit = is.partLimit;
        copy.partRatio = is.partRatio;
        copy.sourceName = is.sourceName;
        return copy;
    }

    /**
     * Returns the same with a rule turned off: it is neither reported nor counted. See {@link Rule#isEssential()} for those that
     * still stop the reading of typed rows.
     *
     * @param rule the rule
     * @return the new options
     */
    public ValidationOptions without(Rule rule) {
        Draft copy = copy();
        copy.severities.put(requireNonNull(rule, "rule"), Optional.empty());
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with another severity for a rule's findings.
     *
     * @param rule the rule
     * @param severity what its findings are to be
     * @return the new options
     */
    public ValidationOptions with(Rule rule, Severity severity) {
        Draft copy = copy();
        copy.severities.put(requireNonNull(rule, "rule"), Optional.of(requireNonNull(severity, "severity")));
        return new ValidationOptions(copy);
    }

    /**
     * Returns these options with every essential rule at its own severity again, wherever these options turn one off or change it.
     * What goes to another party, or is handed on as typed rows, needs them: no reader could read a row that breaks one.
     *
     * @return the new options
     * @see Rule#isEssential()
     */
    public ValidationOptions withEssentialRules() {
        Draft copy = copy();
        copy.severities.keySet().removeIf(Rule::isEssential);
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with the instant at which the document is submitted, for {@link Rule#SUBMISSION_LATE} and {@link Rule#DATE_REMOTE}.
     * Of a Migration Schedule it is the instant at which the response to it is sent.
     *
     * @param instant the instant
     * @return the new options
     */
    public ValidationOptions submittedAt(Instant instant) {
        Draft copy = copy();
        copy.submittedAt = requireNonNull(instant, "instant");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with another zone for the deadline of 10:00 on Thursday; Europe/London by default.
     *
     * @param zone the zone
     * @return the new options
     */
    public ValidationOptions deadlineZone(ZoneId zone) {
        Draft copy = copy();
        copy.deadlineZone = requireNonNull(zone, "zone");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with a list for {@link Rule#NETWORK_OPERATOR_MISMATCH}.
     *
     * @param certificates the Network Operators' certificates
     * @return the new options
     */
    public ValidationOptions networkOperators(NetworkOperatorCertificates certificates) {
        Draft copy = copy();
        copy.networkOperators = requireNonNull(certificates, "certificates");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with other distributors known to {@link Rule#MPAN_DISTRIBUTOR}; 10 to 38 by default.
     *
     * @param distributors their numbers, the first two digits of an MPAN
     * @return the new options
     */
    public ValidationOptions distributors(Set<Integer> distributors) {
        Draft copy = copy();
        copy.distributors = Set.copyOf(requireNonNull(distributors, "distributors"));
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with a list of Dormant meter points, which no Migration Authorisation may have, for
     * {@link Rule#METER_POINT_DORMANT}.
     *
     * @param list the Dormant meter points
     * @return the new options
     */
    public ValidationOptions dormant(MeterPointList list) {
        Draft copy = copy();
        copy.dormant = requireNonNull(list, "list");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with a list of Active meter points, which are all that a Migration Authorisation may have, for
     * {@link Rule#METER_POINT_NOT_ACTIVE}.
     *
     * @param list the Active meter points, MPANs and MPRNs alike: a list without any MPRN makes every MPRN an error
     * @return the new options
     */
    public ValidationOptions active(MeterPointList list) {
        Draft copy = copy();
        copy.active = requireNonNull(list, "list");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with the party that a notification has to be for, for {@link Rule#NOT_ADDRESSED_TO_US};
     * {@linkplain Addressee#ANY anyone} by default.
     *
     * @param addressee the party
     * @return the new options
     */
    public ValidationOptions addressee(Addressee addressee) {
        Draft copy = copy();
        copy.addressee = requireNonNull(addressee, "addressee");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with the meter points of the documents that are checked together, so that {@link Rule#MPXN_DUPLICATE} is also
     * found between them; without it, each document is looked at alone. What is handed over is not immutable: each document
     * that is checked with these options adds to it.
     *
     * @param seen the meter points seen so far
     * @return the new options
     */
    public ValidationOptions seenMeterPoints(SeenMeterPoints seen) {
        Draft copy = copy();
        copy.seenMeterPoints = requireNonNull(seen, "seen");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with the day on which DCC gave notice, for {@link Rule#NOTICE_PERIOD_SHORT}: by 15 Working Days of England
     * and Wales.
     *
     * @param date the day of the notification
     * @return the new options
     * @throws IllegalArgumentException if the Working Days that follow it are not known: see {@link WorkingDays}
     */
    public ValidationOptions notifiedOn(LocalDate date) {
        return notifiedOn(date, NoticePeriod.ofFifteenWorkingDays());
    }

    /**
     * Returns the same with the day on which DCC gave notice, for {@link Rule#NOTICE_PERIOD_SHORT}, and a period of the caller's,
     * such as one that knows a bank holiday proclaimed late.
     *
     * @param date the day of the notification
     * @param period the notice that DCC has to give
     * @return the new options
     * @throws IllegalArgumentException if the Working Days that follow it are not known to the period's calendar
     */
    public ValidationOptions notifiedOn(LocalDate date, NoticePeriod period) {
        Draft copy = copy();
        copy.noticePeriod = requireNonNull(period, "period");
        copy.notifiedOn = requireNonNull(date, "date");
        period.earliestNotBefore(date);
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with what the caller knows of the supplier's responsibility in the rows of a Migration Schedule, for the rules of
     * a response (clause 6).
     *
     * @param responsibilities the responsibilities; rows that are not in them are unstated
     * @return the new options
     */
    public ValidationOptions responsibilities(Responsibilities responsibilities) {
        Draft copy = copy();
        copy.responsibilities = requireNonNull(responsibilities, "responsibilities");
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with another notice that DCC has to give, such as one by a calendar with a bank holiday proclaimed late; 15 Working Days
     * of England and Wales by default.
     *
     * @param period the notice that DCC has to give
     * @return the new options
     * @throws IllegalArgumentException if the day of the notification is given, and the Working Days that follow it are not known to
     *     the period's calendar
     */
    public ValidationOptions noticePeriod(NoticePeriod period) {
        Draft copy = copy();
        copy.noticePeriod = requireNonNull(period, "period");
        notifiedOn().ifPresent(period::earliestNotBefore);
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with the GroupIDs of installations, for {@link Rule#RESPONSE_GROUP_NOT_AFFILIATED}: where it is {@code EA},
     * {@code EB} or {@code EC}, an electricity supplier may not give the certificates of an affiliate's gas meter (clause 6). They
     * count where {@link Responsibility#groupId()} is empty.
     *
     * @param groupIds the GroupID of each installation, by its MPAN; those that are not in it are not checked
     * @return the new options
     * @throws IllegalArgumentException if one is not of its form: see {@link AffiliateGroups#requireGroupId}
     */
    public ValidationOptions groupIds(Map<Mpan, String> groupIds) {
        Draft copy = copy();
        copy.groupIds = Map.copyOf(requireNonNull(groupIds, "groupIds"));
        copy.groupIds.values().forEach(AffiliateGroups::requireGroupId);
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with another number of findings kept; the others are counted.
     *
     * @param number 0 or more
     * @return the new options
     * @throws IllegalArgumentException if it is negative
     */
    public ValidationOptions findingsKept(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number of findings kept: 0 or more; got " + number);
        }
        Draft copy = copy();
        copy.findingsKept = number;
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with another limit to the length of any field.
     *
     * @param bytes from 64 bytes to 64 KiB, which is as much as a {@link CertificateId} holds
     * @return the new options
     * @throws IllegalArgumentException if it is outside of that
     */
    public ValidationOptions fieldLimit(int bytes) {
        if (bytes < 64 || bytes > DEFAULT_FIELD_LIMIT) {
            throw new IllegalArgumentException("field limit: 64 to 65,536 bytes; got " + bytes);
        }
        Draft copy = copy();
        copy.fieldLimit = bytes;
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with other limits to what a part of a workbook may inflate to, so that a small file can't keep the reader
     * busy for hours; 4 GiB and 400 times by default.
     *
     * @param bytes how many bytes a part may have, 1 or more
     * @param ratio how many times its compressed size a part may have, 1 or more; a part of less than a MiB may have any
     * @return the new options
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public ValidationOptions workbookPartLimits(long bytes, int ratio) {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException(
                    "limits of a workbook's parts: 1 or more; got " + bytes + " and " + ratio);
        }
        Draft copy = copy();
        copy.partLimit = bytes;
        copy.partRatio = ratio;
        return new ValidationOptions(copy);
    }

    /**
     * Returns the same with a name for what is read, for places in findings; a path's file name, or {@code stream}, by default.
     *
     * @param name the name, not empty
     * @return the new options
     * @throws IllegalArgumentException if it is empty
     */
    public ValidationOptions named(String name) {
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name: not empty");
        }
        Draft copy = copy();
        copy.sourceName = name;
        return new ValidationOptions(copy);
    }

    /**
     * Returns the severity of a rule's findings under these options.
     *
     * @param rule the rule
     * @param own the severity that the finding has by itself
     * @return the severity, or empty if the rule is off
     */
    public Optional<Severity> severityOf(Rule rule, Severity own) {
        requireNonNull(own, "own");
        Optional<Severity> chosen = is.severities.get(requireNonNull(rule, "rule"));
        return chosen == null ? Optional.of(own) : chosen;
    }

    /**
     * Returns whether a rule is on.
     *
     * @param rule the rule
     * @return false if it was turned off
     */
    public boolean isOn(Rule rule) {
        return severityOf(requireNonNull(rule, "rule"), rule.severity()).isPresent();
    }

    /** {@return the instant of submission, or empty} */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(is.submittedAt);
    }

    /** {@return the zone of the deadline} */
    public ZoneId deadlineZone() {
        return is.deadlineZone;
    }

    /** {@return the Network Operators' certificates, or empty} */
    public Optional<NetworkOperatorCertificates> networkOperators() {
        return Optional.ofNullable(is.networkOperators);
    }

    /** {@return the known distributors} */
    public Set<Integer> distributors() {
        return Collections.unmodifiableSet(is.distributors);
    }

    /** {@return the Dormant meter points, or empty} */
    public Optional<MeterPointList> dormant() {
        return Optional.ofNullable(is.dormant);
    }

    /** {@return the Active meter points, or empty} */
    public Optional<MeterPointList> active() {
        return Optional.ofNullable(is.active);
    }

    /** {@return the party that a notification has to be for, or {@link Addressee#ANY}} */
    public Addressee addressee() {
        return is.addressee;
    }

    /**
     * Returns the meter points of the documents that are checked together.
     *
     * @return the meter points seen so far, or empty if each document is looked at alone
     */
    public Optional<SeenMeterPoints> seenMeterPoints() {
        return Optional.ofNullable(is.seenMeterPoints);
    }

    /** {@return the day on which DCC gave notice, or empty} */
    public Optional<LocalDate> notifiedOn() {
        return Optional.ofNullable(is.notifiedOn);
    }

    /** {@return the notice that DCC has to give} */
    public NoticePeriod noticePeriod() {
        return is.noticePeriod;
    }

    /** {@return the supplier's responsibility in the rows of a Migration Schedule} */
    public Responsibilities responsibilities() {
        return is.responsibilities;
    }

    /** {@return the GroupIDs of installations, by their MPANs, not to be modified} */
    public Map<Mpan, String> groupIds() {
        return Collections.unmodifiableMap(is.groupIds);
    }

    /** {@return how many findings are kept, 0 or more} */
    public int findingsKept() {
        return is.findingsKept;
    }

    /** {@return how long any field may be} */
    public int fieldLimit() {
        return is.fieldLimit;
    }

    /** {@return how many bytes a part of a workbook may inflate to} */
    public long workbookPartLimit() {
        return is.partLimit;
    }

    /** {@return how many times its compressed size a part of a workbook may inflate to, beyond a MiB} */
    public int workbookPartRatio() {
        return is.partRatio;
    }

    /** {@return the name for what is read, or empty for the default} */
    public Optional<String> sourceName() {
        return Optional.ofNullable(is.sourceName);
    }
}
