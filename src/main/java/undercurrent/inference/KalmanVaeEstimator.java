package undercurrent.inference;

import java.util.Optional;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.deep.RecordedEmission;
import undercurrent.model.gaussian.Cholesky;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeRollout;
import undercurrent.model.kvae.ReferenceFrame;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SmootherResult;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Estimates with a Kalman VAE, with its weights as they are at the call. Encodings are drawn from
 * q(aₜ|xₜ); given these, zₜ is filtered and smoothed exactly, and an observation is that of the
 * encoding drawn, or where nothing was observed, of an encoding drawn from the Gaussian that filter
 * or smoother have of it. Not thread-safe.
 */
public final class KalmanVaeEstimator extends BandEstimator {
  private static final String METHOD = "exact, given drawn encodings";

  /** Each path carries whole Gaussians. */
  private static final int PATHS = 24;

  /** Fewer are enough for a picture of the mean. */
  private static final int PATHS_OF_MODES = 8;

  /** Encodings that are drawn from the Gaussian of each path. */
  private static final int DRAWS = 6;

  /** Paths of a forecast, if no other number is asked for. */
  private static final int USUAL_FORECASTS = 500;

  private final KalmanVae model;
  private final Dataset data;
  private final long seed;
  private final Randomness randomness;
  private final double[] weights = Forecaster.equal(PATHS * DRAWS);
  private int forecasts;

  public KalmanVaeEstimator(KalmanVae model, Dataset data, long seed) {
    this.model = model;
    this.data = data;
    this.seed = seed;
    randomness = Randomness.of(seed).named("estimate");
    paths(USUAL_FORECASTS);
  }

  /** Of a forecast; those of other estimates are fewer, for each has a Gaussian of its own. */
  @Override
  public Estimator paths(int paths) {
    forecasts = WideSeries.paths(paths, model.observationSize());
    return this;
  }

  private Sequence sequence(int series) {
    return data.whole().get(series);
  }

  private EncodedPaths encoded(int series, int paths, int shown, int rows) {
    Randomness random = randomness.named("encodings").at(series);
    return new EncodedPaths(model, sequence(series), paths, shown, rows, random);
  }

  private EncodedPaths whole(int series, int paths) {
    int rows = sequence(series).steps();
    return encoded(series, paths, rows, rows);
  }

  @Override
  public Findings findings() {
    return Findings.of(model, data.source());
  }

  @Override
  public Online online(int series) {
    EncodedPaths paths = whole(series, PATHS);
    Rows filtered = new Rows(paths, true);
    Rows predicted = new Rows(paths, false);
    Progress progress = Progress.current();
    for (int p = 0; p < PATHS; p++) {
      progress.at(p, PATHS);
      FilterResult run = paths.filtered(p);
      Moments again = Emitted.observations(run.system(), run.observations(), run.filtered(), 0);
      filtered.put(p, run.filtered(), again);
      predicted.put(p, run.predicted(), Emitted.predicted(run));
    }
    return new Online(
        filtered.estimate(series, Conditioning.FILTERED),
        predicted.estimate(series, Conditioning.PREDICTED),
        Double.NaN);
  }

  @Override
  public Estimate smoothed(int series) {
    EncodedPaths paths = whole(series, PATHS);
    Rows smoothed = new Rows(paths, true);
    Progress progress = Progress.current();
    for (int p = 0; p < PATHS; p++) {
      progress.at(p, PATHS);
      SmootherResult run = KalmanSmoother.smooth(paths.filtered(p));
      smoothed.put(p, run.smoothed(), Emitted.smoothed(run));
    }
    return smoothed.estimate(series, Conditioning.SMOOTHED);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    KalmanVaeRollout rollout = new KalmanVaeRollout(model, forecasts);
    float[] last =
        seen == 0
            ? new float[forecasts * rollout.stateSize()]
            : encoded(series, PATHS, seen, seen).last(forecasts, randomness.named("last"));
    // States have no range of their own: what they mean is what is observed.
    LearnedRange range = new LearnedRange(data, rollout.stateSize(), 0);
    return new Forecaster(model.observationSize(), model.stateSize(), data, level(), rollout, range)
        .forecast(series, seen, horizon, last, randomness.named("forecast").at(series));
  }

  /** Of one drawn path of encodings, which the filter observes. */
  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    FilterResult run = encoded(series, 1, row + 1, row + 1).filtered(0);
    return Optional.of(new RowTrace.Linear(KalmanStep.of(run, row), "a"));
  }

  @Override
  public Optional<ModePath> modes(Estimate estimate) {
    int series = estimate.series();
    EncodedPaths paths = whole(series, PATHS_OF_MODES);
    int rows = paths.rows();
    double[][] encodings = new double[rows][model.latentSize()];
    for (int p = 0; p < PATHS_OF_MODES; p++) {
      Moments smoothed = Emitted.smoothed(KalmanSmoother.smooth(paths.filtered(p)));
      for (int t = 0; t < rows; t++) {
        for (int i = 0; i < model.latentSize(); i++) {
          double a = paths.isSeen(t) ? paths.mean(t)[i] : smoothed.mean(t, i);
          encodings[t][i] += a / PATHS_OF_MODES;
        }
      }
    }
    double[][] shares = new double[rows][];
    boolean[] isSeen = new boolean[rows];
    for (int t = 0; t < rows; t++) {
      shares[t] = paths.weights(t);
      isSeen[t] = paths.isSeen(t);
    }
    double[] times = data.source().times(series, 0, rows);
    return Optional.of(new ModePath(series, times, encodings, shares, isSeen));
  }

  @Override
  public Optional<Imputer> imputer(int most) {
    return Optional.of(new Imputer(model, data, seed, most));
  }

  /** Gaussians of states and drawn encodings of all paths, row by row. */
  private final class Rows {
    private final EncodedPaths paths;
    private final boolean seesItsRow;
    private final float[][] mean;
    private final float[][] sd;
    private final float[][] encodings;
    private final double[] normals = new double[PATHS * DRAWS * model.latentSize()];
    private final double[] root = new double[model.latentSize() * model.latentSize()];
    private final double[] covariance = new double[root.length];

    /**
     * @param seesItsRow whether an encoding that was looked at is known
     */
    Rows(EncodedPaths paths, boolean seesItsRow) {
      this.paths = paths;
      this.seesItsRow = seesItsRow;
      int count = PATHS * DRAWS;
      mean = new float[paths.rows()][count * model.stateSize()];
      sd = new float[paths.rows()][count * model.stateSize()];
      encodings = new float[paths.rows()][count * model.latentSize()];
      // The same for each row, so that bands are smooth in time.
      Randomness random = randomness.named("draws");
      for (int i = 0; i < normals.length; i++) normals[i] = random.normal();
    }

    /** Of one path: the states, and the encodings that they emit. */
    void put(int path, Moments states, Moments emitted) {
      for (int t = 0; t < paths.rows(); t++) {
        putState(path, t, states);
        if (seesItsRow && paths.isSeen(t)) putEncoding(path, t, paths.encoding(path, t));
        else drawEncodings(path, t, emitted);
      }
    }

    /** All draws of a path have its Gaussian. */
    private void putState(int path, int t, Moments states) {
      int n = model.stateSize();
      for (int i = 0; i < n; i++) {
        float centre = (float) states.mean(t, i);
        float deviation = (float) states.standardDeviation(t, i);
        for (int draw = 0; draw < DRAWS; draw++) {
          int at = (path * DRAWS + draw) * n + i;
          mean[t][at] = centre;
          sd[t][at] = deviation;
        }
      }
    }

    private void putEncoding(int path, int t, double[] known) {
      int m = known.length;
      for (int draw = 0; draw < DRAWS; draw++) {
        int from = (path * DRAWS + draw) * m;
        for (int i = 0; i < m; i++) encodings[t][from + i] = (float) known[i];
      }
    }

    private void drawEncodings(int path, int t, Moments emitted) {
      int m = model.latentSize();
      for (int i = 0; i < m * m; i++) covariance[i] = emitted.covariance(t, i / m, i % m);
      Cholesky.factor(covariance, 0, root, m, 1e-12);
      for (int draw = 0; draw < DRAWS; draw++) {
        int from = (path * DRAWS + draw) * m;
        for (int i = 0; i < m; i++) {
          double a = emitted.mean(t, i);
          for (int j = 0; j <= i; j++) a += root[i * m + j] * normals[from + j];
          encodings[t][from + i] = (float) a;
        }
      }
    }

    Estimate estimate(int series, Conditioning conditioning) {
      int size = model.observationSize();
      RecordedEmission emission =
          new RecordedEmission(
              model.parameters(),
              model.emission(),
              PATHS * DRAWS,
              model.latentSize() + model.referenceSize(),
              size);
      float[] frame = ReferenceFrame.of(model, sequence(series));
      EstimateRows rows =
          new EstimateRows(size, model.stateSize(), data, sequence(series), level(), PATHS * DRAWS);
      for (int t = 0; t < paths.rows(); t++) {
        float[] read = ReferenceFrame.behind(encodings[t], model.latentSize(), frame);
        rows.set(t, weights, new Gaussians(mean[t], sd[t]), emission.emit(read));
      }
      return rows.estimate(conditioning, METHOD);
    }
  }
}
