package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A large part of a workbook that a separate thread reads and decompresses ahead of the parser: decompressing a sheet takes half as long
 * as parsing it. Blocks form a ring: the thread fills the next blocks while one is parsed. An exception in the thread is rethrown here
 * after the bytes before it have been read.
 */
public final class ReadAhead extends InputStream {
    /** Smaller parts are read without a thread. */
    private static final long LARGE = 1 << 20;

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 4;

    private final InputStream source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "mam-inflate");
        worker.setDaemon(true);
        return worker;
    });

    private final List<Block> ring = new ArrayList<>();
    private int current;
    private int position;
    private volatile boolean closed;

    /** A block, and the number of its bytes once it is filled; the last block may be shorter. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private CompletableFuture<Integer> filled = CompletableFuture.completedFuture(0);
    }

    private ReadAhead(InputStream source) {
        this.source = source;
        for (int i = 0; i < BLOCKS; i++) {
            Block block = new Block();
            ring.add(block);
            fill(block);
        }
    }

    /** Opens the bytes of a part. */
    public static InputStream of(WorkbookPart part) throws IOException {
        return of(part.open(), part.size());
    }

    /** Returns a stream that reads ahead if the size is large, and otherwise the given stream. */
    public static InputStream of(InputStream bytes, long size) {
        return size < LARGE ? bytes : new ReadAhead(bytes);
    }

    private void fill(Block block) {
        block.filled = CompletableFuture.supplyAsync(() -> readBlock(block.bytes), thread);
    }

    private int readBlock(byte[] bytes) {
        try {
            return closed ? 0 : source.readNBytes(bytes, 0, BLOCK);
        } catch (IOException e) {
            // Nothing is read after a failure.
            closed = true;
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Block block = ring.get(current);
        int filled = await(block);
        if (position == BLOCK) {
            fill(block);
            position = 0;
            current = (current + 1) % BLOCKS;
            block = ring.get(current);
            filled = await(block);
        }
        if (position == filled) {
            return -1;
        }
        int count = Math.min(length, filled - position);
        System.arraycopy(block.bytes, position, target, offset, count);
        position += count;
        return count;
    }

    private static int await(Block block) throws IOException {
        try {
            return block.filled.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e;
        }
    }

    /** Ends the thread without interrupting it, because an interrupt would close the file channel for all its users. */
    @Override
    public void close() throws IOException {
        closed = true;
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
