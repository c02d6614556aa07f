/**
 * What a person changes in a series by hand: rows that are hidden, values that are moved, noise and
 * outliers that are added. Edits are applied to the series as it was read, which stays as it is.
 * Start at {@link undercurrent.edit.Revision}.
 */
@NullMarked
package undercurrent.edit;

import org.jspecify.annotations.NullMarked;
