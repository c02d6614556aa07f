package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.Component;
import undercurrent.model.structural.Cycle;
import undercurrent.model.structural.StructuralModel;
import undercurrent.settings.Knob;

/** Components that can be added to a level, a trend or a season; settings that kinds share. */
record Additions(
    @Knob(group = "model") boolean cycle,
    @Knob(group = "model", max = 12, advanced = true) int autoregression) {
  static final Additions NONE = new Additions(false, 0);

  /** The season of a sum without one. */
  static final int NO_SEASON = 0;

  /** The shortest period of a cycle, in steps. */
  private static final double SHORTEST = 2;

  /**
   * The sum of some components and of these.
   *
   * @param set the name of the data
   * @param rows of the longest series
   * @param season steps of the season among the components, or {@link #NO_SEASON}; a cycle is given
   *     from its waves
   */
  StructuralModel sum(String set, int rows, int season, Component... components) {
    List<Component> all = new ArrayList<>(List.of(components));
    if (cycle) all.add(cycle(set, rows, season));
    if (autoregression > 0) all.add(Arima.autoregression(autoregression));
    return StructuralModel.of(all.toArray(Component[]::new));
  }

  /** From two steps to half of the rows, so that it is seen at least twice. */
  private static Cycle cycle(String set, int rows, int season) {
    if (rows / 2.0 > SHORTEST) return new Cycle(SHORTEST, rows / 2.0, season, rows);
    throw new IllegalArgumentException(KindWords.of("refused.cycle", set, rows));
  }
}
