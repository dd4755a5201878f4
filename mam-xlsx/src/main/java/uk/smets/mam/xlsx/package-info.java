/**
 * The workbooks of the Migration Authorisation Mechanism: the two Dormant Meter notifications, and the response to one of them.
 */
@NullMarked
package uk.smets.mam.xlsx;

import org.jspecify.annotations.NullMarked;
