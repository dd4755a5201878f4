package uk.smets.mam.model.internal.json;

import java.util.List;

/**
 * A list, which is an array in JSON.
 *
 * @param <T> the type of its items
 */
final class ListForm<T> implements JsonForm<List<T>> {
    private final JsonForm<T> items;

    ListForm(JsonForm<T> items) {
        this.items = items;
    }

    @Override
    @SuppressWarnings("unchecked") // there is no class of lists of an item type
    public Class<List<T>> type() {
        return (Class<List<T>>) (Class<?>) List.class;
    }

    @Override
    public Object write(List<T> value) {
        return value.stream().map(items::write).toList();
    }

    @Override
    public List<T> read(Object json) {
        if (json instanceof List<?> list) {
            return list.stream().<T>map(items::read).toList();
        }
        throw new JsonProblem("this is an array in JSON");
    }
}
