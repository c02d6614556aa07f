package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import undercurrent.model.linear.LinearStructure;
import undercurrent.series.NumberWords;

/**
 * Which latent dimensions of a model that was trained on an ELBO say something of the observations:
 * those whose KL from the prior is not nearly zero.
 *
 * @param kl of each latent dimension, in nats per time step
 */
public record ActiveUnits(double[] kl) {
  /** With a smaller KL a dimension says next to nothing of the observations. */
  public static final double IDLE = 0.01;

  /** How many dimensions are used. */
  public int count() {
    return (int) Arrays.stream(kl).filter(one -> one >= IDLE).count();
  }

  /**
   * What a person should know of it; empty where all dimensions are used.
   *
   * @param structure how far the training part can be foreseen linearly; computed if it is needed
   */
  public List<String> notes(Supplier<LinearStructure> structure) {
    List<String> notes = new ArrayList<>();
    int idle = kl.length - count();
    if (kl.length > 0 && count() == 0) {
      notes.add(Words.of("idle.all", NumberWords.of(IDLE)) + " " + verdict(structure.get()));
    } else if (idle > 0) {
      notes.add(
          Words.of(
              idle == 1 ? "idle.one" : "idle.many",
              Words.count("dimension", idle),
              kl.length,
              NumberWords.of(IDLE)));
    }
    return notes;
  }

  /** Whether that is right, judged by correlations. */
  private static String verdict(LinearStructure structure) {
    if (Double.isNaN(structure.gain())) {
      return Words.of("idle.optimum");
    }
    if (structure.gain() < IDLE) {
      return Words.of("idle.right", NumberWords.format("%.2g", Math.max(0, structure.gain())));
    }
    return Words.of("idle.wrong", NumberWords.format("%.2g", structure.gain()));
  }
}
