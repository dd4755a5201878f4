package uk.smets.mam.cli.console;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Prints stack traces with the text of each exception escaped, which may come out of a file. */
public final class StackTrace {
    private final PrintWriter out;
    private final UnaryOperator<String> shown;
    private final Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());

    StackTrace(PrintWriter out, UnaryOperator<String> shown) {
        this.out = out;
        this.shown = shown;
    }

    void print(Throwable failure) {
        print("", failure);
    }

    private void print(String caption, Throwable failure) {
        if (!printed.add(failure)) {
            return;
        }
        out.print(caption + shown.apply(failure.toString()) + '\n');
        for (StackTraceElement element : failure.getStackTrace()) {
            out.print("\tat " + shown.apply(element.toString()) + '\n');
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            print("Suppressed: ", suppressed);
        }
        if (failure.getCause() != null) {
            print("Caused by: ", failure.getCause());
        }
    }
}
