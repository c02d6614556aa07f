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

  /** The shortest period of a cycle, in steps, where there is no season. */
  static final double SHORTEST = 2;

  /**
   * The sum of some components and of these.
   *
   * @param set the name of the data
   * @param rows of the longest series
   * @param shortest period that a cycle may have, in steps; the longest is half of the series
   */
  StructuralModel sum(String set, int rows, double shortest, Component... components) {
    List<Component> all = new ArrayList<>(List.of(components));
    if (cycle) all.add(cycle(set, rows, shortest));
    if (autoregression > 0) all.add(Arima.autoregression(autoregression));
    return StructuralModel.of(all.toArray(Component[]::new));
  }

  private static Cycle cycle(String set, int rows, double shortest) {
    if (rows / 2.0 > shortest) return new Cycle(shortest, rows / 2.0);
    throw new IllegalArgumentException(
        "'%s' has %d rows to learn from, too few for a cycle of at least %s; set 'cycle' to false."
            .formatted(set, rows, shortest));
  }
}
