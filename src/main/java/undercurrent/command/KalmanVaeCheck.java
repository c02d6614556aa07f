package undercurrent.command;

import java.util.Arrays;
import java.util.List;
import undercurrent.experiment.Example;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Answers;
import undercurrent.inference.Eigenvalues;
import undercurrent.inference.Estimate;
import undercurrent.kind.Catalogue;
import undercurrent.series.AlternatingRotations;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/**
 * Kalman VAEs on a point that goes around a circle, slow and fast in turn, and is seen by its
 * distances from beacons. Two modes must have a better bound than one, predict better, fill hidden
 * rows better when only the past is known, and turn by the two angles that made the series.
 */
final class KalmanVaeCheck implements Check {
  private static final int TEST = 24;
  private static final int STEPS = 80;

  @Override
  public String id() {
    return "kvae";
  }

  @Override
  public Size size() {
    return new Size(400, 56);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    int count = run.size().series() + TEST;
    Split split = Split.of(run.size().series(), TEST);
    SeriesSet set = new AlternatingRotations(count, STEPS).generate(1234, split);
    Trained two = trained(run, set, 2);
    Trained one = trained(run, set, 1);
    Errors ofTwo = Errors.of(two);
    Errors ofOne = Errors.of(one);
    ofTwo.say(run, "kalmanVaeCheck.two");
    ofOne.say(run, "kalmanVaeCheck.one");
    double[] turns = turns(two);
    return List.of(
        new Reached(Words.of("kalmanVaeCheck.bound"), bound(two) - bound(one), 0.3, 3),
        new Reached(
            Words.of("kalmanVaeCheck.predicted"), ofTwo.predicted / ofOne.predicted, 0, 0.75),
        new Reached(Words.of("kalmanVaeCheck.filtered"), ofTwo.filtered / ofOne.filtered, 0, 0.75),
        new Reached(Words.of("kalmanVaeCheck.ratio"), ofTwo.smoothed / ofTwo.filtered, 0, 0.9),
        new Reached(Words.of("kalmanVaeCheck.smoothed"), ofTwo.smoothed, 0, 0.2),
        new Reached(
            Words.of("kalmanVaeCheck.slow"), turns[0], AlternatingRotations.SLOW - 0.03, 0.18),
        new Reached(
            Words.of("kalmanVaeCheck.fast"), turns[1], AlternatingRotations.FAST - 0.05, 0.65));
  }

  private static Trained trained(CheckRun run, SeriesSet set, int modes) {
    Example example = Example.of(Catalogue.standard().kind("kvae"));
    Recipe recipe =
        Recipe.of(set).with(example.settings()).with("modes", modes).with("validateEvery", 0);
    return run.trained(Words.of("kalmanVaeCheck.modes", modes), set, recipe);
  }

  private static double bound(Trained trained) {
    return trained.criterion(Part.TEST);
  }

  /** The angles by which the modes turn in a step, the smaller one first. */
  private static double[] turns(Trained trained) {
    double[] turns =
        Eigenvalues.of(trained.findings()).stream()
            .mapToDouble(
                mode -> {
                  double largest = 0;
                  for (int i = 0; i < mode.real().length; i++) {
                    largest = Math.max(largest, 2 * Math.PI / mode.period(i));
                  }
                  return largest;
                })
            .toArray();
    Arrays.sort(turns);
    return turns;
  }

  /**
   * Errors of test series, of all channels together, in the unit of the file.
   *
   * @param predicted against what was observed
   * @param filtered at hidden rows, against the true distances
   * @param smoothed the same
   */
  private record Errors(double predicted, double filtered, double smoothed) {
    static Errors of(Trained trained) {
      SeriesSet set = trained.dataset().source();
      Sum predicted = new Sum();
      Sum filtered = new Sum();
      Sum smoothed = new Sum();
      for (Answers answer : trained.answers()) {
        Series series = set.series().get(answer.rows().series());
        for (int t = 1; t < series.length(); t++) {
          double[] row = series.row(t);
          boolean isHidden = Double.isNaN(row[set.observedChannels()[0]]);
          double[] truth = AlternatingRotations.distances(row[0], row[1]);
          for (int d = 0; d < truth.length; d++) {
            if (isHidden) {
              filtered.add(answer.online().filtered(), t, d, truth[d]);
              smoothed.add(answer.smoothed(), t, d, truth[d]);
            } else {
              double seen = row[set.observedChannels()[d]];
              predicted.add(answer.online().predicted(), t, d, seen);
            }
          }
        }
      }
      return new Errors(predicted.root(), filtered.root(), smoothed.root());
    }

    void say(CheckRun run, String key) {
      run.say(key, "%.4f", predicted, filtered, smoothed);
    }
  }

  /** Adds squared errors up. */
  private static final class Sum {
    private double squares;
    private int count;

    void add(Estimate estimate, int row, int place, double truth) {
      double error = estimate.observation().mean().at(row, place) - truth;
      squares += error * error;
      count++;
    }

    double root() {
      return Math.sqrt(squares / count);
    }
  }
}
