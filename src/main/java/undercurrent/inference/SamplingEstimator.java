package undercurrent.inference;

import static undercurrent.inference.EstimateBlocks.SIZE;
import static undercurrent.inference.EstimateBlocks.WHOLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.math.Spread;
import undercurrent.math.Tape;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.model.Objective;
import undercurrent.model.PathTrace;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Estimates with a deep model, with its weights as they are at the call.
 *
 * <p>Filtered and predicted states come from a particle filter on the generative half, whatever the
 * inference network has seen; of wide series, where a filter loses the state, from {@link
 * PrefixEstimates}. Smoothed states come from the inference network, or when it sees only the past
 * from particles simulated backwards. The same question gives the same numbers. Not thread-safe.
 */
public final class SamplingEstimator extends BandEstimator {
  /** Paths and particles of a series of few channels, if no other number is asked for. */
  private static final int USUAL_PATHS = 500;

  /** Paths drawn from the network carry a whole Gaussian each, so fewer are enough. */
  private static final int NETWORK_PATHS = 32;

  private static final RolloutFilter.Observer UNSEEN = new RolloutFilter.Observer() {};

  /** A recording of a longer series takes much memory. */
  private static final int LONGEST_TRACED = 4096;

  private static final String NETWORK = "inference network";
  private static final String PARTICLES = "particle filter";
  private final SequenceModel model;
  private final Dataset data;
  private final Randomness randomness;
  private int paths;
  private @Nullable Recorded recorded;
  private @Nullable Objective traced;
  private @Nullable Rollout map;
  private @Nullable LearnedRange range;
  private final Lazy<Optional<Dependencies>> dependencies;

  public SamplingEstimator(SequenceModel model, Dataset data, long seed) {
    this.model = model;
    this.data = data;
    this.randomness = Randomness.of(seed).named("estimate");
    dependencies = new Lazy<>(model::dependencies);
    paths = WideSeries.paths(USUAL_PATHS, model.observationSize());
  }

  /** What is recorded once for a number of paths. */
  private record Recorded(
      int paths,
      Rollout rollout,
      RolloutFilter filter,
      Rollout networkRollout,
      NetworkPaths network,
      PrefixEstimates prefixes) {}

  @Override
  public Optional<SystemParameters> parameters() {
    return SystemParameters.of(model.systemParameters());
  }

  @Override
  public Estimator paths(int paths) {
    this.paths = WideSeries.paths(paths, model.observationSize());
    return this;
  }

  @Override
  public Online online(int series) {
    Recorded r = recorded();
    List<Estimate> predicted = new ArrayList<>();
    List<Estimate> filtered = new ArrayList<>();
    RolloutFilter.Outcome outcome =
        filter(
            series,
            Optional.of(blocks(series, Conditioning.PREDICTED, PARTICLES, WHOLE, predicted::add)),
            Optional.of(blocks(series, Conditioning.FILTERED, PARTICLES, WHOLE, filtered::add)));
    boolean lost = outcome.isLost();
    if (lost && WideSeries.is(model.observationSize())) {
      return r.prefixes()
          .online(series, level(), NETWORK, outcome.logLikelihood(), stream("prefix", series));
    }
    return new Online(
        lost && model.conditioning() == Conditioning.FILTERED
            ? network(series)
            : filtered.getFirst(),
        predicted.getFirst(),
        outcome.logLikelihood());
  }

  @Override
  public double logLikelihoodVariance(int series, int rows) {
    return Spread.variance(
        k ->
            recorded()
                .filter()
                .run(data.whole().get(series), rows, stream("repeat", series).at(k), UNSEEN)
                .logLikelihood());
  }

  @Override
  public Estimate smoothed(int series) {
    return model.conditioning() == Conditioning.SMOOTHED ? network(series) : backwards(series);
  }

  /**
   * Of wide series, where the filter may lose the state, as a whole; so are filtered estimates that
   * come from a network when it does, and particles simulated backwards.
   */
  @Override
  public void inBlocks(Conditioning conditioning, int series, Consumer<Estimate> taker) {
    boolean isOfNetwork = conditioning == model.conditioning();
    if (isOfNetwork && conditioning == Conditioning.SMOOTHED) {
      network(series, SIZE, taker);
    } else if (isOfNetwork
        || conditioning == Conditioning.SMOOTHED
        || WideSeries.is(model.observationSize())) {
      super.inBlocks(conditioning, series, taker);
    } else {
      boolean isFiltered = conditioning == Conditioning.FILTERED;
      Optional<EstimateBlocks> blocks =
          Optional.of(blocks(series, conditioning, PARTICLES, SIZE, taker));
      var unused =
          filter(
              series,
              isFiltered ? Optional.empty() : blocks,
              isFiltered ? blocks : Optional.empty());
    }
  }

  private RolloutFilter.Outcome filter(
      int series, Optional<EstimateBlocks> predicted, Optional<EstimateBlocks> filtered) {
    Recorded r = recorded();
    Sequence whole = data.whole().get(series);
    ParticleRows rows = new ParticleRows(predicted, filtered, r.rollout().stateSize());
    RolloutFilter.Outcome outcome =
        r.filter().run(whole, whole.steps(), stream("filter", series), rows);
    rows.end();
    return outcome;
  }

  private EstimateBlocks blocks(
      int series, Conditioning conditioning, String method, int size, Consumer<Estimate> taker) {
    return new EstimateBlocks(
        data.whole().get(series),
        size,
        piece -> new EstimateRows(model, data, piece, level(), paths),
        rows -> taker.accept(rows.estimate(conditioning, method)));
  }

  private Estimate network(int series) {
    List<Estimate> whole = new ArrayList<>();
    network(series, WHOLE, whole::add);
    return whole.getFirst();
  }

  private void network(int series, int blockSize, Consumer<Estimate> taker) {
    Recorded r = recorded();
    Sequence whole = data.whole().get(series);
    EstimateBlocks blocks = blocks(series, model.conditioning(), NETWORK, blockSize, taker);
    int count = r.networkRollout().rows();
    int size = count * model.latentSize();
    float[] state = new float[count * r.networkRollout().stateSize()];
    Gaussians latent = new Gaussians(new float[size], new float[size]);
    double[] weights = Forecaster.equal(count);
    r.network()
        .draw(
            series,
            0,
            whole.steps(),
            stream("network", series),
            (row, drawn, t) -> {
              System.arraycopy(drawn.states(), t * state.length, state, 0, state.length);
              System.arraycopy(drawn.mean(), t * size, latent.mean(), 0, size);
              System.arraycopy(drawn.sd(), t * size, latent.sd(), 0, size);
              EstimateRows rows = blocks.at(row);
              rows.set(blocks.place(row), weights, latent, r.networkRollout().emit(state));
            });
    blocks.end();
  }

  private Estimate backwards(int series) {
    Recorded r = recorded();
    Sequence whole = data.whole().get(series);
    History history = new History();
    r.filter().run(whole, whole.steps(), stream("filter", series), history);
    EstimateRows rows = new EstimateRows(model, data, whole, level(), paths);
    float[][] drawn =
        new SmoothedPaths(r.rollout(), whole, history).draw(r.paths(), stream("backwards", series));
    double[] weights = Forecaster.equal(r.paths());
    for (int t = 0; t < drawn.length; t++) {
      rows.set(t, weights, drawn[t], r.rollout().stateSize(), r.rollout().emit(drawn[t]));
    }
    return rows.estimate(Conditioning.SMOOTHED, PARTICLES);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    Recorded r = recorded();
    float[] last = new float[r.paths() * r.rollout().stateSize()];
    LearnedRange range = range();
    range.forgetStates();
    if (seen > 0) {
      RolloutFilter.Outcome outcome =
          r.filter()
              .run(
                  data.whole().get(series),
                  seen,
                  stream("filter", series),
                  new LastParticles(last, r.rollout().stateSize(), range));
      if (outcome.isLost()) networkState(series, seen, last);
    }
    return new Forecaster(
            model.observationSize(), model.latentSize(), data, level(), r.rollout(), range)
        .forecast(series, seen, horizon, last, stream("forecast", series));
  }

  /** Of a transition that reads nothing but the state. */
  @Override
  public Optional<TransitionField> field(Estimate estimate) {
    if (model.latentSize() > 2) return Optional.empty();
    Rollout rollout = map;
    if (rollout == null) {
      rollout = model.rollout(TransitionMap.MOST);
      map = rollout;
    }
    boolean readsMore = rollout.readsInputs() || rollout.readsObservations();
    if (rollout.transition().isEmpty() || readsMore) return Optional.empty();
    return TransitionField.of(
        new RolloutMap(rollout, model.observationSize(), model.latentSize()), estimate);
  }

  /** Found once: training changes how much one depends on another, not whether. */
  @Override
  public Optional<Dependencies> dependencies() {
    return dependencies.get();
  }

  @Override
  public Optional<GateActivation> gates(Estimate estimate) {
    int rows = estimate.length();
    if (rows < 2 || rows > LONGEST_TRACED) return Optional.empty();
    NumberRows mean = estimate.latent().mean();
    float[] states = new float[(rows - 1) * model.latentSize()];
    for (int t = 0; t + 1 < rows; t++) {
      for (int d = 0; d < model.latentSize(); d++) {
        states[t * model.latentSize() + d] = (float) mean.at(t, d);
      }
    }
    return model
        .gates(data.whole().get(estimate.series()), states)
        .map(
            gates ->
                new GateActivation(
                    estimate.series(), Arrays.copyOfRange(estimate.times(), 1, rows), gates));
  }

  @Override
  public Optional<PhysicalReading> physical(Estimate estimate) {
    return model
        .physical(estimate.latent().mean().all())
        .map(s -> new PhysicalReading(estimate.series(), estimate.times(), s.names(), s.values()));
  }

  /** On the path that the inference network draws for the whole series, the same at every call. */
  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    Sequence whole = data.whole().get(series);
    if (whole.steps() > LONGEST_TRACED) return super.trace(series, row, place);
    Objective objective = traced;
    if (objective == null || objective.steps() != whole.steps()) {
      objective = model.record(new Tape(model.parameters(), false), whole.steps(), 1);
      traced = objective;
    }
    objective.clear();
    objective.put(0, whole);
    objective.noise(stream("trace", series));
    objective.forward();
    Optional<PathTrace> path = objective.trace(0, row);
    return path.isPresent() ? path.map(RowTrace.Drawn::new) : super.trace(series, row, place);
  }

  /** What the inference network thinks of the last state when it is shown nothing later. */
  private void networkState(int series, int seen, float[] last) {
    recorded()
        .network()
        .draw(
            series,
            Math.max(0, seen - data.training().stream().mapToInt(Sequence::steps).max().orElse(1)),
            seen,
            stream("network", series),
            (row, drawn, t) -> {
              if (row != seen - 1) return;
              int size = drawn.paths() * drawn.stateSize();
              for (int i = 0; i < last.length; i++) last[i] = drawn.states()[t * size + i % size];
            });
  }

  /** The observed values do not change; the states are those of the series in question. */
  private LearnedRange range() {
    LearnedRange known = range;
    if (known == null) {
      known =
          new LearnedRange(
              data, recorded().rollout().stateSize(), recorded().rollout().drawnSize());
      range = known;
    }
    return known;
  }

  private Randomness stream(String purpose, int series) {
    return randomness.named(purpose).at(series);
  }

  private Recorded recorded() {
    Recorded current = recorded;
    if (current == null || current.paths() != paths) {
      Rollout rollout = model.rollout(paths);
      int few = model.hasGaussianPosterior() ? Math.min(paths, NETWORK_PATHS) : paths;
      Rollout rolloutOfFew = model.rollout(few);
      current =
          new Recorded(
              paths,
              rollout,
              new RolloutFilter(rollout),
              rolloutOfFew,
              new NetworkPaths(model, data, few),
              new PrefixEstimates(model, data, rolloutOfFew, few));
      recorded = current;
    }
    return current;
  }
}
