package uk.smets.mam.xlsx.internal.write;

import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;

/**
 * The provider that Log4j itself uses if an application has none. POI calls the API of Log4j, which without any provider prints an error to
 * standard error; this provider prevents only that line. It has the lowest priority, so that any other provider is used instead of it.
 */
public final class FallbackLogProvider extends Provider {
    /** Creates the provider. */
    public FallbackLogProvider() {
        super(Integer.MIN_VALUE, CURRENT_VERSION, SimpleLoggerContextFactory.class);
    }
}
