package uk.smets.mam.cli.table;

import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.Message;

/** The problems of a table, each with its line, up to a maximum; the rest are counted. */
final class Problems {
    private final String name;
    private final int max;
    private final List<Message> listed = new ArrayList<>();
    private long rest;

    Problems(String name, int max) {
        this.name = name;
        this.max = max;
    }

    void add(String problem) {
        add(Message.of(name, problem));
    }

    void add(long line, String problem) {
        add(Message.of(name + ":" + line, problem));
    }

    private void add(Message problem) {
        if (listed.size() < max) {
            listed.add(problem);
        } else {
            rest++;
        }
    }

    List<Message> list() {
        if (rest == 0) {
            return listed;
        }
        List<Message> all = new ArrayList<>(listed);
        all.add(Message.of(name, Formats.count(rest, "more line") + " with problems"));
        return all;
    }
}
