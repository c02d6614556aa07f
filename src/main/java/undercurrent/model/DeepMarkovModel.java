package undercurrent.model;

import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.series.Dataset;
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
 * A new model of the family is another composition of boxes.
 *
 * @param observationSize D
 * @param latentSize Z
 * @param isBinary whether the emission is Bernoulli
 */
public record DeepMarkovModel(
    Parameters parameters,
    int observationSize,
    int latentSize,
    boolean isBinary,
    Prior prior,
    Transition transition,
    Emission emission,
    InferenceNetwork network)
    implements SequenceModel {

  /** A model for a data set with freshly drawn weights. */
  public static DeepMarkovModel of(DeepSettings settings, Dataset data, long seed) {
    boolean binary =
        switch (settings.emission().likelihood()) {
          case AUTOMATIC -> data.preparation().isBinary();
          case GAUSSIAN -> false;
          case BERNOULLI -> true;
        };
    if (binary && !data.preparation().isBinary()) {
      throw new IllegalArgumentException(
          "The setting 'likelihood' cannot be 'bernoulli' for values other than 0 and 1; choose"
              + " 'gaussian'.");
    }
    return of(settings, frequency(data), binary, seed);
  }

  /**
   * A model with freshly drawn weights.
   *
   * @param mean mean of each observed value in the model's units, {@code [D]}
   */
  public static DeepMarkovModel of(
      DeepSettings settings, double[] mean, boolean binary, long seed) {
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    int size = mean.length;
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
        binary
            ? new BernoulliEmission(parameters, z, emissionUnits, mean, random)
            : new GaussianEmission(parameters, settings, size, emissionUnits, random);
    InferenceNetwork network =
        settings.inference().network().isStructured()
            ? new StructuredNetwork(parameters, settings, size, networkUnits, random)
            : new MeanFieldNetwork(parameters, settings, size, networkUnits, random);
    return new DeepMarkovModel(parameters, size, z, binary, prior, transition, emission, network);
  }

  private static double[] frequency(Dataset data) {
    int size = data.observationSize();
    double[] sum = new double[size];
    double[] count = new double[size];
    for (Sequence sequence : data.training()) {
      for (int i = 0; i < sequence.values().length; i++) {
        sum[i % size] += sequence.values()[i] * sequence.mask()[i];
        count[i % size] += sequence.mask()[i];
      }
    }
    for (int i = 0; i < size; i++) sum[i] /= Math.max(1, count[i]);
    return sum;
  }

  @Override
  public Conditioning conditioning() {
    return network.conditioning();
  }

  @Override
  public Objective record(Tape tape, int steps, int batch) {
    return new Objective(
        tape, steps, batch, observationSize, latentSize, prior, transition, emission, network);
  }

  @Override
  public Generative generative(int rows) {
    return new RecordedGenerative(this, rows);
  }

  @Override
  public Posterior posterior(int steps, int paths) {
    return new RecordedPosterior(this, steps, paths);
  }
}
