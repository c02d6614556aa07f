package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/** Reads what a kind has learned in the units of the file. */
final class FitReader {
  private final ExactModel model;
  private final SystemKind kind;
  private final Rows rows;
  private final FileUnits units;
  private final SeriesSet set;
  private final int[] channels;

  FitReader(ExactModel model, SystemKind kind, Rows rows, FileUnits units) {
    this.model = model;
    this.kind = kind;
    this.rows = rows;
    this.units = units;
    set = model.dataset().source();
    channels = set.observedChannels();
  }

  ExactFit read() {
    double transformed = 0;
    double logJacobian = 0;
    int count = 0;
    int diffuse = 0;
    LogLikelihood.Convention convention = LogLikelihood.Convention.PROPER;
    for (int s = 0; s < set.series().size(); s++) {
      int end = set.split().end(Part.TRAINING, s, set.series().get(s).length());
      if (end == 0) continue;
      List<FilterResult> filters = model.filters(s, end, 0);
      LogLikelihood value = FilterResult.logLikelihood(filters);
      double[] moved = moved(filters, s);
      transformed += value.value() + moved[0];
      logJacobian += moved[1];
      count += value.count();
      diffuse += filters.stream().mapToInt(f -> f.observations().count()).sum() - value.count();
      convention = value.convention();
    }
    return new ExactFit(
        quantities(),
        new LogLikelihood(transformed + logJacobian, convention, count),
        new LogLikelihood(transformed, convention, count),
        kind.diffuseTime(),
        kind.parameterCount(),
        diffuse,
        kind.apart().stream().allMatch(k -> k instanceof LikelihoodSystem));
  }

  /**
   * What a log-likelihood in the model's units gains in those of the transformed values, and then
   * in those of the file; values that only fix a diffuse start have no unit.
   */
  private double[] moved(List<FilterResult> filters, int series) {
    double[] sums = new double[2];
    double[][] counted = Innovations.columns(filters);
    for (int t = 0; t < counted[0].length; t++) {
      for (int d = 0; d < channels.length; d++) {
        if (Double.isNaN(counted[d][t])) continue;
        sums[0] -= Math.log(rows.scale(d));
        sums[1] += rows.logJacobian(series, t, d);
      }
    }
    return sums;
  }

  private List<FittedQuantity> quantities() {
    List<FittedQuantity> quantities = new ArrayList<>();
    for (FittedQuantity.Raw raw : kind.quantities()) {
      int d = raw.channel();
      if (d < 0) {
        quantities.add(raw.scaled("", 0, 1, ""));
        continue;
      }
      quantities.add(raw.scaled(units.of(d), units.centre(d), units.scale(d), units.unit(d)));
    }
    return quantities;
  }
}
