/**
 * Normalizing flows: invertible maps with tractable log-determinants, as layers on a tape (Rezende
 * and Mohamed 2015; Papamakarios et al. 2021).
 */
@NullMarked
package undercurrent.model.flow;

import org.jspecify.annotations.NullMarked;
