package uk.smets.mam.xlsx.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of shared strings that grows as cells add theirs. */
final class SharedTexts {
    private final List<String> items = new ArrayList<>();

    /** The index of an item, which is added if it is new. */
    int indexOf(String item) {
        if (!items.contains(item)) {
            items.add(item);
        }
        return items.indexOf(item);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    String xml() {
        return "<sst xmlns=\"" + HandMadeWorkbook.MAIN + "\" count=\"7\" uniqueCount=\"1000000\">"
                + items.stream().map(item -> "<si>" + item + "</si>").collect(Collectors.joining()) + "</sst>";
    }
}
