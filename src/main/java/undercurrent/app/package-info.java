/** Main, wiring with {@code new}, logs, the first window, failure at start. */
@NullMarked
package undercurrent.app;

import org.jspecify.annotations.NullMarked;
