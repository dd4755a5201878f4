package uk.smets.mam.testing;

import java.io.IOException;
import java.nio.file.Path;

/** A file system that is soon full. Only an administrator of Linux can mount it; elsewhere, tests that need it are skipped. */
public final class SmallDisk {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts a file system, or skips the test if that is impossible; under the profile {@code peers}, the test fails then.
     *
     * @param folder the empty folder that shows it
     * @param bytes its size
     */
    public static SmallDisk mount(Path folder, int bytes) throws InterruptedException {
        PeerProgram.demand(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()),
                "a small file system, which only an administrator of Linux can mount");
        return new SmallDisk(folder);
    }

    public void unmount() {
        try {
            if (!succeeds("umount", folder.toString())) {
                throw new IllegalStateException(folder + " is in use");
            }
        } catch (InterruptedException e) {
            // close() of a resource must not throw it.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unmounting " + folder, e);
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
