package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.inference.Estimate;
import undercurrent.series.SeriesSet;

/** The probabilities of the regimes over time, stacked. */
final class RegimeFigure {
  private final ShownSeries shown;
  private final Estimate estimate;

  RegimeFigure(SeriesSet set, Estimate estimate) {
    this.shown = new ShownSeries(set, estimate.series());
    this.estimate = estimate;
  }

  Figure figure() {
    String given = EstimateWords.given(shown, estimate);
    List<String> legends =
        IntStream.range(0, count(estimate)).mapToObj(k -> "P(" + name(k) + "), " + given).toList();
    return new Figure(
        "regimes",
        Words.of("regime.title", shown.title()),
        shown.timeAxis(),
        new Axis(Words.of("axis.probability"), "", Axis.Kind.NUMBER, 0, 1),
        StackedShares.layers(legends, estimate.times(), estimate.regimes()),
        0,
        summary());
  }

  private String summary() {
    if (count(estimate) == 0) return Words.of("regime.none");
    int[] most =
        IntStream.range(0, estimate.length()).map(t -> mostProbable(estimate, t)).toArray();
    long changes = IntStream.range(1, most.length).filter(t -> most[t] != most[t - 1]).count();
    List<String> shares = new ArrayList<>();
    for (int k = 0; k < count(estimate); k++) {
      int regime = k;
      long steps = Arrays.stream(most).filter(m -> m == regime).count();
      shares.add(Words.of("regime.at", name(k), steps));
    }
    return Words.of(
        "regime.summary",
        EstimateWords.given(shown, estimate),
        String.join(", ", shares),
        most.length,
        changes);
  }

  private static int count(Estimate estimate) {
    return estimate.regimes().length == 0 ? 0 : estimate.regimes()[0].length;
  }

  static String name(int regime) {
    return Words.of("regime.name", regime + 1);
  }

  /** The most probable regime at a row. */
  static int mostProbable(Estimate estimate, int row) {
    return StackedShares.largest(estimate.regimes()[row]);
  }

  /** The groups of a path whose points belong to regimes. */
  static Mark.Groups groups(Estimate estimate, List<Integer> regimes) {
    if (regimes.isEmpty()) return Mark.Groups.NONE;
    List<String> names = IntStream.range(0, count(estimate)).mapToObj(RegimeFigure::name).toList();
    return new Mark.Groups(names, regimes.stream().mapToInt(Integer::intValue).toArray());
  }
}
