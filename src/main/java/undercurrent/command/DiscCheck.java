package undercurrent.command;

import java.util.List;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Eigenvalues;
import undercurrent.inference.Imputation;
import undercurrent.series.BeatingDisc;
import undercurrent.series.ClipCounts;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/**
 * A Kalman VAE of one mode, all of which is learned, on clips of a disc that beats with a period of
 * 12 frames: its matrix must have eigenvalues at that angle, and of clips of which only every fifth
 * frame is seen it fills in the others.
 */
final class DiscCheck implements Check {
  private static final int TEST = 20;
  private static final double ANGLE = 2 * Math.PI / 12;

  @Override
  public String id() {
    return "disc";
  }

  @Override
  public Size size() {
    return new Size(90, 60);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    ClipCounts clips = new ClipCounts(run.size().series(), 0, TEST);
    SeriesSet set = new BeatingDisc(24, 40, clips).generate(1234);
    Trained trained =
        run.trained(Words.of("discCheck.one"), set, Recipe.of(set).with("validateEvery", 0));
    Eigenvalues eigenvalues = Eigenvalues.of(trained.findings()).getFirst();
    double angle = Double.NaN;
    double modulus = 0;
    for (int i = 0; i < eigenvalues.real().length; i++) {
      double size = eigenvalues.size(i);
      double own = StrictMath.atan2(eigenvalues.imaginary()[i], eigenvalues.real()[i]);
      run.say("discCheck.eigenvalue", "%.4f", size, own);
      if (own <= 0.1 || size < modulus) continue;
      angle = own;
      modulus = size;
    }
    Imputation.Point fifth = trained.estimator().imputer(TEST).orElseThrow().every(5);
    Imputation.Point third = trained.estimator().imputer(TEST).orElseThrow().every(3);
    for (Imputation.Point point : List.of(third, fifth)) {
      run.say(
          "discCheck.errors",
          "%.4f",
          NumberWords.format("%.0f", point.hidden()),
          point.smoothing(),
          point.filtering(),
          point.encoding(),
          point.repeating(),
          NumberWords.format("%.5f", point.meanSquare()));
    }
    return List.of(
        new Reached(Words.of("discCheck.angle"), angle, ANGLE - 0.01, ANGLE + 0.01),
        new Reached(Words.of("discCheck.modulus"), modulus, 0.99, 1.01),
        new Reached(Words.of("discCheck.fifth"), fifth.meanSquare(), 0, 0.002),
        new Reached(Words.of("discCheck.third"), third.meanSquare(), 0, 0.002));
  }
}
