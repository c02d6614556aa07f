package undercurrent.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import undercurrent.experiment.KeptSweep;

/** Tables of sweeps as a document keeps them. */
public final class KeptTables {
  private KeptTables() {}

  /** What a document keeps of a table; nothing of one that is too large. */
  public static Optional<KeptSweep> keep(SweepTable table) {
    if (table.grid().axes().isEmpty() || table.grid().runs() > KeptSweep.MOST_RUNS) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptSweep(
            table.grid().axes().stream()
                .map(axis -> new KeptSweep.Axis(axis.key(), axis.values()))
                .toList(),
            table.grid().seeds(),
            table.outcomes().stream()
                .map(o -> kept(o, table.seconds().getOrDefault(o.point().number(), Double.NaN)))
                .toList()));
  }

  private static KeptSweep.Outcome kept(Outcome outcome, double seconds) {
    return new KeptSweep.Outcome(
        outcome.point().number(),
        outcome.point().seed(),
        outcome.status().name().toLowerCase(Locale.ROOT),
        outcome.epochs(),
        outcome.message(),
        outcome.criterion(),
        outcome.values(),
        seconds);
  }

  /**
   * The table of what a document kept.
   *
   * @throws IllegalArgumentException one sentence, when it is none
   */
  public static SweepTable table(KeptSweep kept) {
    Grid grid =
        new Grid(
            kept.axes().stream().map(axis -> new Axis(axis.key(), axis.values())).toList(),
            kept.seeds());
    Map<Integer, Double> seconds = new HashMap<>();
    for (KeptSweep.Outcome outcome : kept.outcomes()) {
      if (Double.isFinite(outcome.seconds())) seconds.put(outcome.number(), outcome.seconds());
    }
    List<Outcome> outcomes = kept.outcomes().stream().map(o -> outcome(grid, o)).toList();
    return new SweepTable(grid, outcomes, seconds);
  }

  private static Outcome outcome(Grid grid, KeptSweep.Outcome kept) {
    Map<String, String> settings = grid.combination((kept.number() - 1) / grid.seeds());
    return new Outcome(
        new Point(kept.number(), settings, kept.seed()),
        Outcome.Status.valueOf(kept.status().toUpperCase(Locale.ROOT)),
        kept.epochs(),
        kept.message(),
        kept.criterion(),
        kept.values());
  }
}
