/**
 * The worker: one training thread that takes live settings from a one-slot mailbox and leaves
 * snapshots in another. Start at {@code Session}.
 */
@NullMarked
package undercurrent.session;

import org.jspecify.annotations.NullMarked;
