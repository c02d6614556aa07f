/**
 * Linear systems that take turns: a hidden regime decides at every step which one is at work. Start
 * at {@link undercurrent.model.switching.SwitchingModel}. The exact answer needs all Kᵀ sequences
 * of regimes, {@link undercurrent.model.switching.Enumeration}; {@link
 * undercurrent.model.switching.InteractingFilter} keeps K Gaussians and {@link
 * undercurrent.model.switching.RaoBlackwellFilter} draws sequences and weighs them.
 */
@NullMarked
package undercurrent.model.switching;

import org.jspecify.annotations.NullMarked;
