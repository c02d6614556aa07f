/** Figures as pixels by Java2D, without a screen, and as files. Start at {@code FigureFiles}. */
@NullMarked
package undercurrent.picture;

import org.jspecify.annotations.NullMarked;
