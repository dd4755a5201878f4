package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"mam " + number() + " (Migration Authorisation Mechanism v2.1b)"};
    }

    private static String number() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource == null) {
                throw new IllegalStateException("version.properties is not beside its class");
            }
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("reading version.properties", e);
        }
        return properties.getProperty("version");
    }
}
