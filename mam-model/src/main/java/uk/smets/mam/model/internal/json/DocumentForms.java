package uk.smets.mam.model.internal.json;

import java.util.List;
import java.util.ServiceLoader;

/** The service by which a module that reads and writes documents provides the forms of their headers and rows. */
public interface DocumentForms {
    /** {@return the forms} */
    List<JsonForm<?>> forms();

    /** {@return the forms of all modules that are installed} */
    static List<JsonForm<?>> installed() {
        return ServiceLoader.load(DocumentForms.class, DocumentForms.class.getClassLoader()).stream()
                .<JsonForm<?>>flatMap(provider -> provider.get().forms().stream())
                .toList();
    }
}
