package uk.smets.mam.cli;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes CSV by RFC 4180, in UTF-8, its lines ended in LF; the stream stays open. */
final class CsvOutput implements AutoCloseable {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator generator;

    CsvOutput(OutputStream stream) {
        generator = CSV.createGenerator(ObjectWriteContext.empty(), stream);
    }

    void line(List<String> fields) {
        generator.writeStartArray();
        fields.forEach(generator::writeString);
        generator.writeEndArray();
    }

    @Override
    public void close() {
        generator.close();
    }
}
