/**
 * Models of a data set whose equations are known, as models like any other: the noise is learned,
 * and a filter of {@link undercurrent.model.nonlinear} is chosen. Start at {@link
 * undercurrent.model.known.KnownModel}.
 */
@NullMarked
package undercurrent.model.known;

import org.jspecify.annotations.NullMarked;
