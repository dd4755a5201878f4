package uk.smets.mam.cli.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Shows on standard error, if it is a terminal, that work goes on: after two seconds, until the work is done. */
public final class Progress implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long PERIOD_MILLIS = 250;

    /** A line longer than the terminal cannot be erased. */
    private static final int WIDTH = 78;

    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private final String doing;
    private final AtomicLong bytes = new AtomicLong();
    private final Thread ticker = new Thread(this::tick, "progress");
    private boolean done;
    private boolean visible;

    private Progress(Console console, String doing) {
        this.console = console;
        this.doing = doing;
    }

    public static Progress start(Console console, String doing) {
        Progress progress = new Progress(console, doing);
        if (console.isTerminal()) {
            progress.ticker.setDaemon(true);
            progress.ticker.start();
        }
        return progress;
    }

    /** Returns a stream that counts the bytes that are read. */
    public InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int value = in.read();
                bytes.addAndGet(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = in.read(into, offset, length);
                bytes.addAndGet(Math.max(count, 0));
                return count;
            }
        };
    }

    private synchronized void tick() {
        long start = System.nanoTime();
        try {
            waitUnlessDone(PATIENCE_MILLIS);
            while (!done) {
                show((System.nanoTime() - start) / 1_000_000_000);
                waitUnlessDone(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitUnlessDone(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !done && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private void show(long seconds) {
        String counted = bytes.get() == 0 ? "" : String.format(Locale.ROOT, "%,d MB, ", bytes.get() / 1_000_000);
        String tail = String.format(Locale.ROOT, " ... %s%,d s", counted, seconds);
        String head = console.shown(doing);
        int room = WIDTH - tail.length();
        console.err().print(ERASE + (head.length() <= room ? head : head.substring(0, room)) + tail);
        console.err().flush();
        visible = true;
    }

    @Override
    public synchronized void close() {
        done = true;
        notifyAll();
        if (visible) {
            console.err().print(ERASE);
            console.err().flush();
        }
    }
}
