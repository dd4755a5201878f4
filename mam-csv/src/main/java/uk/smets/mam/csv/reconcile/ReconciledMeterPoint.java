package uk.smets.mam.csv.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * A meter point with a status other than accepted. Exactly one of MPAN and MPRN is present.
 *
 * @param status its status
 * @param mpan the electricity meter point
 * @param mprn the gas meter point
 * @param sent the line of the Migration Authorisation that contains it; empty if it was not sent
 * @param answers the lines of the responses that contain it; if they contradict each other, the first of each kind
 * @param activeIndicator DCC's Active Indicator
 * @param reason DCC's reason
 */
public record ReconciledMeterPoint(
        Status status,
        Optional<Mpan> mpan,
        Optional<Mprn> mprn,
        Optional<Location> sent,
        List<Location> answers,
        Optional<String> activeIndicator,
        Optional<String> reason) {
    /** The status of a meter point. */
    public enum Status {
        /** Sent, and accepted by DCC. */
        ACCEPTED,
        /** Sent, and rejected by DCC. */
        REJECTED,
        /** Sent, without an answer. */
        UNANSWERED,
        /** Sent, and both accepted and rejected. */
        CONTRADICTORY,
        /** Answered, but not sent. */
        UNKNOWN
    }

    /**
     * Creates the meter point.
     *
     * @param status its status
     * @param mpan the electricity meter point
     * @param mprn the gas meter point
     * @param sent the line that contains it
     * @param answers the lines of the responses, which are copied
     * @param activeIndicator DCC's Active Indicator
     * @param reason DCC's reason
     */
    public ReconciledMeterPoint {
        requireNonNull(status, "status");
        requireNonNull(mpan, "mpan");
        requireNonNull(mprn, "mprn");
        requireNonNull(sent, "sent");
        answers = Arguments.listOf(answers, "answers");
        requireNonNull(activeIndicator, "activeIndicator");
        requireNonNull(reason, "reason");
    }

    /**
     * Returns the MPAN or MPRN.
     *
     * @return its digits
     */
    public String mpxn() {
        return mpan.map(Mpan::toString).or(() -> mprn.map(Mprn::toString)).orElseThrow();
    }

    /** {@return the status and the places, without the meter point} */
    @Override
    public String toString() {
        return "ReconciledMeterPoint[" + status
                + sent.map(place -> ", sent in " + place).orElse("")
                + (answers.isEmpty() ? "" : ", answered in " + answers) + "]";
    }
}
