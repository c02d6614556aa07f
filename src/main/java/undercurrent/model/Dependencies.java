package undercurrent.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which variables of a short series the distributions of a model depend on, found by changing one
 * after the other and looking at what else changes.
 */
public final class Dependencies {
  private final int steps;
  private final Map<Change, Map<Asked, boolean[][]>> tables = new EnumMap<>(Change.class);

  /** What is changed at time step s. */
  public enum Change {
    /** xₛ, while the states that are drawn stay as they are. */
    OBSERVATION,
    /** zₛ, while the observations stay as they are. */
    STATE,
    /** xₛ, while the noise stays as it is that states are drawn with. */
    OBSERVATION_THROUGH_STATES
  }

  /** What is looked at, at time step t. */
  public enum Asked {
    /** q(zₜ|·). */
    POSTERIOR,
    /** p(zₜ|·). */
    PRIOR,
    /** p(xₜ|·). */
    EMISSION
  }

  /** None yet, of a series of some steps. */
  public Dependencies(int steps) {
    this.steps = steps;
    for (Change change : Change.values()) {
      Map<Asked, boolean[][]> of = new EnumMap<>(Asked.class);
      for (Asked asked : Asked.values()) of.put(asked, new boolean[steps][steps]);
      tables.put(change, of);
    }
  }

  /** How many steps the series has. */
  public int steps() {
    return steps;
  }

  /** Says that what is asked about at t depends on what is changed at s; both from 0 on. */
  public void found(Change change, Asked asked, int t, int s) {
    table(change, asked)[t][s] = true;
  }

  /** Whether it does. */
  public boolean has(Change change, Asked asked, int t, int s) {
    return table(change, asked)[t][s];
  }

  private boolean[][] table(Change change, Asked asked) {
    return Objects.requireNonNull(Objects.requireNonNull(tables.get(change)).get(asked));
  }
}
