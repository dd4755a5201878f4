package uk.smets.mam.model.internal.primitive;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies of collections that a caller passed. A null, also in place of an element, is reported with the name of the argument. */
public final class Arguments {
    private Arguments() {}

    /**
     * Returns an immutable copy of a collection, in its order.
     *
     * @param elements the collection
     * @param name the name of the argument
     * @param <T> the type of the elements
     * @return the copy
     */
    public static <T> List<T> listOf(Collection<? extends T> elements, String name) {
        requireElements(elements, name);
        return List.copyOf(elements);
    }

    /**
     * Returns an immutable set of the elements of a collection.
     *
     * @param elements the collection
     * @param name the name of the argument
     * @param <T> the type of the elements
     * @return the copy
     */
    public static <T> Set<T> setOf(Collection<? extends T> elements, String name) {
        requireElements(elements, name);
        return Set.copyOf(elements);
    }

    /**
     * Returns an immutable copy of a map.
     *
     * @param entries the map
     * @param name the name of the argument
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the copy
     */
    public static <K, V> Map<K, V> mapOf(Map<? extends K, ? extends V> entries, String name) {
        return Map.copyOf(requireEntries(entries, name));
    }

    /**
     * Requires that a map has no nulls.
     *
     * @param entries the map
     * @param name the name of the argument
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the same map, with its order
     */
    public static <K, V> Map<K, V> requireEntries(Map<K, V> entries, String name) {
        requireElements(requireNonNull(entries, name).keySet(), name);
        requireElements(entries.values(), name);
        return entries;
    }

    private static void requireElements(Collection<?> elements, String name) {
        for (Object element : requireNonNull(elements, name)) {
            if (element == null) {
                throw new NullPointerException("an element of " + name);
            }
        }
    }
}
