package uk.smets.mam.model.internal.json;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A header or row, which is an object in JSON. A member that is absent or null has no value.
 *
 * @param <T> the type
 * @param <D> the type of a value while it is read
 * @param type the type
 * @param members its members, in order
 * @param draft creates a value that is read into
 * @param build completes it
 */
public record ObjectForm<T, D>(Class<T> type, List<Member<T, D, ?>> members, Supplier<D> draft, Function<D, T> build)
        implements JsonForm<T> {
    /**
     * A member of an object.
     *
     * @param <T> the type of the object
     * @param <D> the type of an object while it is read
     * @param <V> the type of the value
     * @param name the name of the member
     * @param mandatory whether every object has it
     * @param form the representation of the value
     * @param get gets the value
     * @param set sets the value
     */
    public record Member<T, D, V>(
            String name, boolean mandatory, JsonForm<V> form, Function<T, @Nullable V> get, BiConsumer<D, V> set) {
        private void write(T object, Map<String, Object> json) {
            V value = get.apply(object);
            if (value != null) {
                json.put(name, form.write(value));
            }
        }

        private void read(Object json, D draft) {
            set.accept(draft, form.read(json));
        }
    }

    /** {@return the names of the members, in order} */
    public Set<String> names() {
        return members.stream().map(Member::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Object write(T value) {
        Map<String, Object> json = new LinkedHashMap<>();
        members.forEach(member -> member.write(value, json));
        return json;
    }

    @Override
    public T read(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw new JsonProblem("this is an object in JSON");
        }
        D value = draft.get();
        members.forEach(member -> {
            Object given = object.get(member.name);
            if (given != null) {
                in(member, () -> member.read(given, value));
            } else if (member.mandatory) {
                throw new JsonProblem("this member is mandatory").in(member.name);
            }
        });
        T built = complete(value);
        members.forEach(member -> requirePresent(member, object.get(member.name), built));
        return built;
    }

    /** The values that one member cannot judge, such as an empty list, are judged by the type itself. */
    private T complete(D value) {
        try {
            return build.apply(value);
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(String.valueOf(e.getMessage()));
        }
    }

    private static void in(Member<?, ?, ?> member, Runnable reading) {
        try {
            reading.run();
        } catch (JsonProblem e) {
            throw e.in(member.name);
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(String.valueOf(e.getMessage())).in(member.name);
        }
    }

    /** Only half of a certificate can be given and yet absent from what was built. */
    private static <T> void requirePresent(Member<T, ?, ?> member, @Nullable Object given, T built) {
        if (given != null && !given.equals(false) && member.get.apply(built) == null) {
            throw new JsonProblem("a certificate needs both its Serial Number and its Issuer Name").in(member.name);
        }
    }
}
