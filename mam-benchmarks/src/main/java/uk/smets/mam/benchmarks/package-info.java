/**
 * Measures the library against other libraries on the same input. The entry points are the {@code …Figures} classes, which print the
 * tables of {@code docs/performance.md}. The samples are generated; the probes run in separate JVMs. Uses the public API of all modules.
 */
@NullMarked
package uk.smets.mam.benchmarks;

import org.jspecify.annotations.NullMarked;
