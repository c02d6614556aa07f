/**
 * Training on a thread of its own, which reads live settings from a one-slot mailbox and writes
 * snapshots to another. Start at {@code Session}.
 */
@NullMarked
package undercurrent.session;

import org.jspecify.annotations.NullMarked;
