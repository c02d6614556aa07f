package undercurrent.model.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.model.ModelWords;
import undercurrent.model.PathObjective;
import undercurrent.model.PhysicalStates;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.model.deep.Prior;
import undercurrent.model.deep.SideInputs;
import undercurrent.model.deep.Transition;
import undercurrent.model.deep.TransitionPrior;
import undercurrent.series.Dataset;
import undercurrent.series.NoTrack;

/**
 * A physics-guided deep Markov model (Liu et al. 2022). Of two chains the states stand side by
 * side, first those of the known part, so that {@link #latentSize()} is 2Z; their KL divergences
 * are added. The first state of each is what the transition makes of a learned z₀.
 */
public final class PhysicsModel implements SequenceModel {
  private final DeepMarkovModel model;
  private final KnownPart known;
  private final Optional<Share> share;
  private final Guidance guidance;

  private PhysicsModel(
      DeepMarkovModel model, KnownPart known, Optional<Share> share, Guidance guidance) {
    this.model = model;
    this.known = known;
    this.share = share;
    this.guidance = guidance;
  }

  /**
   * A model for a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  public static PhysicsModel of(PhysicsSettings settings, Dataset data, long seed) {
    NoTrack.require(data.source(), ModelWords.of("noTrack.physics"));
    Parameters parameters = new Parameters();
    ControlInputs inputs = ControlInputs.of(data);
    ChannelStatistics channels = ChannelStatistics.of(data);
    KnownPart.Parts parts = new KnownPart.Parts(parameters, channels, inputs, data.medianGap());
    KnownPart known = settings.known().knownForm().part(settings.known(), parts);
    return of(settings, parts, known, seed);
  }

  /** Of a known part, with freshly drawn weights for all else. */
  static PhysicsModel of(
      PhysicsSettings settings, KnownPart.Parts made, KnownPart known, long seed) {
    Parameters parameters = made.parameters();
    Guidance guidance = settings.guidance();
    int z = known.units().length;
    int inputs = made.inputs().size();
    int observed = made.channels().size();
    Randomness random = Randomness.of(seed).named("weights");
    Chain.Parts parts = new Chain.Parts(parameters, settings, z, inputs, random);
    PhysicsSettings.Share said = settings.share();
    Optional<Share> share =
        guidance.isMixed()
            ? Optional.of(new Share(parameters, said.alpha(), said.holdAlpha()))
            : Optional.empty();
    Optional<Share> none = Optional.empty();
    Optional<KnownPart> physics = Optional.of(known);
    List<Chain> chains =
        switch (guidance) {
          case TWO_CHAINS ->
              List.of(
                  new Chain(parts, "phy", physics, none, false),
                  new Chain(parts, "nn", Optional.empty(), none, true));
          case ONE_CHAIN -> List.of(new Chain(parts, "nn", physics, share, true));
          case PHYSICS -> List.of(new Chain(parts, "phy", physics, none, false));
          case NETWORK -> List.of(new Chain(parts, "nn", Optional.empty(), none, true));
        };
    SideInputs sides = new SideInputs(observed, inputs, 0, false, Optional.empty());
    Transition transition = new GuidedTransition(chains, z);
    int latent = chains.size() * z;
    Prior prior = new TransitionPrior(parameters, latent, transition);
    GuidedEmission emission =
        new GuidedEmission(parts, known, chains.size() == 2 ? share : none, observed);
    int read = settings.networkReadsInputs() ? sides.seenSize() : 2 * observed;
    GuidedNetwork network = new GuidedNetwork(parts, chains, read);
    DeepMarkovModel model =
        new DeepMarkovModel(parameters, sides, latent, prior, transition, emission, network, 1);
    return new PhysicsModel(model, known, share, guidance);
  }

  /** The share of the known part as it is now; 1 of physics alone, 0 of a network alone. */
  public double alpha() {
    return share.map(Share::value).orElse(guidance == Guidance.PHYSICS ? 1.0 : 0.0);
  }

  @Override
  public Map<String, Double> systemParameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    share.ifPresent(s -> named.put("α", s.value()));
    if (guidance != Guidance.NETWORK) named.putAll(known.learned());
    return named;
  }

  @Override
  public Optional<PhysicalStates> physical(double[][] latent) {
    double[] units = known.units();
    int z = units.length;
    boolean isMixed = guidance == Guidance.TWO_CHAINS;
    double alpha = alpha();
    double[][] values = new double[latent.length][z];
    for (int t = 0; t < latent.length; t++) {
      for (int i = 0; i < z; i++) {
        double first = latent[t][i];
        double state = isMixed ? alpha * first + (1 - alpha) * latent[t][z + i] : first;
        values[t][i] = state * units[i];
      }
    }
    return Optional.of(new PhysicalStates(known.states(), values));
  }

  @Override
  public int observationSize() {
    return model.observationSize();
  }

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public Parameters parameters() {
    return model.parameters();
  }

  @Override
  public MarkovObjective record(Tape tape, int steps, int batch) {
    return model.record(tape, steps, batch);
  }

  @Override
  public Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return model.recordPaths(tape, steps, batch);
  }

  @Override
  public Conditioning conditioning() {
    return model.conditioning();
  }

  @Override
  public Optional<Dependencies> dependencies() {
    return model.dependencies();
  }

  @Override
  public Rollout rollout(int rows) {
    return model.rollout(rows);
  }

  @Override
  public Posterior posterior(int steps, int paths) {
    return model.posterior(steps, paths);
  }
}
