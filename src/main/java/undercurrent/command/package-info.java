/**
 * The command line: every command of {@code undercurrent}. Start at {@link
 * undercurrent.command.Commands}.
 */
@NullMarked
package undercurrent.command;

import org.jspecify.annotations.NullMarked;
