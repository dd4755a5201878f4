package uk.smets.mam.csv.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/**
 * A meter point that was not simply sent and accepted. Exactly one of MPAN and MPRN is there.
 *
 * @param status what became of it
 * @param mpan the electricity meter point
 * @param mprn the gas meter point
 * @param sent the line of the Migration Authorisation that has it; empty where it was not sent
 * @param answers the lines of the responses that have it; where they contradict each other, the first of each kind
 * @param activeIndicator DCC's Active Indicator for it
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
    /** What became of a meter point. */
    public enum Status {
        /** It was sent, and DCC accepted it. */
        ACCEPTED,
        /** It was sent, and DCC rejected it. */
        REJECTED,
        /** It was sent, and there is no answer to it. */
        UNANSWERED,
        /** It was sent, and is both accepted and rejected. */
        CONTRADICTORY,
        /** There is an answer to it, and it was not sent. */
        UNKNOWN
    }

    /**
     * Makes the meter point.
     *
     * @param status what became of it
     * @param mpan the electricity meter point
     * @param mprn the gas meter point
     * @param sent the line that has it
     * @param answers the lines of the responses, which are copied
     * @param activeIndicator DCC's Active Indicator
     * @param reason DCC's reason
     */
    public ReconciledMeterPoint {
        requireNonNull(status, "status");
        requireNonNull(mpan, "mpan");
        requireNonNull(mprn, "mprn");
        requireNonNull(sent, "sent");
        answers = List.copyOf(answers);
        requireNonNull(activeIndicator, "activeIndicator");
        requireNonNull(reason, "reason");
    }

    /**
     * The MPAN or MPRN.
     *
     * @return its digits
     */
    public String mpxn() {
        return mpan.map(Mpan::toString).or(() -> mprn.map(Mprn::toString)).orElseThrow();
    }
}
