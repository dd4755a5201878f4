/**
 * Modules for Jackson, which write values as their text and headers, rows and reports as objects with documented names, and read values,
 * headers and rows. {@link uk.smets.mam.csv.jackson.MamJackson3Module} is for Jackson 3, {@link
 * uk.smets.mam.csv.jackson.MamJackson2Module} for Jackson 2; both produce the same JSON. {@code ObjectMapper} classes of either version are
 * optional dependencies: add the one that you use. May use {@code internal.json} and {@code report}.
 */
@NullMarked
package uk.smets.mam.csv.jackson;

import org.jspecify.annotations.NullMarked;
