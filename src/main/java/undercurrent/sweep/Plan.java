package undercurrent.sweep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;

/**
 * What a sweep computes: runs that are experiments with the same series.
 *
 * @param base the experiment whose settings all runs have but for those of the grid; untrained
 */
public record Plan(Experiment base, Grid grid) {
  private static final String SEED = "seed";

  /**
   * A plan whose settings have been checked.
   *
   * @param begun the series and the settings that all runs share; what it has learned is not used
   * @throws SweepException when a combination of settings is not allowed, or two mean the same
   */
  public static Plan of(Experiment begun, Grid grid) {
    Experiment base = new Recipe(begun.model(), begun.training()).experiment(begun.data());
    Plan plan = new Plan(base, grid);
    Map<Recipe, Point> known = new HashMap<>();
    for (int i = 0; i < grid.combinations(); i++) {
      Point point = plan.point(1 + i * grid.seeds());
      Experiment run = plan.experiment(point);
      Point same = known.putIfAbsent(new Recipe(run.model(), run.training()), point);
      if (same != null) {
        throw new SweepException(Words.of("plan.twice", same.words(), point.words()));
      }
    }
    return plan;
  }

  /** A run. */
  public Point point(int number) {
    return grid.point(number, base.training().seed());
  }

  /**
   * The experiment that a run trains.
   *
   * @throws SweepException when its settings are not allowed
   */
  Experiment experiment(Point point) {
    Map<String, Object> changes = new LinkedHashMap<>(point.settings());
    changes.put(SEED, point.seed());
    try {
      return new Recipe(base.model(), base.training())
          .with(changes)
          .requireUse(point.settings().keySet())
          .experiment(base.data());
    } catch (IllegalArgumentException e) {
      throw new SweepException(
          Words.of("plan.impossible", point.words(), String.valueOf(e.getMessage())), e);
    }
  }
}
