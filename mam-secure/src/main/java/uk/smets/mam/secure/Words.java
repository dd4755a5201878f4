package uk.smets.mam.secure;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists in messages. */
final class Words {
    private Words() {}

    /** What is in a collection, joined by commas; {@code nothing} where it is empty. */
    static String list(Collection<?> items) {
        return items.isEmpty()
                ? "nothing"
                : items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
