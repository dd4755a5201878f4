package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import uk.smets.mam.model.DocumentKind;

/** The work of a command on a document of any kind. */
public interface DocumentWork<T> {
    T csv(Path file) throws IOException;

    T csv(InputStream stream) throws IOException;

    T workbook(DocumentKind kind, Path file) throws IOException;

    T workbook(DocumentKind kind, byte[] bytes) throws IOException;
}
