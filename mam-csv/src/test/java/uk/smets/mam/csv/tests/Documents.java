package uk.smets.mam.csv.tests;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.Dates;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** Documents without errors, for properties. Warnings are likely, for example about check digits and duplicate rows. */
final class Documents {
    private static final BigInteger LARGEST_SERIAL = BigInteger.TEN.pow(44).subtract(BigInteger.ONE);

    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());

    private Documents() {}

    /** Documents with any Issuer Names that a document can have, including names that are an error in a file. */
    static Arbitrary<MigrationAuthorisation> any() {
        return withTexts(
                Arbitraries.frequencyOf(Tuple.of(3, usualIssuerNames()), Tuple.of(1, anyIssuerNames())), anyMprns());
    }

    /** Documents with ordinary values without padding, which a lenient reader does not change. */
    static Arbitrary<MigrationAuthorisation> usual() {
        return withTexts(usualIssuerNames(), anyMprns().filter(mprn -> !mprn.hasLeadingZero()));
    }

    static Arbitrary<MigrationAuthorisation> withIssuerNames(Arbitrary<String> issuerNames) {
        return withTexts(issuerNames, anyMprns());
    }

    private static Arbitrary<MigrationAuthorisation> withTexts(Arbitrary<String> issuerNames, Arbitrary<Mprn> mprns) {
        // With this many parts, jqwik would try only edge cases.
        return Combinators.combine(headers(), rows(issuerNames, mprns))
                .as(MigrationAuthorisation::new)
                .withoutEdgeCases();
    }

    static Arbitrary<MigrationAuthorisationHeader> headers() {
        Arbitrary<UserId> userIds = Arbitraries.longs()
                .map(bits -> UserId.of(HexFormat.ofDelimiter("-")
                        .withUpperCase()
                        .formatHex(ByteBuffer.allocate(Long.BYTES).putLong(bits).array())));
        return Combinators.combine(userIds, Arbitraries.of(true, false), Arbitraries.of(Smso.class))
                .as(MigrationAuthorisationHeader::new);
    }

    /** Rows that share a few certificates, as the rows of a supplier do. */
    private static Arbitrary<List<MigrationAuthorisationRow>> rows(
            Arbitrary<String> issuerNames, Arbitrary<Mprn> mprns) {
        return certificateIds(issuerNames)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(known -> row(known, mprns).list().ofMaxSize(12));
    }

    private static Arbitrary<CertificateId> certificateIds(Arbitrary<String> issuerNames) {
        Arbitrary<BigInteger> serialNumbers = Arbitraries.bigIntegers().between(BigInteger.ONE, LARGEST_SERIAL);
        return Combinators.combine(serialNumbers, issuerNames).as(CertificateId::new);
    }

    private static Arbitrary<Mprn> anyMprns() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(10).map(Mprn::of);
    }

    static Arbitrary<String> usualIssuerNames() {
        return Arbitraries.of(
                "CN=Z1,OU=07", "CN=OCA1,OU=07", "OU=07, CN=Z1", "Z1", "/OU=07/CN=Z1", "CN=\"Z 1\",OU=07", "CN=Z\\,1");
    }

    static Arbitrary<String> anyIssuerNames() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars(",\"\"\" ")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> !name.isBlank());
    }

    private static Arbitrary<MigrationAuthorisationRow> row(List<CertificateId> known, Arbitrary<Mprn> anyMprn) {
        Arbitrary<Optional<Mpan>> mpans =
                Arbitraries.longs().between(0, 9_999_999_999_999L).map(Mpan::of).optional(0.8);
        Arbitrary<Optional<Mprn>> mprns = anyMprn.optional(0.6);
        // A negative number leaves the slot empty if it is optional.
        Arbitrary<List<Integer>> picks = Arbitraries.integers()
                .between(-2 * known.size(), known.size() - 1)
                .list()
                .ofSize(SLOTS.size());
        return Combinators.combine(mpans, mprns, days(), Arbitraries.of(1, 2, 3), Arbitraries.of(true, false), picks)
                .filter((mpan, mprn, day, dates, priority, picked) -> mpan.isPresent() || mprn.isPresent())
                .as((mpan, mprn, day, dates, priority, picked) -> MigrationAuthorisationRow.builder()
                        .mpan(mpan.orElse(null))
                        .mprn(mprn.orElse(null))
                        .migrateOn((dates & 1) != 0 ? day : null)
                        .migrationWeek((dates & 2) != 0 ? MigrationWeek.containing(day) : null)
                        .priority(priority)
                        .certificateIds(CertificateIds.of(slot -> {
                            boolean given = slot.device().isElectricity() ? mpan.isPresent() : mprn.isPresent();
                            int pick = picked.get(SLOTS.indexOf(slot));
                            return pick >= 0 || (slot.isMandatory() && given)
                                    ? Optional.of(known.get(Math.floorMod(pick, known.size())))
                                    : Optional.empty();
                        }))
                        .build());
    }

    /** Mostly days of two weeks, so that some rows have the same week, and a few remote days. */
    private static Arbitrary<LocalDate> days() {
        LocalDate monday = LocalDate.of(2019, 8, 7).with(previousOrSame(DayOfWeek.MONDAY));
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 13).map(monday::plusDays)),
                Tuple.of(1, Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))));
    }
}
