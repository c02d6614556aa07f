package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimator;
import undercurrent.series.ClipCounts;
import undercurrent.series.HeatPlate;
import undercurrent.series.HeatPlate.Noise;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * Convolutional Markov models on films of a heat plate, with normal noise and with Cauchy noise. Of
 * 100 clips that were not trained on ten frames are seen; the frames five and ten later are
 * compared with the plate without the noise of seeing, beside forecasts by the last frame, by a
 * straight line for each pixel, and by the equation of heat. Of Cauchy noise single jumps decide
 * the root mean square, which is then as large for the equation itself, so that medians are
 * compared there.
 */
final class ConvolutionalCheck implements Check {
  private static final int TEST = 100;
  private static final int SIDE = 16;
  private static final int SEEN = 10;
  private static final int[] AHEAD = {5, 10};
  private static final int PATHS = 50;

  /** Steps of the equation of heat between two frames. */
  private static final int STEPS = 3;

  @Override
  public String id() {
    return "conv";
  }

  @Override
  public Size size() {
    return new Size(CheckRun.epochs(HeatPlate.USUAL.generate(1)), 200);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    List<Reached> reached = new ArrayList<>();
    Errors normal = errors(run, HeatPlate.USUAL);
    for (int k = 0; k < AHEAD.length; k++) {
      double root = normal.model.root(k);
      reached.add(new Reached(Words.of("convolutionalCheck.error", AHEAD[k]), root, 0, 8.5));
      double ratio = root / normal.alone.root(k);
      reached.add(new Reached(Words.of("convolutionalCheck.ratio", AHEAD[k]), ratio, 0, 1));
    }
    Errors cauchy = errors(run, HeatPlate.CAUCHY);
    for (int k = 0; k < AHEAD.length; k++) {
      double ratio = cauchy.model.median(k) / cauchy.last.median(k);
      reached.add(new Reached(Words.of("convolutionalCheck.cauchy", AHEAD[k]), ratio, 0, 1));
    }
    return reached;
  }

  private static Errors errors(CheckRun run, HeatPlate plate) {
    ClipCounts clips = new ClipCounts(run.size().series(), 0, TEST);
    SeriesSet set =
        new HeatPlate(plate.name(), SIDE, plate.noise(), plate.frames(), clips).generate(1234);
    Trained trained = run.trained(set.name(), set, Recipe.of(set).with("validateEvery", 0));
    Errors errors = new Errors(trained);
    run.say().accept(errors.words(plate.noise()));
    return errors;
  }

  /** Errors of forecasts of the frames ahead, in degrees, of all pixels and clips. */
  private static final class Errors {
    private final Sums model = new Sums();
    private final Sums last = new Sums();
    private final Sums alone = new Sums();
    private final Sums equation = new Sums();

    private Errors(Trained trained) {
      SeriesSet set = trained.dataset().source();
      Estimator estimator = trained.estimator().paths(PATHS);
      double[][] lines = lines(set);
      for (int s = 0; s < set.series().size(); s++) {
        if (set.split().part(s, 0, set.series().get(s).length()) != Part.TEST) continue;
        Series series = set.series().get(s);
        double[] seen = frame(series, SEEN - 1, true);
        double[][] forecast =
            estimator.forecast(s, SEEN, series.length() - SEEN).observation().mean().all();
        double[] byLine = seen.clone();
        double[] byHeat = seen.clone();
        int k = 0;
        for (int h = 1; h <= AHEAD[AHEAD.length - 1]; h++) {
          for (int d = 0; d < byLine.length; d++) byLine[d] = lines[0][d] + lines[1][d] * byLine[d];
          for (int i = 0; i < STEPS; i++) byHeat = HeatPlate.diffused(byHeat, SIDE);
          if (h != AHEAD[k]) continue;
          double[] truth = frame(series, SEEN - 1 + h, false);
          model.add(k, forecast[h - 1], truth);
          last.add(k, seen, truth);
          alone.add(k, byLine, truth);
          equation.add(k, byHeat, truth);
          k++;
        }
      }
    }

    /** Of a row, the plate as it is seen or as it is. */
    private static double[] frame(Series series, int row, boolean seen) {
      double[] all = series.row(row);
      int size = SIDE * SIDE;
      return Arrays.copyOfRange(all, seen ? size : 0, seen ? 2 * size : size);
    }

    /** The straight line of least squares from one frame to the next, of each pixel. */
    private static double[][] lines(SeriesSet set) {
      int size = SIDE * SIDE;
      double[] n = new double[size];
      double[][] sums = new double[4][size];
      for (int s = 0; s < set.series().size(); s++) {
        Series series = set.series().get(s);
        if (set.split().part(s, 0, series.length()) != Part.TRAINING) continue;
        for (int t = 1; t < series.length(); t++) {
          double[] before = frame(series, t - 1, true);
          double[] after = frame(series, t, true);
          for (int d = 0; d < size; d++) {
            n[d]++;
            sums[0][d] += before[d];
            sums[1][d] += after[d];
            sums[2][d] += before[d] * before[d];
            sums[3][d] += before[d] * after[d];
          }
        }
      }
      double[][] lines = new double[2][size];
      for (int d = 0; d < size; d++) {
        double spread = sums[2][d] - sums[0][d] * sums[0][d] / n[d];
        double both = sums[3][d] - sums[0][d] * sums[1][d] / n[d];
        lines[1][d] = spread > 0 ? both / spread : 0;
        lines[0][d] = (sums[1][d] - lines[1][d] * sums[0][d]) / n[d];
      }
      return lines;
    }

    private String words(Noise noise) {
      return Words.of("convolutionalCheck.errors." + noise, model, last, alone, equation);
    }
  }

  /** Errors for each of the frames ahead. */
  private static final class Sums {
    private final List<List<double[]>> errors = List.of(new ArrayList<>(), new ArrayList<>());

    void add(int k, double[] forecast, double[] truth) {
      double[] error = new double[truth.length];
      for (int d = 0; d < error.length; d++) error[d] = Math.abs(forecast[d] - truth[d]);
      errors.get(k).add(error);
    }

    private double[] all(int k) {
      return errors.get(k).stream().flatMapToDouble(Arrays::stream).toArray();
    }

    double root(int k) {
      return Math.sqrt(Arrays.stream(all(k)).map(e -> e * e).average().orElse(Double.NaN));
    }

    double median(int k) {
      double[] sorted = all(k);
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
      return NumberWords.format(
          "%.2f / %.2f (%.2f / %.2f)", root(0), root(1), median(0), median(1));
    }
  }
}
