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
      notes.add(
          "The KL of every latent dimension is below "
              + NumberWords.of(IDLE)
              + " nats per time step: the posterior equals the prior (posterior collapse), and the"
              + " states say nothing of the observations. "
              + verdict(structure.get()));
    } else if (idle > 0) {
      notes.add(
          NumberWords.format(
              "%s of %d %s a KL below %s nats per time step and %s not used; a smaller"
                  + " 'latentSize' gives the same model.",
              NumberWords.count(idle, "latent dimension"),
              kl.length,
              idle == 1 ? "has" : "have",
              NumberWords.of(IDLE),
              idle == 1 ? "is" : "are"));
    }
    return notes;
  }

  /** Whether that is right, judged by correlations. */
  private static String verdict(LinearStructure structure) {
    if (Double.isNaN(structure.gain())) {
      return "That is the optimum where a row says nothing of the next one beyond what the"
          + " emission knows, as in white noise; compare the ELBO with that of another seed.";
    }
    if (structure.gain() < IDLE) {
      return NumberWords.format(
          "That is right here: correlations of a row with the row before it and between its"
              + " channels are worth %.2g nats per time step, so that states can hardly improve the"
              + " prediction.",
          Math.max(0, structure.gain()));
    }
    return NumberWords.format(
        "That is wrong here: correlations of a row with the row before it and between its channels"
            + " alone are worth %.2g nats per time step. Start with a smaller 'klStart' and a"
            + " longer 'klLength', or try another seed.",
        structure.gain());
  }
}
