/**
 * Figures: immutable descriptions of plots, and writers of them that need no screen (SVG, CSV,
 * words). The window and the PNG writer read the same descriptions. Start at {@link
 * undercurrent.figure.Figure}; {@link undercurrent.figure.Figures} makes them from results. A
 * figure is laid out ({@code Layout}), painted ({@link undercurrent.figure.Painter}) and drawn with
 * a {@link undercurrent.figure.Pen}: one of SVG here, one of Java2D in {@code picture}.
 */
@NullMarked
package undercurrent.figure;

import org.jspecify.annotations.NullMarked;
