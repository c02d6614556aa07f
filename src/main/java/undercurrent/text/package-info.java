/** Text that comes from outside, made fit to be shown. */
@NullMarked
package undercurrent.text;

import org.jspecify.annotations.NullMarked;
