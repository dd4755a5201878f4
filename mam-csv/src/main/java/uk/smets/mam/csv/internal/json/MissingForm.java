package uk.smets.mam.csv.internal.json;

import uk.smets.mam.model.internal.json.JsonForm;

/**
 * A type of the two notifications if the module that knows their fields is not installed.
 *
 * @param <T> the type
 */
record MissingForm<T>(Class<T> type) implements JsonForm<T> {
    @Override
    public Object write(T value) {
        throw missing();
    }

    @Override
    public T read(Object json) {
        throw missing();
    }

    private IllegalStateException missing() {
        return new IllegalStateException("the module that knows the fields of a " + type.getSimpleName()
                + " is not on the class path or module path: add uk.smets.mam:mam-xlsx");
    }
}
