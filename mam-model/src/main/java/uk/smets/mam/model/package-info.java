/**
 * The values, rows, findings and rules of the SMETS1 Migration Authorisation Mechanism (MAM) v2.1b, and the types with which documents of
 * every format are read and written.
 *
 * <ul>
 *   <li><b>Reading and writing</b>: {@link uk.smets.mam.model.Input}, {@link uk.smets.mam.model.DocumentReader}, {@link
 *       uk.smets.mam.model.DocumentWriter}, {@link uk.smets.mam.model.ValidationOptions} and {@link
 *       uk.smets.mam.model.ValidationReport}. The documents themselves are in the modules of their formats; {@link
 *       uk.smets.mam.model.Documents} recognises and checks any of them.
 *   <li><b>Who</b>: {@link uk.smets.mam.model.UserId} is the supplier's EUI-64, {@link uk.smets.mam.model.Smso} the operator of its meters.
 *   <li><b>When</b>: {@link uk.smets.mam.model.MigrationWeek} with its deadlines, {@link uk.smets.mam.model.WorkingDays} of England and
 *       Wales, and {@link uk.smets.mam.model.NoticePeriod} of 15 Working Days.
 *   <li><b>Files</b>: {@link uk.smets.mam.model.MigrationAuthorisationHeader} is the first three lines of a Migration Authorisation, {@link
 *       uk.smets.mam.model.MigrationAuthorisationFileName} the name of that file, its archive and its password file.
 *   <li><b>Rows</b>: meter points, certificate IDs, and the rows that have them.
 *   <li><b>Rules</b>: {@link uk.smets.mam.model.Rule} is the catalogue, {@link uk.smets.mam.model.Finding} a problem that was found.
 * </ul>
 *
 * <p>Conventions:
 *
 * <ul>
 *   <li>Values are immutable, can be shared between threads, and are always valid by the MAM.
 *   <li>{@code of} creates a value in code and throws {@link IllegalArgumentException} if the argument is not valid. {@code find} is for
 *       data, which may be invalid, and returns an empty {@link java.util.Optional} then.
 *   <li>{@code toString} of a value that fills one field returns its wire form, the characters in the file.
 *   <li>Arguments must not be {@code null} unless they are marked as nullable; {@link NullPointerException} names the argument.
 * </ul>
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.model;

import org.jspecify.annotations.NullMarked;
