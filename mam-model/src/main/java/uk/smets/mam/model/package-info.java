/**
 * The values of the SMETS1 Migration Authorisation Mechanism (MAM) v2.1b: what its documents are made of, free of any file format.
 *
 * <p>A map of the package:
 *
 * <ul>
 *   <li><b>Who</b>: {@link uk.smets.mam.model.UserId} is the supplier's EUI-64, {@link uk.smets.mam.model.Smso} the operator
 *       that the supplier's meters are run by.
 *   <li><b>When</b>: {@link uk.smets.mam.model.MigrationWeek} knows its Monday and the deadline for its files,
 *       {@link uk.smets.mam.model.WorkingDays} the Working Days of England and Wales, and
 *       {@link uk.smets.mam.model.NoticePeriod} what "at least 15 Working Days" means as dates.
 *   <li><b>Which file</b>: {@link uk.smets.mam.model.MigrationAuthorisationHeader} is the first three lines of a Migration
 *       Authorisation, {@link uk.smets.mam.model.MigrationAuthorisationFileName} the names of that file, of its archive and of
 *       its password file.
 *   <li><b>What</b>: meter points and certificate IDs, the rows that hold them, and the findings and rules that say what is
 *       wrong with them.
 * </ul>
 *
 * <p>Manners that hold for every value here:
 *
 * <ul>
 *   <li>It is immutable, may be shared between threads, and never holds something that the MAM does not allow.
 *   <li>{@code of} is the way in for programmers: it throws {@link IllegalArgumentException} that says what is wrong and which
 *       form is expected. {@code find} is the way in for data, where bad input is normal: it answers an empty
 *       {@link java.util.Optional} instead.
 *   <li>{@code toString} of a value that fills one field is its wire form, the characters that stand in the file.
 *   <li>No argument may be {@code null} unless it is marked so; {@link NullPointerException} names the one that was.
 * </ul>
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.model;

import org.jspecify.annotations.NullMarked;
