package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;

/** A repair restores the document as it was before the damage. */
class RepairedAndEqualTest {
    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return Documents.usual();
    }

    @Provide
    Arbitrary<Set<Damage>> damages() {
        return Arbitraries.of(Damage.class).set().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 500)
    void everyCombinationOfDamagesIsRepaired(
            @ForAll("documents") MigrationAuthorisation document,
            @ForAll("damages") Set<Damage> damages,
            @ForAll long seed)
            throws IOException {
        DamagedFile file = new DamagedFile(document, seed);
        // Damages are applied in the order of the enum, in which none reverts another.
        EnumSet.copyOf(damages).forEach(damage -> damage.apply(file));

        ConvertedDocument repaired = repair(file.toBytes());

        assertThat(repaired.document()).isEqualTo(document);
        assertThat(repaired.document().toBytes()).isEqualTo(document.toBytes());
    }

    @Property
    void everyDamageIsListedAsAChange(
            @ForAll("documents") MigrationAuthorisation document, @ForAll Damage damage, @ForAll long seed)
            throws IOException {
        DamagedFile file = new DamagedFile(document, seed);
        damage.apply(file);
        byte[] bytes = file.toBytes();

        ConvertedDocument repaired = repair(bytes);

        assertThat(repaired.document()).isEqualTo(document);
        if (damage.rule() == null || Arrays.equals(bytes, document.toBytes())) {
            assertThat(repaired.changes()).isEmpty();
        } else if (damage != Damage.BARE_QUOTES) {
            assertThat(repaired.changes()).extracting(Change::rule).contains(damage.rule());
        }
    }

    @Property(tries = 300)
    void fileWithoutDamageIsNotChanged(@ForAll("documents") MigrationAuthorisation document) throws IOException {
        ConvertedDocument repaired = repair(document.toBytes());

        assertThat(repaired.document()).isEqualTo(document);
        assertThat(repaired.changes()).isEmpty();
    }

    @Property(tries = 300)
    void repairedDocumentIsSoundAndNeedsNoFurtherRepair(
            @ForAll("documents") MigrationAuthorisation document, @ForAll Damage damage, @ForAll long seed)
            throws IOException {
        DamagedFile file = new DamagedFile(document, seed);
        damage.apply(file);

        byte[] repaired = repair(file.toBytes()).document().toBytes();

        assertThat(Unnamed.validate(repaired).isSound()).isTrue();
        assertThat(repair(repaired).changes()).isEmpty();
    }

    @Property
    void anyBytesAreRepairedOrRefusedWithFindings(@ForAll("scraps") byte[] bytes) throws IOException {
        try {
            ConvertedDocument repaired = repair(bytes);
            assertThat(repaired.document().check().isSound()).isTrue();
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report().errors()).isPositive();
            assertThat(refused.report().findings()).isNotEmpty();
        }
    }

    /** Pieces of files in any order, which cause most problems that files can have. */
    @Provide
    Arbitrary<byte[]> scraps() {
        return Arbitraries.of(
                        "\"",
                        "\"\"",
                        ",",
                        ";",
                        "\t",
                        "\n",
                        "\r",
                        "\r\n",
                        " ",
                        "\0",
                        "\uFEFF",
                        "\u00A0",
                        "\u2013",
                        "\u201C",
                        "\u201D",
                        "1",
                        "70-B3-D5-1F-30-00-A0-01\n",
                        "YES\n",
                        "CGI\n",
                        "MPAN",
                        "20190805",
                        "CN=Z1,OU=07",
                        ",,,,,,,,,,",
                        ",,,,,,,,,,,,,,,,,,,,,,,,\n",
                        "1312345678907,,,20190805,,1,\"CN=Z1,OU=07\",1,Z")
                .list()
                .ofMaxSize(60)
                .map(pieces -> pieces.stream().collect(Collectors.joining()))
                .flatMap(text -> Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16", "windows-1252")
                        .map(charset -> text.getBytes(Charset.forName(charset))));
    }

    private static ConvertedDocument repair(byte[] bytes) throws IOException {
        return Unnamed.repair(bytes, ValidationOptions.defaults());
    }
}
