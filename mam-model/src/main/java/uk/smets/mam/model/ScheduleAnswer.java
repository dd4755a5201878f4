package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.MeterToCommission.Fuel;

/**
 * A supplier's answer for a row of a Migration Schedule: a Priority, certificates to put on the devices, or yellow fields to clear
 * (clause 7.4.2). An answer changes the fields that it names and leaves the row's other yellow fields as they are.
 *
 * <pre>{@code
 * ScheduleAnswer answer = ScheduleAnswer.supplierCertificates(ours).withPriority();
 * }</pre>
 *
 * <p>It may state which meters of the row the supplier is responsible for, which overrides {@link ValidationOptions#responsibilities()}.
 *
 * <p>Immutable; answers are equal if they change the same fields to the same values and state the same responsibility.
 */
public final class ScheduleAnswer {
    /** The rows in which a certificate is given. */
    private enum Fit {
        /** In every row. */
        ANY_ROW,
        /** Rows that have the meter point of the device. */
        WITH_METER_POINT,
        /** Rows that have the meter point of the device, unless that meter is declared to be another supplier's. */
        OURS
    }

    /**
     * A change to a certificate.
     *
     * @param id the certificate to give, or null to leave its two fields empty
     * @param fit the rows in which the certificate is given
     */
    private record Change(@Nullable CertificateId id, Fit fit) {}

    private static final ScheduleAnswer UNCHANGED = new ScheduleAnswer(null, Map.of(), null);

    private final @Nullable Boolean priority;
    private final Map<CertificateSlot, Change> changes;
    private final @Nullable Responsibility responsibility;
    /** Cached, because answers are looked up for every row of a schedule. */
    private final int hash;

    private ScheduleAnswer(
            @Nullable Boolean priority, Map<CertificateSlot, Change> changes, @Nullable Responsibility responsibility) {
        this.priority = priority;
        this.changes = changes;
        this.responsibility = responsibility;
        hash = Objects.hash(priority, changes, responsibility);
    }

    /**
     * Returns an answer that requests priority migration of the installation.
     *
     * @return the answer
     */
    public static ScheduleAnswer priority() {
        return UNCHANGED.withPriority();
    }

    /**
     * Returns an answer that gives certificates unconditionally: a certificate for a device whose meter point is not in the row is also
     * given, and is reported.
     *
     * @param ids the certificates; the slots that it leaves empty are unchanged in the workbook
     * @return the answer
     */
    public static ScheduleAnswer certificates(CertificateIds ids) {
        return UNCHANGED.withCertificates(ids);
    }

    /**
     * Returns an answer that gives the supplier's pair for every device of the row that the supplier is responsible for: for the ESME if
     * the row has an MPAN, for the GPF and the GSME if it has an MPRN. If no responsibility is stated for the row, all its devices are
     * included. An affiliate's devices are not included; use {@link #certificates} for them.
     *
     * @param supplier the supplier's pair
     * @return the answer
     */
    public static ScheduleAnswer supplierCertificates(CertificatePair supplier) {
        return UNCHANGED.withSupplierCertificates(supplier);
    }

    /**
     * Returns an answer that clears every yellow field of the row.
     *
     * @return the answer
     */
    public static ScheduleAnswer nothing() {
        return UNCHANGED.withoutPriority().withoutCertificates();
    }

    /** {@return the same answer with {@code Y} for Priority} */
    public ScheduleAnswer withPriority() {
        return new ScheduleAnswer(true, changes, responsibility);
    }

    /** {@return the same answer with an empty Priority} */
    public ScheduleAnswer withoutPriority() {
        return new ScheduleAnswer(false, changes, responsibility);
    }

    /**
     * Returns the same answer with certificates, as {@link #certificates} gives them.
     *
     * @param ids the certificates; the slots that it leaves empty are unchanged in this answer
     * @return the new answer
     */
    public ScheduleAnswer withCertificates(CertificateIds ids) {
        return with(requireNonNull(ids, "ids"), Fit.ANY_ROW);
    }

    /**
     * Returns the same answer with the supplier's pair, as {@link #supplierCertificates} gives it.
     *
     * @param supplier the supplier's pair
     * @return the new answer
     */
    public ScheduleAnswer withSupplierCertificates(CertificatePair supplier) {
        return with(CertificateIds.ofSupplier(supplier), Fit.OURS);
    }

    /**
     * Returns the same answer with the electricity Network Operator's pair on the ESME, if the row has an MPAN and the ESME is not declared
     * to be another supplier's.
     *
     * @param networkOperator the Network Operator's pair
     * @return the new answer
     */
    public ScheduleAnswer withNetworkOperatorCertificates(CertificatePair networkOperator) {
        return with(CertificateIds.NONE.withEsmeNetworkOperator(networkOperator), Fit.OURS);
    }

    /**
     * Returns the same answer with the fields of a certificate empty.
     *
     * @param slot the certificate
     * @return the new answer
     */
    public ScheduleAnswer withoutCertificate(CertificateSlot slot) {
        Map<CertificateSlot, Change> copy = copy();
        copy.put(requireNonNull(slot, "slot"), new Change(null, Fit.ANY_ROW));
        return new ScheduleAnswer(priority, copy, responsibility);
    }

    /** {@return the same answer with the fields of all ten certificates empty} */
    public ScheduleAnswer withoutCertificates() {
        ScheduleAnswer answer = this;
        for (CertificateSlot slot : CertificateSlot.values()) {
            answer = answer.withoutCertificate(slot);
        }
        return answer;
    }

    /**
     * Returns the same answer with the supplier's responsibility for the row.
     *
     * @param value the responsibility
     * @return the new answer
     */
    public ScheduleAnswer withResponsibility(Responsibility value) {
        return new ScheduleAnswer(priority, changes, requireNonNull(value, "value"));
    }

    private ScheduleAnswer with(CertificateIds ids, Fit fit) {
        Map<CertificateSlot, Change> copy = copy();
        for (CertificateSlot slot : CertificateSlot.values()) {
            ids.get(slot).ifPresent(id -> copy.put(slot, new Change(id, fit)));
        }
        return new ScheduleAnswer(priority, copy, responsibility);
    }

    private Map<CertificateSlot, Change> copy() {
        Map<CertificateSlot, Change> copy = new EnumMap<>(CertificateSlot.class);
        copy.putAll(changes);
        return copy;
    }

    /**
     * Returns this answer combined with another, which supplies what this answer does not state.
     *
     * @param other the other answer
     * @return the combined answer
     */
    public ScheduleAnswer overriding(ScheduleAnswer other) {
        Map<CertificateSlot, Change> both = other.copy();
        both.putAll(changes);
        return new ScheduleAnswer(
                priority == null ? other.priority : priority,
                both,
                responsibility == null ? other.responsibility : responsibility);
    }

    /**
     * Returns this answer with each certificate limited to rows that have the meter point of its device, so that the same answer can be
     * used for all rows.
     *
     * @return the new answer
     */
    public ScheduleAnswer limitedToMeterPoints() {
        Map<CertificateSlot, Change> fitting = copy();
        fitting.replaceAll((slot, change) ->
                change.id != null && change.fit == Fit.ANY_ROW ? new Change(change.id, Fit.WITH_METER_POINT) : change);
        return new ScheduleAnswer(priority, fitting, responsibility);
    }

    /**
     * Returns this answer without the certificates of devices for which the supplier is not responsible in a row.
     *
     * @param row the supplier's responsibility for the row
     * @return the new answer
     */
    public ScheduleAnswer limitedTo(Responsibility row) {
        if (changes.entrySet().stream().noneMatch(change -> isOfOthers(change, row))) {
            return this;
        }
        Map<CertificateSlot, Change> ours = copy();
        ours.entrySet().removeIf(change -> isOfOthers(change, row));
        return new ScheduleAnswer(priority, ours, responsibility);
    }

    private static boolean isOfOthers(Map.Entry<CertificateSlot, Change> change, Responsibility row) {
        Fuel fuel = change.getKey().device().isElectricity() ? Fuel.ELECTRICITY : Fuel.GAS;
        return change.getValue().fit == Fit.OURS && !row.covers(fuel);
    }

    /** {@return the supplier's responsibility for the row, or empty if the answer does not state it} */
    public Optional<Responsibility> responsibility() {
        return Optional.ofNullable(responsibility);
    }

    /** {@return the new Priority, or empty if it does not change} */
    public Optional<Boolean> givenPriority() {
        return Optional.ofNullable(priority);
    }

    /** {@return the certificates that the answer gives} */
    public CertificateIds givenCertificates() {
        return CertificateIds.of(slot -> Optional.ofNullable(changes.get(slot)).map(Change::id));
    }

    /**
     * Returns whether the answer sets or clears a certificate in a row with given meter points.
     *
     * @param slot the certificate
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     * @return whether the certificate changes
     */
    public boolean changes(CertificateSlot slot, boolean mpanGiven, boolean mprnGiven) {
        Change change = changes.get(slot);
        boolean fits = slot.device().isElectricity() ? mpanGiven : mprnGiven;
        return change != null && (fits || change.fit == Fit.ANY_ROW);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ScheduleAnswer that
                        && hash == that.hash
                        && Objects.equals(priority, that.priority)
                        && changes.equals(that.changes)
                        && Objects.equals(responsibility, that.responsibility);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "ScheduleAnswer[priority=" + priority + ", certificates=" + changes + ", responsibility="
                + responsibility + "]";
    }
}
