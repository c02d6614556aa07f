/**
 * The physics-guided deep Markov model (Liu, Lai, Bacsa and Chatzi, MSSP 178, 2022): a transition
 * that is known as far as the physics goes, beside a network for what it leaves out. The emission
 * is given, so that states are physical quantities. A deep Markov model of {@code model.deep} with
 * boxes of its own: transition, emission and inference network.
 */
@NullMarked
package undercurrent.model.physics;

import org.jspecify.annotations.NullMarked;
