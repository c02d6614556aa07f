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
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterBlocks;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SmootherResult;
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
    ExactRows filtered = new ExactRows(model, level(), series, Conditioning.FILTERED, 0);
    ExactRows predicted = new ExactRows(model, level(), series, Conditioning.PREDICTED, 0);
    for (FilterResult filter : filters) {
      filtered.add(
          filter,
          filter.filtered(),
          Emitted.observations(filter.system(), filter.observations(), filter.filtered(), 0));
      predicted.add(filter, filter.predicted(), Emitted.predicted(filter));
    }
    return new Online(
        filtered.estimate(),
        predicted.estimate(),
        Arrays.stream(model.logLikelihoods(filters, series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    ExactRows rows = new ExactRows(model, level(), series, Conditioning.SMOOTHED, 0);
    for (FilterResult filter : model.filters(series, length(series), 0)) {
      SmootherResult smoother = KalmanSmoother.smooth(filter);
      rows.add(filter, smoother.smoothed(), Emitted.smoothed(smoother));
    }
    return rows.estimate();
  }

  /** Of a track as a whole. */
  @Override
  public void inBlocks(Conditioning conditioning, int series, Consumer<Estimate> taker) {
    if (conditioning == Conditioning.SMOOTHED && !model.dataset().source().isTrack()) {
      smoothedBlocks(series, taker);
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

  /** What the backward pass needs of the forward pass is kept, and no estimate. */
  private void smoothedBlocks(int series, Consumer<Estimate> taker) {
    List<FilterResult> filters = model.filters(series, length(series), 0);
    List<Moments> smoothed =
        filters.stream().map(filter -> KalmanSmoother.smooth(filter).smoothed()).toList();
    for (int from = 0; from < length(series); from += EstimateBlocks.SIZE) {
      int to = Math.min(length(series), from + EstimateBlocks.SIZE);
      ExactRows rows = new ExactRows(model, level(), series, Conditioning.SMOOTHED, from);
      for (int g = 0; g < filters.size(); g++) {
        rows.add(
            smoothed.get(g).range(from, to),
            filters.get(g).system(),
            filters.get(g).observations(),
            i -> true);
      }
      taker.accept(rows.estimate());
    }
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    ExactRows rows = new ExactRows(model, level(), series, Conditioning.FORECAST, seen);
    for (FilterResult filter : model.filters(series, seen, horizon)) {
      rows.add(filter, filter.predicted(), Emitted.predicted(filter));
    }
    return rows.estimate();
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
