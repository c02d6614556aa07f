/**
 * Many trainings of one series: all combinations of some settings, each with several seeds, in this
 * process or divided among many.
 */
@NullMarked
package undercurrent.sweep;

import org.jspecify.annotations.NullMarked;
