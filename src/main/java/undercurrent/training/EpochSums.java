package undercurrent.training;

/** What the updates of an epoch add up to, until it becomes a point of the curve. */
final class EpochSums {
  private static final int OWN = 5;
  private final double[] sums;

  EpochSums(int latentSize) {
    sums = new double[OWN + latentSize];
  }

  void add(Shards batch, double klWeight, double gradientNorm) {
    sums[0] += batch.terms().total(false);
    sums[1] += klWeight * batch.terms().total(true);
    sums[2] += batch.realSteps();
    sums[3] += gradientNorm;
    sums[4] += 1;
    batch.terms().addAnnealedTo(sums, OWN);
  }

  CurvePoint point(int epoch, long step, double klWeight, double validation, double rate) {
    double[] kl = new double[sums.length - OWN];
    double total = 0;
    for (int d = 0; d < kl.length; d++) {
      kl[d] = sums[OWN + d] / sums[2];
      total += kl[d];
    }
    double reconstruction = sums[0] / sums[2];
    return new CurvePoint(
        epoch,
        step,
        reconstruction - sums[1] / sums[2],
        reconstruction - total,
        reconstruction,
        total,
        klWeight,
        validation,
        sums[3] / sums[4],
        rate,
        kl);
  }

  void clear() {
    java.util.Arrays.fill(sums, 0);
  }

  double[] copy() {
    return sums.clone();
  }

  void restore(double[] saved) {
    System.arraycopy(saved, 0, sums, 0, Math.min(saved.length, sums.length));
  }
}
