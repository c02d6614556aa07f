package undercurrent.model.deep;

import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Conditioning;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;

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
 * A new model of the family is another composition of boxes.
 *
 * @param observationSize D
 * @param latentSize Z
 */
public record DeepMarkovModel(
    Parameters parameters,
    int observationSize,
    int latentSize,
    Prior prior,
    Transition transition,
    Emission emission,
    InferenceNetwork network)
    implements SequenceModel {

  /** A model for a data set with freshly drawn weights. */
  public static DeepMarkovModel of(DeepSettings settings, Dataset data, long seed) {
    return of(settings, ChannelStatistics.of(data), seed);
  }

  /** A model with freshly drawn weights. */
  public static DeepMarkovModel of(DeepSettings settings, ChannelStatistics channels, long seed) {
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    int size = channels.size();
    int z = settings.latentSize();
    double floor = settings.deviationFloor();
    int transitionUnits = settings.units().transition();
    int emissionUnits = settings.units().emission();
    int networkUnits = settings.units().network();
    Prior prior =
        switch (settings.prior()) {
          case LEARNED -> new LearnedPrior(parameters, z, floor);
          case STANDARD -> new StandardPrior(z);
        };
    Transition transition =
        switch (settings.transition()) {
          case GATED -> new GatedTransition(parameters, z, transitionUnits, floor, random);
          case MLP -> new MlpTransition(parameters, z, transitionUnits, floor, random);
        };
    Emission emission =
        new EmissionParts(
                parameters,
                settings.emission(),
                floor,
                new EmissionTrunk(parameters, z, emissionUnits, random),
                channels,
                random)
            .emission();
    InferenceNetwork network =
        settings.inference().network().isStructured()
            ? new StructuredNetwork(parameters, settings, size, networkUnits, random)
            : new MeanFieldNetwork(parameters, settings, size, networkUnits, random);
    return new DeepMarkovModel(parameters, size, z, prior, transition, emission, network);
  }

  @Override
  public Conditioning conditioning() {
    return network.conditioning();
  }

  @Override
  public MarkovObjective record(Tape tape, int steps, int batch) {
    return new MarkovObjective(
        tape, steps, batch, observationSize, latentSize, prior, transition, emission, network);
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
