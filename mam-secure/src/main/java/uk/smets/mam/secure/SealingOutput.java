package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.internal.zip.ArchiveOutput;
import uk.smets.mam.secure.internal.zip.ArchiveWriter;
import uk.smets.mam.secure.signature.NamedFile;

/**
 * Where the files of a submission are created: in a folder, or in memory.
 *
 * @param <T> the type of a file: a path, or a file in memory
 */
abstract sealed class SealingOutput<T> implements AutoCloseable {
    private final Set<String> names = new HashSet<>();

    /** A place for the files, opened only once everything has been checked. */
    interface Place<T> {
        SealingOutput<T> open() throws IOException;
    }

    /** Writes the archive, and returns it for hashing. */
    final ArchiveOutput archive(String name, ArchiveWriter writer) throws IOException {
        names.add(name);
        ArchiveOutput archive = createArchive(name);
        writer.write(archive);
        return archive;
    }

    /** Adds a file with the password in it. */
    final T put(NamedFile content) throws IOException {
        if (!names.add(content.name())) {
            throw new IllegalStateException(
                    "the layout of the signature writes " + content.name() + ", which is the name of another file");
        }
        return create(content);
    }

    abstract ArchiveOutput createArchive(String name) throws IOException;

    abstract T create(NamedFile content) throws IOException;

    /** Returns the archive, once it is written. */
    abstract T archived();

    /** Lets all files appear. */
    abstract void commit() throws IOException;

    abstract List<InterruptedWrite> recovered();

    @Override
    public abstract void close() throws IOException;

    /** Files of a folder, which appear together or not at all. */
    static final class InFolder extends SealingOutput<Path> {
        private final Path folder;
        private final Optional<Path> file;
        private final Overwriting overwriting;
        private final AtomicFileGroup group;
        private Path archive;

        private InFolder(Path folder, Optional<Path> file, Overwriting overwriting, AtomicFileGroup group) {
            this.folder = folder;
            this.file = file;
            this.overwriting = overwriting;
            this.group = group;
            this.archive = folder;
        }

        static InFolder open(Path folder, Optional<Path> file, Overwriting overwriting) throws IOException {
            return new InFolder(folder, file, overwriting, AtomicFileGroup.in(folder));
        }

        @Override
        ArchiveOutput createArchive(String name) throws IOException {
            archive = folder.resolve(name);
            return ArchiveOutput.to(group.create(target(archive)));
        }

        @Override
        Path create(NamedFile content) throws IOException {
            Path made = folder.resolve(content.name());
            if (file.filter(input -> input.toAbsolutePath().equals(made.toAbsolutePath()))
                    .isPresent()) {
                throw new IllegalStateException(
                        "the layout of the signature writes " + content.name() + ", which is the sealed file itself");
            }
            AtomicFile secret = group.createSecret(target(made));
            secret.stream().write(content.bytes());
            return made;
        }

        private OutputTarget target(Path made) throws IOException {
            List<Path> inputs = new ArrayList<>(overwriting.exceptions());
            file.ifPresent(inputs::add);
            return OutputTarget.derived(made, inputs, overwriting.isAllowed());
        }

        @Override
        Path archived() {
            return archive;
        }

        @Override
        void commit() throws IOException {
            group.commit();
        }

        @Override
        List<InterruptedWrite> recovered() {
            return group.recovered();
        }

        @Override
        public void close() throws IOException {
            group.close();
        }
    }

    /** Files in memory. */
    static final class InMemory extends SealingOutput<NamedFile> {
        private final ArchiveOutput.InMemory archive = new ArchiveOutput.InMemory();
        private String name = "";

        @Override
        ArchiveOutput createArchive(String name) {
            this.name = name;
            return archive;
        }

        @Override
        NamedFile create(NamedFile content) {
            return content;
        }

        @Override
        NamedFile archived() {
            return NamedFile.of(name, archive.toByteArray());
        }

        @Override
        void commit() {
            // Nothing to move into place.
        }

        @Override
        List<InterruptedWrite> recovered() {
            return List.of();
        }

        @Override
        public void close() {
            // The memory is the caller's.
        }
    }
}
