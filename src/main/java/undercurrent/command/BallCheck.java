package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Imputation;
import undercurrent.inference.Imputer;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/**
 * Kalman VAEs with convolutions on clips of a ball in a box: the bound of three modes and of one,
 * and the share of wrong pixels on hidden frames in the middle of test clips.
 */
final class BallCheck implements Check {
  private static final int TEST = 100;
  private static final int[] HIDDEN = {1, 3, 5, 7};
  private static final double[] MOST = {0.009, 0.015, 0.022, 0.032};

  @Override
  public String id() {
    return "ball";
  }

  @Override
  public Size size() {
    return new Size(200, 200);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    ClipCounts clips = new ClipCounts(run.size().series(), 0, TEST);
    SeriesSet set = new BouncingBall("bouncing ball", 16, 2, 0, 20, clips).generate(1234);
    Recipe recipe = Recipe.of(set).with("validateEvery", 0);
    Trained three = run.trained(Words.of("ballCheck.three"), set, recipe);
    Trained one = run.trained(Words.of("ballCheck.one"), set, recipe.with("modes", 1));
    List<Reached> reached = new ArrayList<>();
    double bound = three.criterion(Part.TEST);
    double ofOne = one.criterion(Part.TEST);
    run.say("ballCheck.bounds", "%.3f", bound, ofOne);
    reached.add(new Reached(Words.of("ballCheck.bound"), bound, -11, -6.28));
    reached.add(new Reached(Words.of("ballCheck.difference"), bound - ofOne, 0, 3));
    Imputer imputer = three.estimator().imputer(TEST).orElseThrow();
    for (int i = 0; i < HIDDEN.length; i++) {
      Imputation.Point point = imputer.gap(HIDDEN[i]);
      int hidden = HIDDEN[i];
      double smoothing = point.smoothing();
      double filtering = point.filtering();
      run.say(
          "ballCheck.errors",
          "%.4f",
          hidden,
          smoothing,
          filtering,
          point.encoding(),
          point.repeating());
      reached.add(new Reached(Words.of("ballCheck.smoothing", hidden), smoothing, 0, MOST[i]));
      if (i == 0) {
        reached.add(new Reached(Words.of("ballCheck.filtering", hidden), filtering, 0, 0.022));
      }
      reached.add(new Reached(Words.of("ballCheck.ratio", hidden), smoothing / filtering, 0, 1));
    }
    return reached;
  }
}
