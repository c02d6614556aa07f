/**
 * What we say about it: immutable descriptions of plots, and their readers that need no screen
 * (SVG, CSV, words). The window and the PNG writer read the same descriptions. Start at {@link
 * undercurrent.figure.Figure}.
 */
@NullMarked
package undercurrent.figure;

import org.jspecify.annotations.NullMarked;
