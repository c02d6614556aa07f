package undercurrent.inference;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.PathObjective;
import undercurrent.model.Trainable;
import undercurrent.series.Sequence;

/**
 * Bounds of log p(x) of some sequences by S paths drawn for each (Burda, Grosse and Salakhutdinov
 * 2016): with log weights log p(x, z) − log q(z|x), their mean is the ELBO and
 *
 * <pre>
 *   IWAE = log (1/S Σ w)
 * </pre>
 *
 * lies between it and log p(x), the closer the larger S. Sequences of more than 2000 steps are
 * taken as several: weights of longer paths differ so much that one of them would count alone. Wide
 * ones are taken as more, for which there is room.
 *
 * @param sequences one by one, or the parts of long ones
 * @param samples S
 */
public record ImportanceBound(List<OfSequence> sequences, int samples) {
  private static final int BATCH = 16;

  /** So many steps are drawn at most, over all paths and sequences, if S may be chosen. */
  private static final long STEPS = 50_000;

  private static final int LONGEST = 2000;

  private static final int FEWEST = 5;
  private static final int MOST = 100;

  public ImportanceBound {
    sequences = List.copyOf(sequences);
  }

  /**
   * The bounds of one sequence, in nats.
   *
   * @param steps T
   * @param elbo mean of the log weights
   * @param bound log of the mean weight
   * @param error standard error of that, by the spread of the weights
   */
  public record OfSequence(int steps, double elbo, double bound, double error) {
    /** Of the log weights of one sequence. */
    public static OfSequence of(int steps, double[] logWeights) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double w : logWeights) largest = Math.max(largest, w);
      double mean = 0;
      double sum = 0;
      for (double w : logWeights) {
        mean += w / logWeights.length;
        sum += Math.exp(w - largest);
      }
      double average = sum / logWeights.length;
      double squares = 0;
      for (double w : logWeights) {
        double gap = Math.exp(w - largest) / average - 1;
        squares += gap * gap;
      }
      int n = logWeights.length;
      double error = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
      return new OfSequence(steps, mean, largest + Math.log(average), error);
    }
  }

  /** As many paths as the size of the data allows in a short time. */
  static int samplesFor(List<Sequence> sequences) {
    long steps = sequences.stream().mapToLong(Sequence::steps).sum();
    long allowed = WideSeries.rows(STEPS, WideSeries.channels(sequences));
    return Math.clamp(allowed / Math.max(1, steps), FEWEST, MOST);
  }

  /** With a number of paths that suits the size of the data; empty for models without weights. */
  public static Optional<ImportanceBound> of(
      Trainable model, List<Sequence> sequences, Randomness randomness) {
    return of(model, sequences, samplesFor(sequences), randomness);
  }

  /** The sequences, long ones as several. */
  static List<Sequence> parts(List<Sequence> sequences) {
    int longest = (int) WideSeries.rows(LONGEST, WideSeries.channels(sequences));
    return sequences.stream().flatMap(s -> s.parts(longest).stream()).toList();
  }

  /** With S paths for each sequence. */
  static Optional<ImportanceBound> of(
      Trainable model, List<Sequence> sequences, int samples, Randomness randomness) {
    if (sequences.isEmpty()) return Optional.empty();
    List<Sequence> parts = parts(sequences);
    int steps = parts.stream().mapToInt(Sequence::steps).max().orElse(1);
    int batch = Math.min(BATCH, samples);
    Optional<PathObjective> recorded =
        model.recordPaths(new Tape(model.parameters(), false), steps, batch);
    return recorded.map(
        objective ->
            new ImportanceBound(
                IntStream.range(0, parts.size())
                    .mapToObj(s -> of(objective, parts.get(s), samples, randomness.at(s)))
                    .toList(),
                samples));
  }

  private static OfSequence of(
      PathObjective objective, Sequence sequence, int samples, Randomness randomness) {
    double[] logWeights = new double[samples];
    for (int from = 0; from < samples; from += objective.batch()) {
      int count = Math.min(objective.batch(), samples - from);
      objective.clear();
      for (int b = 0; b < count; b++) objective.put(b, sequence);
      objective.noise(randomness.named("path").at(from));
      objective.forward();
      for (int b = 0; b < count; b++) logWeights[from + b] = objective.logWeight(b);
    }
    return OfSequence.of(sequence.steps(), logWeights);
  }

  private long steps() {
    return sequences.stream().mapToLong(OfSequence::steps).sum();
  }

  /** The ELBO: sum of bounds / sum of lengths. */
  public double elboPerStep() {
    return sequences.stream().mapToDouble(OfSequence::elbo).sum() / steps();
  }

  /** The ELBO: mean over the sequences of bound / length. */
  public double elboPerSequence() {
    return sequences.stream().mapToDouble(s -> s.elbo() / s.steps()).average().orElse(Double.NaN);
  }

  /** IWAE: sum of bounds / sum of lengths. */
  public double perStep() {
    return sequences.stream().mapToDouble(OfSequence::bound).sum() / steps();
  }

  /** The standard error of {@link #perStep}. */
  public double standardError() {
    double squares = sequences.stream().mapToDouble(s -> s.error() * s.error()).sum();
    return Math.sqrt(squares) / steps();
  }
}
