package uk.smets.mam.xlsx.internal.write;

import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;

/**
 * What Log4j uses anyway if an application has no Log4j provider. POI calls the API of Log4j, which without any provider prints an error to
 * standard error. This provider has the lowest priority, so that any other one is used instead of it, and it changes nothing but that line.
 */
public final class FallbackLogProvider extends Provider {
    /** Creates the provider. */
    public FallbackLogProvider() {
        super(Integer.MIN_VALUE, CURRENT_VERSION, SimpleLoggerContextFactory.class);
    }
}
