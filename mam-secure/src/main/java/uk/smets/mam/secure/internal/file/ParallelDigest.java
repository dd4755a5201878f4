package uk.smets.mam.secure.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A digest that is computed in a separate thread while the caller continues to read, inflate or write: for a large file, the MD5 takes
 * longest. Blocks form a ring: the caller fills one while others wait to be digested, so that neither thread has to be woken for each
 * block.
 */
public final class ParallelDigest extends MessageDigest implements AutoCloseable {
    /** Large enough to make the hand-over cheap, small enough for the heap. */
    private static final int BLOCK = 256 * 1024;

    private static final int BLOCKS = 4;

    private final MessageDigest digest;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "mam-digest");
        worker.setDaemon(true);
        return worker;
    });

    private final List<Block> ring = new ArrayList<>();
    private int current;
    private int filled;

    /** A block, and when it can be filled again. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private CompletableFuture<Void> digested = CompletableFuture.completedFuture(null);
    }

    private ParallelDigest(MessageDigest digest) {
        super(digest.getAlgorithm());
        this.digest = digest;
    }

    /** Returns an MD5, which is the MAM's password (clause 7.5.2); it is not used for integrity. */
    public static ParallelDigest md5() {
        return new ParallelDigest(instance("MD5"));
    }

    /**
     * Returns the MD5 of a content, reading it once.
     *
     * @param other another digest to update with the same bytes, if any
     * @throws IOException if it cannot be read, or changes while it is being read
     */
    public static byte[] md5Of(Content content, Optional<MessageDigest> other) throws IOException {
        try (ParallelDigest md5 = md5();
                InputStream in = content.open()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
                if (other.isPresent()) {
                    other.get().update(buffer, 0, read);
                }
            }
            content.checkUnchanged();
            return md5.digest();
        }
    }

    /** Returns a digest that every Java platform supports. */
    public static MessageDigest instance(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            Block block = block();
            int part = Math.min(left, BLOCK - filled);
            System.arraycopy(input, from, block.bytes, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == BLOCK) {
                handOver();
            }
        }
    }

    /** Returns the block that is being filled. */
    private Block block() {
        if (current == ring.size()) {
            ring.add(new Block());
        }
        Block block = ring.get(current);
        if (filled == 0) {
            block.digested.join();
        }
        return block;
    }

    private void handOver() {
        Block block = block();
        int length = filled;
        block.digested = CompletableFuture.runAsync(() -> digest.update(block.bytes, 0, length), thread);
        current = (current + 1) % BLOCKS;
        filled = 0;
    }

    private void awaitAll() {
        ring.forEach(block -> block.digested.join());
    }

    @Override
    protected byte[] engineDigest() {
        handOver();
        awaitAll();
        return digest.digest();
    }

    @Override
    protected void engineReset() {
        awaitAll();
        filled = 0;
        digest.reset();
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
