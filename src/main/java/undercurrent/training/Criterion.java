package undercurrent.training;

/**
 * What a training follows: what its curve shows and what the parts of the data are compared by. The
 * words of axes, tables, JSON and readouts come from here.
 *
 * <p>A training always maximises. What is better when lower is kept with its sign changed, and
 * {@link #shown} gives the number that a person reads.
 */
public enum Criterion {
  /** The evidence lower bound of log p(x). */
  ELBO("ELBO", "elboPerStep"),
  /** log p of each row given the rows before it; exact, or as the kind's filter estimates it. */
  LOG_LIKELIHOOD("log-likelihood", "partLogLikelihoodPerStep"),
  /** The mean squared error of the filtered state; kept as minus the square. */
  SQUARED_ERROR("error", "squaredErrorPerStep");

  private final String id;
  private final String key;

  Criterion(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** What it is called in tables of files, in every language. */
  public String id() {
    return id;
  }

  /** What it is called inside a sentence. */
  public String words() {
    return Words.of("criterion." + name());
  }

  /** The unit of what is shown. */
  public String unit() {
    return Words.of("unit." + name());
  }

  /** Its name in {@code scores.json}. */
  public String key() {
    return key;
  }

  /** What stands before its value of each part. */
  public String heading() {
    return Words.of("heading." + name());
  }

  public boolean isHigherBetter() {
    return this != SQUARED_ERROR;
  }

  /** Whether it is the sum of a reconstruction and a KL. */
  public boolean hasTerms() {
    return this == ELBO;
  }

  /** The number that is reported, of the one that a training maximises. */
  public double reported(double maximised) {
    return isHigherBetter() ? maximised : -maximised;
  }

  /** The number that a person reads: of a squared error its root. */
  public double shown(double maximised) {
    return isHigherBetter() ? maximised : Math.sqrt(-maximised);
  }
}
