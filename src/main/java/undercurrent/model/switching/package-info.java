/**
 * Switching linear-Gaussian models: a hidden regime selects the linear system of each step. Start
 * at {@link undercurrent.model.switching.SwitchingModel}. The exact posterior needs all Kᵀ
 * sequences of regimes; {@link undercurrent.model.switching.InteractingFilter} keeps K Gaussians
 * and {@link undercurrent.model.switching.RaoBlackwellFilter} draws sequences and weighs them.
 */
@NullMarked
package undercurrent.model.switching;

import org.jspecify.annotations.NullMarked;
