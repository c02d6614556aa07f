package undercurrent.session;

import java.util.Optional;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;

/**
 * The answer to a replay.
 *
 * @param moment the model that was to be estimated with
 * @param beliefs its estimates; empty when they failed, and the log says why
 */
public record Replayed(Moment moment, Optional<Beliefs> beliefs) {}
