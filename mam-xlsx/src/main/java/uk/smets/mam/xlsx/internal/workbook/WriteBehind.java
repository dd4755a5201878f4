package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A large part of a workbook that a separate thread compresses while the next bytes are created. The counterpart of {@link ReadAhead}:
 * blocks form a ring, and an exception in the thread is rethrown here by a later call or by {@code close}.
 */
public final class WriteBehind extends OutputStream {
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 4;

    private final OutputStream target;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "mam-deflate");
        worker.setDaemon(true);
        return worker;
    });

    private final List<Block> ring = new ArrayList<>();
    private int current;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** A block, and the completion of its writing. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private int size;
        private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    }

    /**
     * Starts the thread.
     *
     * @param target receives the bytes in order; closed with this stream
     */
    WriteBehind(OutputStream target) {
        this.target = target;
        for (int i = 0; i < BLOCKS; i++) {
            ring.add(new Block());
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            Block block = ring.get(current);
            int count = Math.min(length - done, BLOCK - block.size);
            System.arraycopy(bytes, from + done, block.bytes, block.size, count);
            block.size += count;
            done += count;
            if (block.size == BLOCK) {
                handOn(block);
            }
        }
    }

    /** Submits a block for writing and waits until the next block is free; nothing is written after a failure. */
    private void handOn(Block block) throws IOException {
        last = last.thenRunAsync(() -> writeBlock(block), thread);
        block.written = last;
        current = (current + 1) % BLOCKS;
        await(ring.get(current).written);
    }

    private void writeBlock(Block block) {
        try {
            target.write(block.bytes, 0, block.size);
            block.size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CompletableFuture<Void> written) throws IOException {
        try {
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e;
        }
    }

    /** Writes the remaining bytes and ends the thread. */
    @Override
    public void close() throws IOException {
        try (target) {
            handOn(ring.get(current));
            await(last);
        } finally {
            thread.shutdown();
        }
    }
}
