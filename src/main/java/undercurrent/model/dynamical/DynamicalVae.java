package undercurrent.model.dynamical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.model.PathObjective;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DependencyProbe;
import undercurrent.model.deep.ElboObjective;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.model.deep.TanhTrunk;
import undercurrent.model.dynamical.Part.Layer;
import undercurrent.series.Dataset;

/**
 * A dynamical VAE: its {@link Structure} with weights. A latent state is zₜ and behind it w where
 * there is one, so that {@link #latentSize()} counts both; w is drawn at the first step and stays.
 */
public final class DynamicalVae implements SequenceModel {
  private final Structure structure;
  private final Parameters parameters = new Parameters();
  private final int observationSize;
  private final int stateSize;
  private final int staticSize;
  private final int units;
  private final Map<Layer, Lstm> layers = new LinkedHashMap<>();
  private final Optional<TanhHead> prior;
  private final TanhHead posterior;
  private final Optional<TanhHead> ends;
  private final Emission emission;
  private double ownShare;

  /**
   * A model with freshly drawn weights.
   *
   * @param staticSize numbers of w; counts only for a structure that has it
   */
  public DynamicalVae(
      Structure structure,
      DynamicalSettings settings,
      int staticSize,
      ChannelStatistics channels,
      long seed) {
    this.structure = structure;
    this.observationSize = channels.size();
    this.stateSize = settings.latentSize();
    this.staticSize = structure.hasStatic() ? staticSize : 0;
    this.units = settings.hiddenUnits();
    double floor = settings.deviationFloor();
    Randomness random = Randomness.of(seed).named("weights");
    for (Layer layer : structure.layers()) {
      layers.put(layer, new Lstm(parameters, layer.name(), width(layer.reads()), units, random));
    }
    prior =
        structure.prior().isEmpty()
            ? Optional.empty()
            : Optional.of(head("prior", structure.prior(), stateSize, floor, random));
    posterior = head("posterior", structure.posterior(), stateSize, floor, random);
    ends =
        structure.hasStatic()
            ? Optional.of(head("static", structure.ends(), staticSize, floor, random))
            : Optional.empty();
    int read = width(structure.emission());
    emission =
        new EmissionParts(
                parameters,
                settings.emission(),
                floor,
                TanhTrunk.of(parameters, read, units, random),
                channels,
                random)
            .emission();
  }

  /** A model for a data set with freshly drawn weights. */
  public static DynamicalVae of(
      Structure structure, DynamicalSettings settings, int staticSize, Dataset data, long seed) {
    return new DynamicalVae(structure, settings, staticSize, ChannelStatistics.of(data), seed);
  }

  /**
   * The same, which while it is trained reads what it makes itself in the place of a share of the
   * observations before (scheduled sampling, Bengio et al. 2015). The share grows from 0 over the
   * first half of the training.
   */
  public DynamicalVae readingItself(double share) {
    ownShare = share;
    return this;
  }

  /** The share of observations before in whose place it reads what it makes itself, at last. */
  double ownShare() {
    return ownShare;
  }

  private TanhHead head(
      String name, List<? extends Part> reads, int size, double floor, Randomness random) {
    return new TanhHead(parameters, name, width(reads), units, size, floor, random);
  }

  /** How many numbers a part has. */
  int width(Part part) {
    return switch (part) {
      case Part.Variable v ->
          switch (v) {
            case OBSERVED, OBSERVED_BEFORE -> 2 * observationSize;
            case STATE, STATE_BEFORE -> stateSize;
            case STATIC -> staticSize;
          };
      case Layer layer -> units;
    };
  }

  /** How many numbers some parts have together. */
  int width(List<? extends Part> parts) {
    return parts.stream().mapToInt(this::width).sum();
  }

  /** What its distributions read. */
  public Structure structure() {
    return structure;
  }

  /** Numbers of zₜ without w. */
  int stateSize() {
    return stateSize;
  }

  /** Numbers of w; 0 without it. */
  int staticSize() {
    return staticSize;
  }

  /** H, of each layer. */
  int units() {
    return units;
  }

  /** The weights of a layer. */
  Lstm lstm(Layer layer) {
    return Objects.requireNonNull(layers.get(layer));
  }

  /** The head of p(zₜ|·), unless that is N(0, I). */
  Optional<TanhHead> prior() {
    return prior;
  }

  /** The head of q(zₜ|·). */
  TanhHead posterior() {
    return posterior;
  }

  /** The head of q(w|x₁:ₜ). */
  TanhHead ends() {
    return ends.orElseThrow();
  }

  /** p(xₜ|·) of what {@link Structure#emission} names. */
  Emission emission() {
    return emission;
  }

  @Override
  public int observationSize() {
    return observationSize;
  }

  @Override
  public int latentSize() {
    return stateSize + staticSize;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Conditioning conditioning() {
    return structure.conditioning();
  }

  @Override
  public ElboObjective record(Tape tape, int steps, int batch) {
    return new DynamicalObjective(this, tape, steps, batch);
  }

  @Override
  public Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return Optional.of(record(tape, steps, batch).withWeights());
  }

  @Override
  public Optional<Dependencies> dependencies() {
    return DependencyProbe.of(this, this::record, 0);
  }

  @Override
  public Rollout rollout(int rows) {
    return new DynamicalRollout(this, rows);
  }

  @Override
  public Posterior posterior(int steps, int paths) {
    return new DynamicalPosterior(this, steps, paths);
  }
}
