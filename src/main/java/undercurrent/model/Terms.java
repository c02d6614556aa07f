package undercurrent.model;

import java.util.Arrays;

/**
 * The terms of an objective, as sums over real time steps in nats. The bound is what is not
 * annealed less what is: of an ELBO the reconstruction less the KL.
 *
 * @see Objective
 */
public final class Terms {
  private final Term[] terms;
  private final double[][] sums;

  /**
   * One of them.
   *
   * @param size 1, or one number for each latent dimension
   * @param isAnnealed whether it is a penalty whose weight may grow during training
   */
  public record Term(String name, int size, boolean isAnnealed) {}

  public Terms(Term... terms) {
    this.terms = terms.clone();
    sums = new double[terms.length][];
    for (int i = 0; i < terms.length; i++) sums[i] = new double[terms[i].size()];
  }

  /** Reconstruction and KL of each latent dimension: what an ELBO has. */
  public static Terms ofElbo(int latentSize) {
    return new Terms(new Term("reconstruction", 1, false), new Term("KL", latentSize, true));
  }

  /** The same terms with sums of their own. */
  public Terms empty() {
    return new Terms(terms);
  }

  /** The sums of a term; not a copy. */
  public double[] sums(int i) {
    return sums[i];
  }

  public void clear() {
    for (double[] sum : sums) Arrays.fill(sum, 0);
  }

  /** Adds the sums of the same terms. */
  public void add(Terms other) {
    for (int i = 0; i < sums.length; i++) {
      for (int d = 0; d < sums[i].length; d++) sums[i][d] += other.sums[i][d];
    }
  }

  /** The sum of what is annealed, or of what is not. */
  public double total(boolean annealed) {
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      if (terms[i].isAnnealed() != annealed) continue;
      for (double s : sums[i]) sum += s;
    }
    return sum;
  }

  /** The objective with a weight of the annealed terms; with 1, the bound. */
  public double value(double weight) {
    return total(false) - weight * total(true);
  }

  /** Adds the annealed terms of each latent dimension to an array, from a place on. */
  public void addAnnealedTo(double[] out, int at) {
    for (int i = 0; i < sums.length; i++) {
      if (!terms[i].isAnnealed()) continue;
      for (int d = 0; d < sums[i].length; d++) out[at + d] += sums[i][d];
    }
  }
}
