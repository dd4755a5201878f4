package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;

/** A written document reads back equal, with this module and with other libraries, and so does a file that others wrote. */
class WrittenAndReadTest {
    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return Documents.any().filter(document -> document.check().isSound());
    }

    @Property(tries = 400)
    void writtenDocumentReadsBackEqual(@ForAll("documents") MigrationAuthorisation document) throws IOException {
        byte[] bytes = document.toBytes();

        assertThat(Unnamed.parse(bytes)).isEqualTo(document);
        assertThat(Unnamed.validate(bytes).isSound()).isTrue();
        assertThat(streamed(bytes, 7)).isEqualTo(document.rows());
    }

    @Property(tries = 200)
    void everyMethodOfWritingGivesTheSameBytes(@ForAll("documents") MigrationAuthorisation document)
            throws IOException {
        ByteArrayOutputStream rowByRow = new ByteArrayOutputStream();
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(rowByRow, document.header())) {
            for (MigrationAuthorisationRow row : document.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        byte[] bytes = document.toBytes();

        assertThat(rowByRow.toByteArray()).isEqualTo(bytes);
        assertThat(Unnamed.parse(bytes).toBytes()).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void otherLibrariesReadTheSameValues(@ForAll("documents") MigrationAuthorisation document) throws IOException {
        String csv = new String(document.toBytes(), StandardCharsets.US_ASCII);
        List<List<String>> expected = Peers.expected(document);

        assertThat(Peers.jackson(csv)).isEqualTo(expected);
        assertThat(Peers.commonsCsv(csv)).isEqualTo(expected);
        assertThat(Peers.fastCsv(csv)).isEqualTo(expected);
    }

    @Property(tries = 400)
    void optionalQuotesDoNotChangeTheDocument(@ForAll("documents") MigrationAuthorisation document, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int quotedOfTen = random.nextInt(11);
        String csv = Peers.expected(document).stream()
                .map(record -> record.stream()
                                .map(field -> random.nextInt(10) < quotedOfTen
                                        ? Lines.quoted(field)
                                        : Lines.quotedIfNeeded(field))
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining());
        byte[] bytes = Lines.bytes(random.nextBoolean() ? csv : csv.substring(0, csv.length() - 1));
        MigrationAuthorisation read = Unnamed.parse(bytes);

        assertThat(read).isEqualTo(document);
        assertThat(streamed(bytes, 1 + random.nextInt(500))).isEqualTo(document.rows());
        assertThat(Peers.expected(read)).isEqualTo(Peers.jackson(csv)).isEqualTo(Peers.fastCsv(csv));
    }

    private static List<MigrationAuthorisationRow> streamed(byte[] bytes, int piece) throws IOException {
        List<MigrationAuthorisationRow> rows = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(new DripInput(bytes, piece, piece), ValidationOptions.defaults())) {
            reader.forEach(rows::add);
        }
        return rows;
    }
}
