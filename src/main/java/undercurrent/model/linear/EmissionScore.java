package undercurrent.model.linear;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The gradient with respect to H, D, d and R of one step; see {@link LikelihoodGradient}. */
final class EmissionScore {
  private final FilterResult filter;
  private final LinearSystem system;
  private final BackwardPass pass;
  private final LikelihoodGradient.Sink sink;
  private final ScalarRows rows;
  private final boolean wantsRows;
  private final int n;
  private final int m;
  private final int k;
  private int count;
  private final double[] e;
  private final double[] weighted;
  private final double[] forH;
  private final double[] forR;
  private final double[] whole;
  private final double[] noise;

  EmissionScore(FilterResult filter, BackwardPass pass, LikelihoodGradient.Sink sink) {
    this.filter = filter;
    this.pass = pass;
    this.sink = sink;
    system = filter.system();
    rows = new ScalarRows(system, filter.observations());
    n = system.latentSize();
    m = system.observedSize();
    k = system.inputSize();
    wantsRows = sink.wants(SystemPart.EMISSION);
    e = new double[m];
    weighted = new double[n];
    forH = new double[m * n];
    forR = new double[m * m];
    whole = new double[m * Math.max(n, Math.max(m, k))];
    noise = new double[m * m];
  }

  /** With r and N of the filtered state in the pass; the smoothed state where it is diffuse. */
  void add(int t, double[] mean, @Nullable Moments smoothed) {
    rows.prepare(t);
    count = rows.count;
    if (count == 0) return;
    if (count == 1) one(t, mean);
    else if (smoothed == null) all(t, mean);
    else fisher(t, smoothed);
    give(t);
  }

  /** One observed value, also while the start is diffuse: e = v/f - k' r, with v/f → 0 there. */
  private void one(int t, double[] mean) {
    int at = t * m;
    boolean diffuse = t < filter.trace.diffuse.length;
    boolean fixing = diffuse && filter.trace.diffuse[t].wasDiffuse()[0];
    double f = filter.trace.variance[at];
    double[] gain = filter.trace.gain;
    int k = at * n;
    e[0] = fixing ? 0 : filter.trace.innovation[at] / f;
    e[0] -= Matrices.dot(gain, k, pass.r[0], 0, n);
    Matrices.timesVector(pass.information[0], gain, k, weighted, n, n);
    double d = (fixing ? 0 : 1 / f) + Matrices.dot(gain, k, weighted, 0, n);
    forR[0] = 0.5 * (e[0] * e[0] - d);
    if (!wantsRows) return;
    // e m̂' - k' (I - N P), and + k' N₁ P∞
    for (int i = 0; i < n; i++) {
      double seen = Matrices.dot(weighted, 0, filter.filtered.covariance, (t * n + i) * n, n);
      forH[i] = e[0] * mean[i] - gain[k + i] + seen;
    }
    if (!diffuse) return;
    double[] infinite = infinite(filter.trace.diffuse[t].filtered());
    Matrices.timesVector(pass.information[1], gain, k, weighted, n, n);
    for (int i = 0; i < n; i++) forH[i] += Matrices.dot(weighted, 0, infinite, i * n, n);
  }

  /** e = S⁻¹ v - K' r and its fellows. */
  private void all(int t, double[] mean) {
    double[] h = observedRows(t);
    double[] r = observedNoise(t);
    double[] p = Arrays.copyOfRange(filter.predicted.covariance, t * n * n, (t + 1) * n * n);
    double[] ph = new double[n * count];
    Matrices.productTransposed(p, h, ph, n, n, count);
    double[] s = new double[count * count];
    Matrices.product(h, 0, ph, 0, s, count, n, count);
    for (int i = 0; i < s.length; i++) s[i] += r[i];
    double[] inverse = Matrices.inverse("H P H' + R", t, s, count);
    double[] v = residual(t, h, filter.predicted.mean);
    double[] gain = new double[n * count];
    Matrices.product(ph, 0, inverse, 0, gain, n, count, count);
    for (int a = 0; a < count; a++) {
      e[a] = Matrices.dot(inverse, a * count, v, 0, count);
      for (int i = 0; i < n; i++) e[a] -= gain[i * count + a] * pass.r[0][i];
    }
    double[] kn = new double[count * n];
    Matrices.transposedProduct(gain, pass.information[0], kn, count, n, n);
    double[] knk = new double[count * count];
    Matrices.product(kn, 0, gain, 0, knk, count, n, count);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        int ab = a * count + b;
        forR[ab] = 0.5 * (e[a] * e[b] - inverse[ab] - knk[ab]);
      }
      for (int i = 0; i < n; i++) {
        double seen = Matrices.dot(kn, a * n, filter.filtered.covariance, (t * n + i) * n, n);
        forH[a * n + i] = e[a] * mean[i] - gain[i * count + a] + seen;
      }
    }
  }

  /** Fisher's identity, E[∂ log p(x|z) | x₁:T] with ε = x - H z - D u - d. */
  private void fisher(int t, Moments smoothed) {
    double[] h = observedRows(t);
    double[] inverse = Matrices.inverse("R", t, observedNoise(t), count);
    double[] v = residual(t, h, smoothed.mean);
    double[] p = Arrays.copyOfRange(smoothed.covariance, t * n * n, (t + 1) * n * n);
    double[] hp = new double[count * n];
    Matrices.product(h, 0, p, 0, hp, count, n, n);
    double[] rhp = new double[count * n];
    Matrices.product(inverse, 0, hp, 0, rhp, count, count, n);
    double[] hph = new double[count * count];
    Matrices.productTransposed(rhp, h, hph, count, n, count);
    double[] spread = new double[count * count];
    Matrices.product(hph, 0, inverse, 0, spread, count, count, count);
    Matrices.timesVector(inverse, v, 0, e, count, count);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        int ab = a * count + b;
        forR[ab] = 0.5 * (e[a] * e[b] + spread[ab] - inverse[ab]);
      }
      for (int i = 0; i < n; i++) {
        forH[a * n + i] = e[a] * smoothed.mean[t * n + i] - rhp[a * n + i];
      }
    }
  }

  private double[] observedRows(int t) {
    double[] h = new double[count * n];
    double[] all = system.part(SystemPart.EMISSION).at(t);
    for (int a = 0; a < count; a++) {
      System.arraycopy(all, rows.dimension[a] * n, h, a * n, n);
    }
    return h;
  }

  private double[] observedNoise(int t) {
    double[] all = filter.observations().noise(system, t);
    double[] r = new double[count * count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        r[a * count + b] = all[rows.dimension[a] * m + rows.dimension[b]];
      }
    }
    return r;
  }

  /** x - H m - D u - d. */
  private double[] residual(int t, double[] h, double[] means) {
    double[] v = new double[count];
    for (int a = 0; a < count; a++) {
      int i = rows.dimension[a];
      v[a] =
          filter.observations().value(t, i)
              - system.part(SystemPart.EMISSION_OFFSET).at(t)[i]
              - Matrices.dot(
                  system.part(SystemPart.EMISSION_INPUT).at(t),
                  i * k,
                  filter.observations().inputs(),
                  t * k,
                  k)
              - Matrices.dot(h, a * n, means, t * n, n);
    }
    return v;
  }

  /** Puts the rows of what was observed back in their places. */
  private void give(int t) {
    if (!filter.observations().hasOwnNoise()) giveNoise(t);
    if (wantsRows) {
      Arrays.fill(whole, 0);
      for (int a = 0; a < count; a++) {
        System.arraycopy(forH, a * n, whole, rows.dimension[a] * n, n);
      }
      sink.add(t, SystemPart.EMISSION, whole);
    }
    Arrays.fill(whole, 0);
    for (int a = 0; a < count; a++) whole[rows.dimension[a]] = e[a];
    sink.add(t, SystemPart.EMISSION_OFFSET, whole);
    if (k == 0) return;
    Arrays.fill(whole, 0);
    for (int a = 0; a < count; a++) {
      for (int c = 0; c < k; c++) {
        whole[rows.dimension[a] * k + c] = e[a] * filter.observations().inputs()[t * k + c];
      }
    }
    sink.add(t, SystemPart.EMISSION_INPUT, whole);
  }

  private void giveNoise(int t) {
    Arrays.fill(noise, 0);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        noise[rows.dimension[a] * m + rows.dimension[b]] = forR[a * count + b];
      }
    }
    sink.add(t, SystemPart.EMISSION_NOISE, noise);
  }

  /** P∞ = A A'. */
  double[] infinite(double[] a) {
    double[] infinite = new double[n * n];
    Matrices.outer(a, infinite, n);
    return infinite;
  }
}
