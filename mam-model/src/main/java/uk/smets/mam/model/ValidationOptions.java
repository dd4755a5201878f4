package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Options for checking a document. Immutable: every method that changes an option returns a new object.
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults()
 *         .without(Rule.MPAN_DISTRIBUTOR)
 *         .with(Rule.MPXN_DUPLICATE, Severity.ERROR)
 *         .submittedAt(clock.instant());
 * }</pre>
 */
public final class ValidationOptions extends OptionValues {
    /** As long as the longest text of a {@link CertificateId}. */
    private static final int LONGEST_FIELD = 64 * 1024;

    private static final ValidationOptions DEFAULTS = new ValidationOptions(new Values());

    private ValidationOptions(Values values) {
        super(values);
    }

    /**
     * Returns the default options: every rule has its own severity, up to 1,000 findings are kept, and fields have up to 64 KiB. The rules
     * that need {@linkplain Rule#data() data of the caller} report nothing, and notifications may be addressed to anyone.
     *
     * @return the defaults
     */
    public static ValidationOptions defaults() {
        return DEFAULTS;
    }

    private ValidationOptions with(Consumer<Values> change) {
        Values changed = new Values(values);
        change.accept(changed);
        return new ValidationOptions(changed);
    }

    /**
     * {@return these options with a rule turned off} It is neither reported nor counted. {@linkplain Rule#isEssential() Essential rules}
     * still stop the reading of typed rows.
     *
     * @param rule the rule
     */
    public ValidationOptions without(Rule rule) {
        requireNonNull(rule, "rule");
        return with(changed -> changed.severities.put(rule, Optional.empty()));
    }

    /**
     * {@return these options with another severity for the findings of a rule}
     *
     * @param rule the rule
     * @param severity the severity of its findings
     */
    public ValidationOptions with(Rule rule, Severity severity) {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        return with(changed -> changed.severities.put(rule, Optional.of(severity)));
    }

    /**
     * {@return these options with all {@linkplain Rule#isEssential() essential rules} on and at their own severity} Documents that are sent
     * to another party, or passed on as typed rows, need them: no reader could read a row that breaks one.
     */
    public ValidationOptions withEssentialRules() {
        return with(changed -> changed.severities.keySet().removeIf(Rule::isEssential));
    }

    /**
     * {@return these options with the submission time, for {@link Rule#SUBMISSION_LATE} and {@link Rule#DATE_REMOTE}}
     *
     * @param instant when the document is submitted; for a Migration Schedule, when the response is sent. Use a clock for options that
     *     are kept
     */
    public ValidationOptions submittedAt(Instant instant) {
        Clock fixed = Clock.fixed(requireNonNull(instant, "instant"), ZoneOffset.UTC);
        return with(changed -> changed.submittedAt = fixed);
    }

    /**
     * {@return these options with the submission time of a clock, for options that are kept: each document is checked as if submitted when
     * its check starts}
     *
     * @param clock the source of the submission time; its zone is ignored
     */
    public ValidationOptions submittedAt(Clock clock) {
        return with(changed -> changed.submittedAt = requireNonNull(clock, "clock"));
    }

    /**
     * {@return these options with another time zone for the deadline of 10:00 on Thursday (default: Europe/London)}
     *
     * @param zone the time zone
     */
    public ValidationOptions deadlineZone(ZoneId zone) {
        return with(changed -> changed.deadlineZone = requireNonNull(zone, "zone"));
    }

    /**
     * {@return these options with a list for {@link Rule#NETWORK_OPERATOR_MISMATCH}}
     *
     * @param certificates the certificates of the Network Operators
     */
    public ValidationOptions networkOperators(NetworkOperatorCertificates certificates) {
        return with(changed -> changed.networkOperators = requireNonNull(certificates, "certificates"));
    }

    /**
     * {@return these options with other known distributors for {@link Rule#MPAN_DISTRIBUTOR} (default: 10 to 38)}
     *
     * @param distributors their numbers, the first two digits of an MPAN
     */
    public ValidationOptions distributors(Set<Integer> distributors) {
        Set<Integer> copy = Arguments.setOf(distributors, "distributors");
        return with(changed -> changed.distributors = copy);
    }

    /**
     * {@return these options with a list of Dormant meter points, for {@link Rule#METER_POINT_DORMANT}}
     *
     * @param list the meter points that a Migration Authorisation must not have
     */
    public ValidationOptions dormant(MeterPointList list) {
        return with(changed -> changed.dormant = requireNonNull(list, "list"));
    }

    /**
     * {@return these options with a list of Active meter points, for {@link Rule#METER_POINT_NOT_ACTIVE}}
     *
     * @param list the only meter points that a Migration Authorisation may have, both MPANs and MPRNs: with a list that has no MPRNs,
     *     every MPRN is an error
     */
    public ValidationOptions active(MeterPointList list) {
        return with(changed -> changed.active = requireNonNull(list, "list"));
    }

    /**
     * {@return these options with the addressee that notifications must have, for {@link Rule#NOT_ADDRESSED_TO_US}}
     *
     * @param addressee the party (default: {@linkplain Addressee#ANY anyone})
     */
    public ValidationOptions addressee(Addressee addressee) {
        return with(changed -> changed.addressee = requireNonNull(addressee, "addressee"));
    }

    /**
     * {@return these options with the meter points of documents that are checked together} {@link Rule#MPXN_DUPLICATE} is then also found
     * between documents.
     *
     * @param seen the meter points seen so far; not immutable, because each document that is checked adds to it
     */
    public ValidationOptions seenMeterPoints(SeenMeterPoints seen) {
        return with(changed -> changed.seenMeterPoints = requireNonNull(seen, "seen"));
    }

    /**
     * {@return these options with the day on which DCC gave notice, for {@link Rule#NOTICE_PERIOD_SHORT}} Notice is 15 Working Days of
     * England and Wales.
     *
     * @param date the day of the notification
     * @throws IllegalArgumentException if the Working Days after it are not known: see {@link WorkingDays}
     */
    public ValidationOptions notifiedOn(LocalDate date) {
        return notifiedOn(date, NoticePeriod.ofFifteenWorkingDays());
    }

    /**
     * {@return these options with the day on which DCC gave notice and another notice period, for {@link Rule#NOTICE_PERIOD_SHORT}}
     *
     * @param date the day of the notification
     * @param period the notice that DCC must give, for example by a calendar with a bank holiday that was announced late
     * @throws IllegalArgumentException if the calendar does not have the Working Days after the date
     */
    public ValidationOptions notifiedOn(LocalDate date, NoticePeriod period) {
        requireNonNull(period, "period").earliestNotBefore(requireNonNull(date, "date"));
        return with(changed -> {
            changed.noticePeriod = period;
            changed.notifiedOn = date;
        });
    }

    /**
     * {@return these options with the supplier's responsibilities, for the rules of a response (clause 6)}
     *
     * @param responsibilities the responsibilities in rows of a Migration Schedule; other rows are unstated
     */
    public ValidationOptions responsibilities(Responsibilities responsibilities) {
        return with(changed -> changed.responsibilities = requireNonNull(responsibilities, "responsibilities"));
    }

    /**
     * {@return these options with another notice period (default: 15 Working Days of England and Wales)}
     *
     * @param period the notice that DCC must give, for example by a calendar with a bank holiday that was announced late
     * @throws IllegalArgumentException if the day of the notification is given, and the calendar does not have the Working Days after it
     */
    public ValidationOptions noticePeriod(NoticePeriod period) {
        requireNonNull(period, "period");
        notifiedOn().ifPresent(period::earliestNotBefore);
        return with(changed -> changed.noticePeriod = period);
    }

    /**
     * {@return these options with the GroupIDs of installations, for {@link Rule#RESPONSE_GROUP_NOT_AFFILIATED}} In an installation with
     * GroupID {@code EA}, {@code EB} or {@code EC}, the electricity supplier must not give the certificates of an affiliate's gas meter
     * (clause 6). A GroupID in {@link Responsibility#groupId()} takes precedence.
     *
     * @param groupIds GroupIDs by MPAN; other installations are not checked
     * @throws IllegalArgumentException if a GroupID is not valid: see {@link AffiliateGroups#requireGroupId}
     */
    public ValidationOptions groupIds(Map<Mpan, String> groupIds) {
        Map<Mpan, String> copy = Arguments.mapOf(groupIds, "groupIds");
        copy.values().forEach(AffiliateGroups::requireGroupId);
        return with(changed -> changed.groupIds = copy);
    }

    /**
     * {@return these options with another number of findings to keep (default: 1,000); the others are counted}
     *
     * @param number 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public ValidationOptions findingsKept(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number of findings kept: 0 or more; got " + number);
        }
        return with(changed -> changed.findingsKept = number);
    }

    /**
     * {@return these options with another limit on the length of any field (default: 64 KiB)}
     *
     * @param bytes from 64 bytes to 64 KiB, the longest text of a {@link CertificateId}
     * @throws IllegalArgumentException if it is outside that range
     */
    public ValidationOptions fieldLimit(int bytes) {
        if (bytes < 64 || bytes > LONGEST_FIELD) {
            throw new IllegalArgumentException("field limit: 64 to 65,536 bytes; got " + bytes);
        }
        return with(changed -> changed.fieldLimit = bytes);
    }

    /**
     * {@return these options with other limits on the inflated size of a part of a workbook (default: 4 GiB and a ratio of 400)} They
     * prevent a small file from keeping the reader busy for hours.
     *
     * @param bytes the size, 1 or more
     * @param ratio the ratio to the compressed size, 1 or more; a part of less than 1 MiB may have any ratio
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public ValidationOptions workbookPartLimits(long bytes, int ratio) {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits of workbook parts: 1 or more; got " + bytes + " and " + ratio);
        }
        return with(changed -> {
            changed.partLimit = bytes;
            changed.partRatio = ratio;
        });
    }

    /**
     * {@return these options with another name for the document in the places of findings (default: the name of the input)}
     *
     * @param name the name, not empty
     * @throws IllegalArgumentException if it is empty
     */
    public ValidationOptions named(String name) {
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name: not empty");
        }
        return with(changed -> changed.sourceName = name);
    }

    /**
     * {@return the severity that findings of a rule have with these options, or empty if the rule is off}
     *
     * @param rule the rule
     * @param own the severity of the finding without options
     */
    public Optional<Severity> severityOf(Rule rule, Severity own) {
        requireNonNull(own, "own");
        Optional<Severity> chosen = values.severities.get(requireNonNull(rule, "rule"));
        return chosen == null ? Optional.of(own) : chosen;
    }

    /**
     * {@return whether a rule is on}
     *
     * @param rule the rule
     */
    public boolean isOn(Rule rule) {
        return severityOf(requireNonNull(rule, "rule"), rule.severity()).isPresent();
    }
}
