package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;

/** Reads and writes a Migration Authorisation, and sees of the library's modules nothing but their API. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var original = Path.of(arguments[0]);
        var copy = Files.createTempDirectory("consumer").resolve(original.getFileName());
        MigrationAuthorisation.parse(original).write(copy);
        if (Files.mismatch(original, copy) != -1) {
            throw new IllegalStateException(copy + " differs from " + original);
        }
        Module library = MigrationAuthorisation.class.getModule();
        if (!library.isNamed() || library.getDescriptor().isAutomatic()) {
            throw new IllegalStateException("meant for the module path");
        }
        Module model = library.getLayer().findModule("uk.smets.mam.model").orElseThrow();
        for (Module module : new Module[] {library, model}) {
            for (String name : module.getPackages()) {
                if (module.isExported(name, Main.class.getModule()) != name.equals(module.getName())) {
                    throw new IllegalStateException(module + " and its package " + name);
                }
            }
        }
        System.out.println("module path: read, written and found the same: " + original.getFileName());
    }
}
