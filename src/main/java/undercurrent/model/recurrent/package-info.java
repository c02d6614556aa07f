/** Recurrent units in continuous time: filters whose transition depends on their state. */
@NullMarked
package undercurrent.model.recurrent;

import org.jspecify.annotations.NullMarked;
