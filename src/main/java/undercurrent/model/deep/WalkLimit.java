package undercurrent.model.deep;

import java.util.List;
import undercurrent.settings.Settings;

/**
 * The best bound of an inference network on the linear system {@link Equations#DRIFTING_WALK} over
 * 25 steps: the observations that q depends on decide its limit (Krishnan, Shalit and Sontag 2017,
 * figure 4).
 *
 * @param limit the least −ELBO of the family of the network, in nats per time step
 */
public record WalkLimit(NetworkKind network, double limit) {
  /** −log p(x) that is expected, in nats per time step: no bound is below. */
  public static final double EXACT = 3.0758;

  /** By their limits; the first two have the form of the true posterior. */
  public static final List<WalkLimit> ALL =
      List.of(
          new WalkLimit(NetworkKind.STRUCTURED_BOTH, EXACT),
          new WalkLimit(NetworkKind.STRUCTURED_FUTURE, EXACT),
          new WalkLimit(NetworkKind.STRUCTURED_PAST, 3.2251),
          new WalkLimit(NetworkKind.MEAN_FIELD_BOTH, 3.2680),
          new WalkLimit(NetworkKind.MEAN_FIELD_FUTURE, 3.3860),
          new WalkLimit(NetworkKind.MEAN_FIELD_PAST, 3.4173));

  /** As in the paper: ST is structured, MF mean field; L reads the past, R the future. */
  public String label() {
    String family = network.name().startsWith("STRUCTURED") ? "ST-" : "MF-";
    return family + (network.seesPast() ? "L" : "") + (network.seesFuture() ? "R" : "");
  }

  /** The name of the network in settings. */
  public String name() {
    return Settings.text(network);
  }
}
