/** Densities of rows by themselves, given the time of the week; there is no state. */
@NullMarked
package undercurrent.model.density;

import org.jspecify.annotations.NullMarked;
