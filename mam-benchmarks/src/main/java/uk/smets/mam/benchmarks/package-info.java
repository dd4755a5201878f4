/**
 * Measures the codec against its peers on the same bytes.
 */
@NullMarked
package uk.smets.mam.benchmarks;

import org.jspecify.annotations.NullMarked;
