package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Imputation;
import undercurrent.inference.Imputer;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.NumberWords;
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
  public String sentence() {
    return "A Kalman VAE fills hidden frames of a bouncing ball, from both sides better than from"
        + " the past alone, and three modes have a better bound than one.";
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
    Trained three = run.trained("three modes", set, recipe);
    Trained one = run.trained("one mode", set, recipe.with("modes", 1));
    List<Reached> reached = new ArrayList<>();
    double bound = three.criterion(Part.TEST);
    double ofOne = one.criterion(Part.TEST);
    run.say()
        .accept(NumberWords.format("ELBO a frame: three modes %.3f, one mode %.3f", bound, ofOne));
    reached.add(new Reached("ELBO a frame", bound, -11, -6.28));
    reached.add(new Reached("the same, three modes less one", bound - ofOne, 0, 3));
    Imputer imputer = three.estimator().imputer(TEST).orElseThrow();
    for (int i = 0; i < HIDDEN.length; i++) {
      Imputation.Point point = imputer.gap(HIDDEN[i]);
      run.say()
          .accept(
              NumberWords.format(
                  "%d hidden: smoothing %.4f, filtering %.4f, encoded %.4f, repeated %.4f",
                  HIDDEN[i],
                  point.smoothing(),
                  point.filtering(),
                  point.encoding(),
                  point.repeating()));
      String hidden = HIDDEN[i] + " hidden, ";
      reached.add(new Reached(hidden + "smoothing", point.smoothing(), 0, MOST[i]));
      if (i == 0) reached.add(new Reached(hidden + "filtering", point.filtering(), 0, 0.022));
      double ratio = point.smoothing() / point.filtering();
      reached.add(new Reached(hidden + "smoothing / filtering", ratio, 0, 1));
    }
    return reached;
  }
}
