package uk.smets.mam.secure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A digest that is computed in a thread of its own, so that whoever feeds it goes on reading, inflating or writing meanwhile: of
 * all that is done with a large file, its MD5 takes longest. Two blocks are in turn filled here and digested there.
 */
final class ParallelDigest extends MessageDigest implements AutoCloseable {
    /** Large enough for handing it over to cost nothing, small enough for the heap. */
    private static final int BLOCK = 256 * 1024;

    private final MessageDigest digest;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "mam-digest");
        worker.setDaemon(true);
        return worker;
    });

    private CompletableFuture<Void> pending = CompletableFuture.completedFuture(null);
    private byte[] filling = new byte[BLOCK];
    private byte[] digesting = new byte[BLOCK];
    private int filled;

    private ParallelDigest(MessageDigest digest) {
        super(digest.getAlgorithm());
        this.digest = digest;
    }

    /** The MAM's password is an MD5 (clause 7.5.2); nothing relies on it for integrity. */
    static ParallelDigest md5() {
        return new ParallelDigest(instance("MD5"));
    }

    /** A digest that every Java platform has. */
    static MessageDigest instance(String algorithm) {
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
            int part = Math.min(left, BLOCK - filled);
            System.arraycopy(input, from, filling, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == BLOCK) {
                handOver();
            }
        }
    }

    private void handOver() {
        pending.join();
        byte[] block = filling;
        int length = filled;
        filling = digesting;
        digesting = block;
        filled = 0;
        pending = CompletableFuture.runAsync(() -> digest.update(block, 0, length), thread);
    }

    @Override
    protected byte[] engineDigest() {
        handOver();
        pending.join();
        return digest.digest();
    }

    @Override
    protected void engineReset() {
        pending.join();
        filled = 0;
        digest.reset();
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
