/** A figure as pixels: PNG by Java2D, without a screen. Start at {@code PngWriter}. */
@NullMarked
package undercurrent.picture;

import org.jspecify.annotations.NullMarked;
