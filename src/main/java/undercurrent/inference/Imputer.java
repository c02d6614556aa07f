package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.Imputation.Point;
import undercurrent.inference.Imputation.Unit;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Stretch;

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
  private final List<Piece> pieces;
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
    pieces =
        Scores.answered(data).stream()
            .filter(rows -> rows.to() - rows.from() > FIRST)
            .limit(most)
            .map(rows -> Piece.of(data, rows))
            .toList();
    unit = FrameErrors.areShares(data.source()) ? Unit.WRONG_PIXELS : Unit.RMSE;
    randomness = Randomness.of(seed).named("hidden rows");
  }

  /**
   * A series, or of a long film the rows that are estimated.
   *
   * @param from the first row that may be hidden
   * @param to the row after the last of these
   */
  private record Piece(Sequence sequence, int from, int to) {
    static Piece of(Dataset data, Scores.Rows rows) {
      Optional<Stretch> some = rows.estimated().map(SeriesPart::rows);
      int first = some.map(Stretch::from).orElse(0);
      return new Piece(
          some.map(s -> data.preparation().apply(rows.series(), s.from(), s.end()))
              .orElseGet(() -> data.whole().get(rows.series())),
          rows.from() - first,
          rows.to() - first);
    }

    int length() {
      return to - from;
    }

    Piece until(int end) {
      return new Piece(sequence, from, end);
    }

    boolean[] all() {
      boolean[] isSeen = new boolean[sequence.steps()];
      Arrays.fill(isSeen, true);
      return isSeen;
    }
  }

  /** All errors. */
  public Imputation measure() {
    int shortest = pieces.stream().mapToInt(Piece::length).min().orElse(0);
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
    for (Piece rows : pieces) {
      int first = rows.from() + (rows.length() - n) / 2;
      boolean[] isSeen = rows.all();
      Arrays.fill(isSeen, first, first + n, false);
      sum.add(rows, isSeen);
    }
    return sum.point(n);
  }

  /** Only every {@code n}-th row is seen, and no row after the last of these is compared. */
  public Point every(int n) {
    Sum sum = new Sum();
    for (Piece rows : pieces) {
      int last = rows.from() + (rows.length() - 1) / n * n;
      boolean[] isSeen = rows.all();
      for (int t = rows.from(); t < rows.to(); t++) isSeen[t] = (t - rows.from()) % n == 0;
      sum.add(rows.until(last + 1), isSeen);
    }
    return sum.point(n);
  }

  private Point share(double share) {
    Sum sum = new Sum();
    for (Piece rows : pieces) {
      Randomness random = randomness.at(rows.sequence().series());
      boolean[] isSeen = rows.all();
      for (int t = rows.from() + FIRST; t < rows.to(); t++) isSeen[t] = random.uniform() >= share;
      sum.add(rows, isSeen);
    }
    return sum.point(share);
  }

  /** Adds the errors of hidden rows up. */
  private final class Sum {
    private final double[] errors = new double[4];
    private double squares;
    private long rows;
    private long values;

    void add(Piece part, boolean[] isSeen) {
      Sequence sequence = part.sequence();
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
