/**
 * Reports for people and for other programs: a validation report as text and as JSON. A report or a finding goes in; text goes out. Mask a
 * report before it leaves the people who may see meter points: {@link uk.smets.mam.model.ValidationReport#masked()}. May use
 * {@code internal.json}.
 */
@NullMarked
package uk.smets.mam.csv.report;

import org.jspecify.annotations.NullMarked;
