package undercurrent.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Normal densities of a latent state before and after an observation; of more than {@value #MOST}
 * dimensions those of which the observation tells most.
 */
final class BeliefFigure {
  private static final int MOST = 3;
  private static final int POINTS = 161;
  private static final double REACH = 3.5;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private final double[][] prior;
  private final double[][] posterior;

  BeliefFigure(double[][] prior, double[][] posterior) {
    this.prior = prior;
    this.posterior = posterior;
  }

  Figure figure(String before, String after) {
    List<Mark> marks = new ArrayList<>();
    int size = posterior[0].length;
    List<Integer> shown =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(d -> -information(d)))
            .limit(MOST)
            .sorted()
            .toList();
    for (int d : shown) {
      Ink ink = LatentFigure.INKS.get(shown.indexOf(d));
      String name = size == 1 ? "" : LatentFigure.symbol(d) + " ";
      marks.add(density(name + before, ink, Mark.Stroke.DASHED, prior[0][d], prior[1][d]));
      marks.add(density(name + after, ink, Mark.Stroke.SOLID, posterior[0][d], posterior[1][d]));
    }
    return new Figure(
        "beliefs",
        Words.of("belief.title"),
        Axis.of(Words.of("axis.latent"), ""),
        new Axis(Words.of("axis.density"), "", Axis.Kind.NUMBER, 0, Double.NaN),
        marks,
        0,
        Words.of("belief.summary", Words.count("dimension", shown.size())));
  }

  /** How much the observation tells of a dimension: the KL divergence of the two, in nats. */
  private double information(int d) {
    double ratio = posterior[1][d] / prior[1][d];
    double shift = (posterior[0][d] - prior[0][d]) / prior[1][d];
    return 0.5 * (ratio * ratio + shift * shift - 1) - Math.log(ratio);
  }

  private static Mark density(String legend, Ink ink, Mark.Stroke stroke, double mean, double sd) {
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double z = REACH * (2.0 * i / (POINTS - 1) - 1);
      x[i] = mean + z * sd;
      y[i] = Math.exp(-z * z / 2 - Math.log(sd) - HALF_LOG_TWO_PI);
    }
    return new Mark.Line(legend, ink, stroke, x, y);
  }
}
