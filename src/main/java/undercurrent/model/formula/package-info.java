/**
 * Equations that a person types: read by an expression library, refused with the place of a
 * mistake, evaluated with their exact derivatives for filters, and recorded on a tape for networks.
 * Start at {@link undercurrent.model.formula.Formula}.
 */
@NullMarked
package undercurrent.model.formula;

import org.jspecify.annotations.NullMarked;
