package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Forces a large file to the disk while it is being written, so that less is left to do at the end. Files of less than
 * {@value #STEP} bytes are not forced early.
 */
final class EarlyForce {
    private static final long STEP = 32 << 20;

    private final FileChannel channel;
    private long written;
    private @Nullable Thread running;

    /** A disk reports a failure only once: it is kept for the end. */
    private volatile @Nullable IOException failure;

    EarlyForce(FileChannel channel) {
        this.channel = channel;
    }

    /** Counts bytes that were written. */
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

    /** Waits for a pending operation, after which the channel may be closed. */
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
     * Waits, and throws if the disk failed.
     *
     * @throws IOException if the disk failed
     */
    void finish() throws IOException {
        await();
        if (failure != null) {
            throw failure;
        }
    }
}
