package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The Lomb–Scargle periodogram of values at even or uneven times, with a mean of its own at each
 * frequency (Zechmeister and Kürster 2009, the generalised form): the share of the sum of squares
 * that a sine of that frequency explains, from 0 to 1. Values that are NaN are left out.
 */
public final class Periodogram {
  /** Frequencies in the width of a peak, which is 1 over the length of the series. */
  private static final int OVERSAMPLING = 5;

  /** More sines than this are not evaluated; the highest frequencies are then left out. */
  private static final long MOST_TERMS = 200_000_000L;

  private static final int FEWEST_VALUES = 5;

  private final double[] times;
  private final double[] values;
  private final double longest;
  private final double shortest;

  /**
   * @param times increasing, one a value
   * @param shortest the least period
   * @param longest the greatest
   */
  public Periodogram(double[] times, double[] values, double shortest, double longest) {
    int[] seen =
        java.util.stream.IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]))
            .toArray();
    this.times = Arrays.stream(seen).mapToDouble(i -> times[i]).toArray();
    this.values = Arrays.stream(seen).mapToDouble(i -> values[i]).toArray();
    this.shortest = shortest;
    this.longest = longest;
  }

  /**
   * The periods of the highest peaks, the highest first.
   *
   * @param most how many at most
   */
  public List<Double> peaks(int most) {
    if (values.length < FEWEST_VALUES || !(longest > shortest)) return List.of();
    double length = times[times.length - 1] - times[0];
    double step = 1 / (OVERSAMPLING * length);
    double lowest = 1 / longest;
    long wanted = (long) Math.ceil((1 / shortest - lowest) / step) + 1;
    int count = (int) Math.min(wanted, MOST_TERMS / values.length);
    double[] powers = new double[count];
    for (int i = 0; i < count; i++) powers[i] = power(lowest + i * step);
    List<Integer> peaks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean rises = i == 0 || powers[i] > powers[i - 1];
      boolean falls = i == count - 1 || powers[i] >= powers[i + 1];
      if (rises && falls) peaks.add(i);
    }
    return peaks.stream()
        .sorted(Comparator.comparingDouble(i -> -powers[i]))
        .limit(most)
        .map(i -> 1 / (lowest + i * step))
        .toList();
  }

  /** The share of the sum of squares about the mean that a sine of a frequency explains. */
  public double power(double frequency) {
    int n = values.length;
    double omega = 2 * Math.PI * frequency;
    double c = 0;
    double s = 0;
    double cc = 0;
    double cs = 0;
    double y = 0;
    double yy = 0;
    double yc = 0;
    double ys = 0;
    for (int i = 0; i < n; i++) {
      double cosine = Math.cos(omega * times[i]);
      double sine = Math.sin(omega * times[i]);
      double value = values[i];
      c += cosine;
      s += sine;
      cc += cosine * cosine;
      cs += cosine * sine;
      y += value;
      yy += value * value;
      yc += value * cosine;
      ys += value * sine;
    }
    // Moments about the means; sin² is 1 − cos².
    double vcc = cc / n - c / n * (c / n);
    double vss = 1 - cc / n - s / n * (s / n);
    double vcs = cs / n - c / n * (s / n);
    double vyy = yy / n - y / n * (y / n);
    double vyc = yc / n - y / n * (c / n);
    double vys = ys / n - y / n * (s / n);
    double determinant = vcc * vss - vcs * vcs;
    if (!(determinant > 1e-12) || !(vyy > 0)) return 0;
    return (vss * vyc * vyc + vcc * vys * vys - 2 * vcs * vyc * vys) / (vyy * determinant);
  }
}
