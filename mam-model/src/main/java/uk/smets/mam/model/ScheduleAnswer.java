package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.MeterToCommission.Fuel;

/**
 * What a supplier answers to a row of a Migration Schedule: a Priority, certificates to put on the devices, or that a yellow field is to
 * be empty (clause 7.4.2). An answer changes the fields that it names, and leaves the row's other yellow fields as they are.
 *
 * <pre>{@code
 * ScheduleAnswer answer = ScheduleAnswer.supplierCertificates(ours).withPriority();
 * }</pre>
 *
 * <p>It may state which meters of the row the supplier is responsible for, over what {@link ValidationOptions#responsibilities()} state.
 *
 * <p>Immutable; answers are equal where they change the same fields to the same values and state the same responsibility.
 */
public final class ScheduleAnswer {
    /** In which rows a certificate is given. */
    private enum Fit {
        /** In every row. */
        ANY_ROW,
        /** Where the row has the meter point of its device. */
        WITH_METER_POINT,
        /** Where the row has the meter point of its device, and that meter is not declared to be another supplier's. */
        OURS
    }

    /**
     * What becomes of a certificate.
     *
     * @param id the certificate to give, or null to leave its two fields empty
     * @param fit in which rows
     */
    private record Change(@Nullable CertificateId id, Fit fit) {}

    private static final ScheduleAnswer UNCHANGED = new ScheduleAnswer(null, Map.of(), null);

    private final @Nullable Boolean priority;
    private final Map<CertificateSlot, Change> changes;
    private final @Nullable Responsibility responsibility;
    /** Answers are looked up for every row of a schedule. */
    private final int hash;

    private ScheduleAnswer(
            @Nullable Boolean priority, Map<CertificateSlot, Change> changes, @Nullable Responsibility responsibility) {
        this.priority = priority;
        this.changes = changes;
        this.responsibility = responsibility;
        hash = Objects.hash(priority, changes, responsibility);
    }

    /**
     * Asks for the installation to be migrated as a priority.
     *
     * @return the answer
     */
    public static ScheduleAnswer priority() {
        return UNCHANGED.withPriority();
    }

    /**
     * Gives certificates, each as it is: one for a device whose meter point the row does not have is given too, and reported.
     *
     * @param ids the certificates; a place that it leaves empty stays as it is in the workbook
     * @return the answer
     */
    public static ScheduleAnswer certificates(CertificateIds ids) {
        return UNCHANGED.withCertificates(ids);
    }

    /**
     * Gives the supplier's pair for every device of the row that the supplier is responsible for: for the ESME where the row has an MPAN,
     * for the GPF and the GSME where it has an MPRN. Where no responsibility is stated for the row, all its devices count; an affiliate's
     * do not, and {@link #certificates} names them.
     *
     * @param supplier the supplier's pair
     * @return the answer
     */
    public static ScheduleAnswer supplierCertificates(CertificatePair supplier) {
        return UNCHANGED.withSupplierCertificates(supplier);
    }

    /**
     * Leaves every yellow field of the row empty.
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
     * @param ids the certificates; a place that it leaves empty stays as it is in this answer
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
     * Returns the same answer with the electricity Network Operator's pair on the ESME, where the row has an MPAN and the ESME is not declared to
     * be another supplier's.
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
     * Returns the same answer with what the supplier is responsible for in the row.
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
     * Returns this answer, completed by another: what this answer does not state is taken from the other.
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
     * Returns this answer with each certificate limited to rows that have the meter point of its device, so that one answer suits rows of
     * every kind.
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
     * @param row what the supplier is responsible for in the row
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

    /** {@return what the supplier is responsible for in the row, or empty if the answer does not state it} */
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
