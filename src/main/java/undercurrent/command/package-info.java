/**
 * The same engine without a window: every command of {@code undercurrent}. Start at {@code
 * Undercurrent}.
 */
@NullMarked
package undercurrent.command;

import org.jspecify.annotations.NullMarked;
