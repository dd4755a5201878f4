package uk.smets.mam.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file format of documents, which {@link Documents} uses. This interface is for the modules that read a format; callers use {@link
 * Documents}, or the types of the documents themselves.
 *
 * <p>Formats are found by {@link java.util.ServiceLoader}. A module provides its format in its {@code module-info} and, for the class path,
 * in {@code META-INF/services/uk.smets.mam.model.DocumentFormat}. Implementations are stateless and thread-safe.
 */
public interface DocumentFormat {
    /** How well a format fits a file, judged by its name and its first bytes. */
    enum Match {
        /** The file is not of this format. */
        NONE,
        /** The file is read in this format if it is of no other; the report names what it is instead. */
        OTHERWISE,
        /** The file is read in this format if it {@linkplain DocumentFormat#kindOf contains a document} of it. */
        POSSIBLE,
        /** The file is read in this format, and the report states what prevents that. */
        CERTAIN
    }

    /**
     * Returns the documents that have this format.
     *
     * @return the kinds, not empty
     */
    Set<DocumentKind> kinds();

    /**
     * Returns how well this format fits a file.
     *
     * @param name the name of the file
     * @param start its first bytes, 64 or all of a shorter file
     * @return the match
     */
    Match match(String name, byte[] start);

    /**
     * Returns which document an input contains. No more of it is read than necessary.
     *
     * @param input the input; one of a stream cannot be read again afterwards
     * @return the kind, or empty if the input does not contain a document of this format
     * @throws IOException if the input cannot be read
     */
    Optional<DocumentKind> kindOf(Input input) throws IOException;

    /**
     * Reports every problem of an input that {@linkplain #match fits} this format. Throws only on I/O errors.
     *
     * @param input the input
     * @param options the options for checking
     * @return the report, of the kind that the input contains or else most probably was to contain
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    ValidationReport validate(Input input, ValidationOptions options) throws IOException;

    /**
     * Returns the fields of the header of a document.
     *
     * @param kind one of the {@link #kinds()}
     * @return the fields, in order
     * @throws IllegalArgumentException if the document does not have this format
     */
    List<DocumentField> headerFields(DocumentKind kind);

    /**
     * Returns the fields of a row of a document.
     *
     * @param kind one of the {@link #kinds()}
     * @return the fields, in order
     * @throws IllegalArgumentException if the document does not have this format
     */
    List<DocumentField> fields(DocumentKind kind);
}
