package uk.smets.mam.cli.input;

import java.io.IOException;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;

/** The work of a command on a document of any kind. */
public interface DocumentWork<T> {
    T csv(Input input) throws IOException;

    T workbook(DocumentKind kind, Input input) throws IOException;
}
