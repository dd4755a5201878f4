package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Brings a large file to the disk while it is still being written, so that its end need not wait for all of it. A file of less than
 * {@value #STEP} bytes is left alone.
 */
final class EarlyForce {
    private static final long STEP = 32 << 20;

    private final FileChannel channel;
    private long written;
    private @Nullable Thread running;

    /** A disk tells of a failure once: it is kept for whoever asks in the end. */
    private volatile @Nullable IOException failure;

    EarlyForce(FileChannel channel) {
        this.channel = channel;
    }

    /** Notes that bytes were written. */
    void written(int bytes) {
        written += bytes;
        if (written >= STEP && (running == null || !running.isAlive())) {
            written = 0;
            Thread thread = new Thread(this::run, "mam-disk");
            thread.setDaemon(true);
            thread.start();
            running = thread;
        }
    }

    private void run() {
        try {
            channel.force(false);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Waits until nothing is under way; from then on the channel may be closed. */
    void await() {
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits, and tells whether the disk failed.
     *
     * @throws IOException if it did
     */
    void finish() throws IOException {
        await();
        if (failure != null) {
            throw failure;
        }
    }
}
