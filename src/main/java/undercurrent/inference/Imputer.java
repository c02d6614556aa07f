package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Imputation.Point;
import undercurrent.inference.Imputation.Unit;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Hides rows that were observed and fills them in with a Kalman VAE (the protocol of Fraccaro et
 * al. 2017): in the middle of each series, or by chance after the first {@value #FIRST} rows.
 */
public final class Imputer {
  private static final int FIRST = 4;
  private static final double[] SHARES = {0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 1};
  private static final int LONGEST = 15;
  private static final double HALF = 0.5;
  private final Dataset data;
  private final MeanEncodings encodings;
  private final List<Scores.Rows> series;
  private final Unit unit;
  private final Randomness randomness;

  /**
   * With the weights as they are at the call.
   *
   * @param most series that are looked at, of the part that is scored
   */
  public Imputer(KalmanVae model, Dataset data, long seed, int most) {
    this.data = data;
    encodings = new MeanEncodings(model);
    series =
        Scores.rows(data).stream()
            .filter(rows -> rows.to() - rows.from() > FIRST)
            .limit(most)
            .toList();
    unit = FrameErrors.areShares(data.source()) ? Unit.WRONG_PIXELS : Unit.RMSE;
    randomness = Randomness.of(seed).named("hidden rows");
  }

  /** All errors. */
  public Imputation measure() {
    int shortest = series.stream().mapToInt(r -> r.to() - r.from()).min().orElse(0);
    List<Integer> gaps = new ArrayList<>();
    for (int n = 1; n <= Math.min(LONGEST, shortest - FIRST); n += 2) gaps.add(n);
    Progress progress = Progress.current();
    int all = gaps.size() + SHARES.length;
    List<Point> byGap = new ArrayList<>();
    for (int n : gaps) {
      progress.at(byGap.size(), all);
      byGap.add(gap(n));
    }
    List<Point> byShare = new ArrayList<>();
    for (double share : SHARES) {
      progress.at(gaps.size() + byShare.size(), all);
      byShare.add(share(share));
    }
    return new Imputation(unit, byGap, byShare);
  }

  /** The middle {@code n} rows are hidden. */
  public Point gap(int n) {
    Sum sum = new Sum();
    for (Scores.Rows rows : series) {
      int first = rows.from() + (rows.to() - rows.from() - n) / 2;
      boolean[] isSeen = all(rows);
      Arrays.fill(isSeen, first, first + n, false);
      sum.add(rows, isSeen);
    }
    return sum.point(n);
  }

  /** Only every {@code n}-th row is seen, and no row after the last of these is compared. */
  public Point every(int n) {
    Sum sum = new Sum();
    for (Scores.Rows rows : series) {
      int last = rows.from() + (rows.to() - rows.from() - 1) / n * n;
      boolean[] isSeen = all(rows);
      for (int t = rows.from(); t < rows.to(); t++) isSeen[t] = (t - rows.from()) % n == 0;
      sum.add(new Scores.Rows(rows.series(), rows.from(), last + 1), isSeen);
    }
    return sum.point(n);
  }

  private Point share(double share) {
    Sum sum = new Sum();
    for (Scores.Rows rows : series) {
      Randomness random = randomness.at(rows.series());
      boolean[] isSeen = all(rows);
      for (int t = rows.from() + FIRST; t < rows.to(); t++) isSeen[t] = random.uniform() >= share;
      sum.add(rows, isSeen);
    }
    return sum.point(share);
  }

  private boolean[] all(Scores.Rows rows) {
    boolean[] isSeen = new boolean[data.whole().get(rows.series()).steps()];
    Arrays.fill(isSeen, true);
    return isSeen;
  }

  /** Adds the errors of hidden rows up. */
  private final class Sum {
    private final double[] errors = new double[4];
    private double squares;
    private long rows;
    private long values;

    void add(Scores.Rows part, boolean[] isSeen) {
      Sequence sequence = data.whole().get(part.series());
      MeanEncodings.Path path = encodings.path(sequence, isSeen);
      float[] frame = encodings.frame(sequence, isSeen);
      int last = -1;
      for (int t = 0; t < part.to(); t++) {
        if (isSeen[t]) {
          last = t;
          continue;
        }
        if (t < part.from() || sequence.observedAt(t) == 0) continue;
        int before = last;
        int size = data.observationSize();
        double[] repeated = new double[size];
        for (int d = 0; d < size && before >= 0; d++) {
          repeated[d] = sequence.values()[before * size + d];
        }
        add(sequence, t, encodings.decoded(path.smoothed()[t], frame), 0);
        add(sequence, t, encodings.decoded(path.predicted()[t], frame), 1);
        add(sequence, t, encodings.decoded(encodings.encoded(sequence, t), frame), 2);
        add(sequence, t, repeated, 3);
        values += sequence.observedAt(t);
        rows++;
      }
    }

    private void add(Sequence sequence, int t, double[] estimate, int place) {
      for (int d = 0; d < estimate.length; d++) {
        int at = t * estimate.length + d;
        if (sequence.mask()[at] == 0) continue;
        double scale = data.preparation().scale(d);
        double shift = data.preparation().shift(d);
        double seen = sequence.values()[at] * scale + shift;
        double filled = estimate[d] * scale + shift;
        double square = (filled - seen) * (filled - seen);
        if (place == 0) squares += square;
        if (unit == Unit.RMSE) errors[place] += square;
        else if (filled > HALF != seen > HALF) errors[place]++;
      }
    }

    Point point(double hidden) {
      double[] e = new double[errors.length];
      for (int i = 0; i < e.length; i++) {
        double mean = values == 0 ? Double.NaN : errors[i] / values;
        e[i] = unit == Unit.RMSE ? Math.sqrt(mean) : mean;
      }
      return new Point(hidden, e[0], e[1], e[2], e[3], squares / values, rows);
    }
  }
}
