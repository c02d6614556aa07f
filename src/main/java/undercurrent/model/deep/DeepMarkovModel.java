package undercurrent.model.deep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.model.ModelWords;
import undercurrent.model.PathObjective;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.KnownInputs;
import undercurrent.series.Sequence;

/**
 * A Deep Markov Model (Krishnan, Shalit and Sontag, "Structured Inference Networks for Nonlinear
 * State Space Models", AAAI 2017), in four boxes:
 *
 * <pre>
 *   prior              z₁ ~ p(z₁)
 *   transition         zₜ ~ p(zₜ|zₜ₋₁)
 *   emission           xₜ ~ p(xₜ|zₜ)
 *   inference network  q(zₜ|·), which the other three are learned with
 * </pre>
 *
 * Each box is a file of its own; which there are is said by {@link TransitionKind}, {@link
 * Likelihood} and {@link NetworkKind}.
 *
 * @param sides what the boxes read at a step beside the state
 * @param latentSize Z
 * @param overshooting how many steps before q(zₜ|·) is compared with, 1 for the plain bound
 */
public record DeepMarkovModel(
    Parameters parameters,
    SideInputs sides,
    int latentSize,
    Prior prior,
    Transition transition,
    Emission emission,
    InferenceNetwork network,
    int overshooting)
    implements SequenceModel {
  private static final String TRANSITION = "transition.";

  /**
   * A model for a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  public static DeepMarkovModel of(DeepSettings settings, Dataset data, long seed) {
    int inputs = 0;
    if (settings.reading().inputs() && settings.given().isLearned()) {
      KnownInputs.require(data.source());
      inputs = data.source().inputChannels().length;
    }
    int places = settings.reading().positions() ? data.preparation().placeSize() : 0;
    ChannelStatistics channels = ChannelStatistics.of(data);
    boolean edges = settings.reading().edges();
    double gap = data.medianGap();
    Optional<GapReading> gaps = Optional.empty();
    if (settings.reading().gaps()) {
      boolean isLearned = settings.given().isLearned();
      gaps = Optional.of(isLearned ? GapReading.number(gap) : GapReading.steps(gap));
    }
    SideInputs sides = new SideInputs(channels.size(), inputs, places, edges, gaps);
    return of(settings, channels, sides, gap, seed);
  }

  /** A model without inputs, of rows that are 1 apart, with freshly drawn weights. */
  public static DeepMarkovModel of(DeepSettings settings, ChannelStatistics channels, long seed) {
    return of(settings, channels, 0, seed);
  }

  /**
   * A model with freshly drawn weights.
   *
   * @param inputs U
   * @throws IllegalArgumentException one sentence, when settings and data do not fit each other
   */
  public static DeepMarkovModel of(
      DeepSettings settings, ChannelStatistics channels, int inputs, long seed) {
    boolean edges = settings.reading().edges();
    SideInputs sides = new SideInputs(channels.size(), inputs, 0, edges, Optional.empty());
    return of(settings, channels, sides, 1, seed);
  }

  private static DeepMarkovModel of(
      DeepSettings settings, ChannelStatistics channels, SideInputs sides, double gap, long seed) {
    DeepSettings.Given given = settings.given();
    Parameters parameters = new Parameters();
    Optional<GivenBoxes> boxes =
        given
            .equations()
            .boxes(new GivenParts(parameters, channels, given.fixed(), given.formula(), gap));
    if (boxes.isPresent()) return given(settings, boxes.get(), parameters, sides, seed);
    for (String box : given.fixed()) {
      throw new IllegalArgumentException(ModelWords.of("deepMarkovModel.fixedRandom", box));
    }
    Randomness random = Randomness.of(seed).named("weights");
    int z = settings.latentSize();
    double floor = settings.deviationFloor();
    DeepSettings.Units units = settings.units();
    Prior prior =
        settings.prior() == DeepSettings.PriorKind.LEARNED
            ? new LearnedPrior(parameters, z, floor)
            : new StandardPrior(z);
    TransitionParts parts =
        new TransitionParts(parameters, z, sides.contextSize(), units.transition(), floor, random);
    Transition transition = settings.transition().transition(parts);
    if (settings.prior() == DeepSettings.PriorKind.TRANSITION) {
      prior = new TransitionPrior(parameters, z, transition);
    }
    int read = z + sides.contextSize();
    Trunk trunk = new HiddenLayers(parameters, read, units.emission(), random);
    OptionalInt before = OptionalInt.empty();
    if (sides.edges() && settings.reading().residualEmission()) {
      before = OptionalInt.of(z + sides.before());
    }
    Emission emission =
        new EmissionParts(
                parameters,
                settings.emission(),
                floor,
                trunk,
                channels,
                before,
                Optional.empty(),
                random)
            .emission();
    InferenceNetwork network =
        new NetworkParts(parameters, settings, sides, prior, transition, random).inferenceNetwork();
    int overshooting = settings.reading().overshooting();
    return new DeepMarkovModel(
        parameters, sides, z, prior, transition, emission, network, overshooting);
  }

  /** A known system with an inference network that is learned. */
  private static DeepMarkovModel given(
      DeepSettings settings, GivenBoxes all, Parameters parameters, SideInputs read, long seed) {
    all.require(settings, read.size());
    for (String box : settings.given().fixed()) parameters.hold(box + ".");
    SideInputs sides = SideInputs.none(read.size()).reading(read.gaps());
    GivenBoxes boxes = all.over(sides);
    Randomness random = Randomness.of(seed).named("weights");
    NetworkParts parts =
        new NetworkParts(parameters, settings, sides, boxes.prior(), boxes.transition(), random);
    return new DeepMarkovModel(
        parameters,
        sides,
        boxes.latentSize(),
        boxes.prior(),
        boxes.transition(),
        boxes.emission(),
        new ScaledNetwork(parts, boxes.scale()),
        settings.reading().overshooting());
  }

  @Override
  public int observationSize() {
    return sides.size();
  }

  @Override
  public Conditioning conditioning() {
    return network.conditioning();
  }

  @Override
  public boolean hasGaussianPosterior() {
    return network.isGaussian();
  }

  @Override
  public int recurrentWeights() {
    return parameters.entries().stream()
        .filter(entry -> NetworkTrunk.isRecurrent(entry.name()))
        .mapToInt(Parameters.Entry::size)
        .max()
        .orElse(0);
  }

  @Override
  public MarkovObjective record(Tape tape, int steps, int batch) {
    return new MarkovObjective(this, tape, steps, batch);
  }

  @Override
  public Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return Optional.of(record(tape, steps, batch).withWeights());
  }

  /** Not of states behind a flow, nor of tracks whose positions are read. */
  @Override
  public Optional<Dependencies> dependencies() {
    if (sides.places() > 0) return Optional.empty();
    return DependencyProbe.of(this, this::record, sides.inputs());
  }

  /** Those of a given system, which has no other parameters in its transition. */
  @Override
  public Map<String, Double> systemParameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    if (!(network instanceof ScaledNetwork)) return named;
    for (Parameters.Entry entry : parameters.entries()) {
      if (!entry.name().startsWith(TRANSITION)) continue;
      double value = parameters.data()[entry.offset()];
      named.put(entry.name().substring(TRANSITION.length()), value);
    }
    return named;
  }

  @Override
  public Optional<double[][]> gates(Sequence sequence, float[] states) {
    int rows = states.length / latentSize;
    Tape tape = new Tape(parameters, false);
    Value z = tape.input(rows, latentSize);
    Value context = tape.input(rows, sides.contextSize());
    Optional<Value> gate = transition.recordGate(tape, z, context);
    if (gate.isEmpty()) return Optional.empty();
    System.arraycopy(states, 0, z.data(), 0, states.length);
    for (int t = 0; t < rows; t++) {
      sides.fillContext(sequence, t + 1, context.data(), t * sides.contextSize());
    }
    tape.forward();
    double[][] gates = new double[rows][latentSize];
    for (int t = 0; t < rows; t++) {
      for (int d = 0; d < latentSize; d++) gates[t][d] = gate.get().get(t, d);
    }
    return Optional.of(gates);
  }

  @Override
  public Rollout rollout(int rows) {
    return new MarkovRollout(this, rows);
  }

  @Override
  public Posterior posterior(int steps, int paths) {
    return new MarkovPosterior(this, steps, paths);
  }
}
