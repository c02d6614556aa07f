/**
 * Numerical foundations: seeded randomness, parameters, and the tape that records a computation
 * once and replays it forwards and backwards without allocating. Start at {@link
 * undercurrent.math.Tape}.
 */
@NullMarked
package undercurrent.math;

import org.jspecify.annotations.NullMarked;
