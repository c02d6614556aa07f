package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import undercurrent.model.Conditioning;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.exact.ShownState;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.FilterBlocks;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SystemPart;

/**
 * Estimates with a linear model: Kalman filter and smoother of each group of channels, nothing
 * drawn. While a diffuse start is not yet fixed, or hardly, there is no answer, and its rows are
 * NaN.
 */
public final class ExactEstimator extends BandEstimator {
  private final LinearPosterior model;
  private final Supplier<Findings> findings;

  /**
   * Of a model.
   *
   * @param findings gives what it has learned
   */
  public ExactEstimator(LinearPosterior model, Supplier<Findings> findings) {
    this.model = model;
    this.findings = findings;
  }

  /** A filter keeps what it works with to itself. */
  @Override
  public boolean isThreadSafe() {
    return true;
  }

  @Override
  public Findings findings() {
    return findings.get();
  }

  @Override
  public boolean isNoisy(int place) {
    return model.isNoisy(place);
  }

  @Override
  public Online online(int series) {
    List<FilterResult> filters = model.filters(series, length(series), 0);
    return new Online(
        whole(Conditioning.FILTERED, series, 0, filters, filtered(filters)),
        whole(Conditioning.PREDICTED, series, 0, filters, predicted(filters)),
        Arrays.stream(model.logLikelihoods(filters, series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    List<FilterResult> filters = model.filters(series, length(series), 0);
    return whole(Conditioning.SMOOTHED, series, 0, filters, smoothed(filters));
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    List<FilterResult> filters = model.filters(series, seen, horizon);
    return whole(Conditioning.FORECAST, series, seen, filters, predicted(filters));
  }

  private static List<Moments> filtered(List<FilterResult> filters) {
    return filters.stream().map(FilterResult::filtered).toList();
  }

  private static List<Moments> predicted(List<FilterResult> filters) {
    return filters.stream().map(FilterResult::predicted).toList();
  }

  private static List<Moments> smoothed(List<FilterResult> filters) {
    return filters.stream().map(filter -> KalmanSmoother.smooth(filter).smoothed()).toList();
  }

  /** Put together from blocks: what is between states and estimates is not kept for all rows. */
  private Estimate whole(
      Conditioning conditioning,
      int series,
      int first,
      List<FilterResult> filters,
      List<Moments> states) {
    JoinedEstimates whole = new JoinedEstimates(states.getFirst().steps() - first);
    blocks(conditioning, series, first, filters, states, whole::add);
    return whole.estimate();
  }

  /** The rows from {@code first} on; those of a track at once, whose places follow one another. */
  private void blocks(
      Conditioning conditioning,
      int series,
      int first,
      List<FilterResult> filters,
      List<Moments> states,
      Consumer<Estimate> taker) {
    int end = states.getFirst().steps();
    int size = model.dataset().source().isTrack() ? EstimateBlocks.WHOLE : EstimateBlocks.SIZE;
    int from = first;
    do {
      int to = (int) Math.min(end, (long) from + size);
      ExactRows rows = new ExactRows(model, level(), series, conditioning, from);
      for (int g = 0; g < filters.size(); g++) {
        rows.add(filters.get(g), states.get(g).range(from, to));
      }
      taker.accept(rows.estimate());
      from = to;
    } while (from < end);
  }

  @Override
  public void inBlocks(Conditioning conditioning, int series, Consumer<Estimate> taker) {
    if (conditioning == Conditioning.SMOOTHED) {
      List<FilterResult> filters = model.filters(series, length(series), 0);
      blocks(conditioning, series, 0, filters, smoothed(filters), taker);
      return;
    }
    Optional<List<FilterBlocks>> blocks = model.blocks(series);
    if (blocks.isEmpty()) {
      super.inBlocks(conditioning, series, taker);
      return;
    }
    boolean isFiltered = conditioning == Conditioning.FILTERED;
    for (int from = 0; from < length(series); from += EstimateBlocks.SIZE) {
      ExactRows rows = new ExactRows(model, level(), series, conditioning, from);
      for (FilterBlocks filter : blocks.get()) {
        FilterBlocks.Block block =
            filter.next(Math.min(EstimateBlocks.SIZE, length(series) - from));
        rows.add(
            isFiltered ? block.filtered() : block.predicted(),
            filter.system(),
            filter.observations(),
            i -> block.isFixed()[isFiltered ? i + 1 : i]);
      }
      taker.accept(rows.estimate());
    }
  }

  /** Of one group whose state has two dimensions, each of them shown as it is. */
  @Override
  public Optional<TransitionField> field(Estimate estimate) {
    if (model.groups().size() != 1) return Optional.empty();
    LinearSystem system = model.system(estimate.series(), 2);
    int n = system.latentSize();
    List<ShownState> states = model.groups().getFirst().shown();
    // The field of one number of the state alone would be a line through the origin.
    if (n != 2 || (!states.isEmpty() && states.size() != n)) return Optional.empty();
    Matrix f = Matrix.of(n, n, system.part(SystemPart.TRANSITION).at(0));
    double[] offset = system.part(SystemPart.TRANSITION_OFFSET).at(0);
    boolean isPlain = true;
    for (int i = 0; i < states.size(); i++) {
      for (int j = 0; j < n; j++) isPlain &= states.get(i).weights()[j] == (i == j ? 1 : 0);
    }
    if (!isPlain) return Optional.empty();
    return TransitionField.of(
        TransitionMap.each(
            state -> {
              double[] next = f.times(state);
              for (int d = 0; d < n; d++) next[d] += offset[d];
              return next;
            }),
        estimate);
  }

  /** Of the group of channels that the channel belongs to. */
  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    List<FilterResult> filters = model.filters(series, row + 1, 0);
    for (int g = 0; g < filters.size(); g++) {
      int[] places = model.groups().get(g).places();
      if (Arrays.stream(places).noneMatch(p -> p == place)) continue;
      FilterResult filter = filters.get(g);
      return row < filter.diffuseSteps()
          ? Optional.empty()
          : Optional.of(new RowTrace.Linear(KalmanStep.of(filter, row)));
    }
    return Optional.empty();
  }

  private int length(int series) {
    return model.dataset().source().series().get(series).length();
  }
}
