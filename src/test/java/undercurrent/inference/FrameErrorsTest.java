package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.FrameShape;
import undercurrent.series.SeriesSet;

/** Errors of frames by their definitions, sum by sum. */
final class FrameErrorsTest {
  private static double[] frame(int size, int seed) {
    Randomness random = Randomness.of(seed);
    double[] frame = new double[size];
    for (int i = 0; i < size; i++) frame[i] = random.uniform();
    return frame;
  }

  @Test
  void pixelsSquaresAndCorrelationCountWhatIsKnownOfBoth() {
    double[] x = {0.9, 0.1, 0.6, Double.NaN, 0.2, 0.5};
    double[] y = {0.8, 0.7, 0.4, 0.3, Double.NaN, 0.1};
    // Known of both: (.9, .8), (.1, .7), (.6, .4), (.5, .1), of which two are on other sides.
    assertEquals(0.5, FrameErrors.wrong(x, y));
    assertEquals((0.01 + 0.36 + 0.04 + 0.16) / 4, FrameErrors.meanSquare(x, y), 1e-15);
    double xy = 0.72 + 0.07 + 0.24 + 0.05 - 4 * 0.525 * 0.5;
    double xx = 0.81 + 0.01 + 0.36 + 0.25 - 4 * 0.525 * 0.525;
    double yy = 0.64 + 0.49 + 0.16 + 0.01 - 4 * 0.25;
    assertEquals(xy / Math.sqrt(xx * yy), FrameErrors.correlation(x, y), 1e-12);
    assertEquals(1, FrameErrors.correlation(frame(9, 1), frame(9, 1)), 1e-12);
    assertTrue(Double.isNaN(FrameErrors.correlation(new double[4], frame(4, 1))));
    assertTrue(Double.isNaN(FrameErrors.wrong(new double[0], new double[0])));
  }

  @ParameterizedTest
  @CsvSource({"16, 16, 1, 1", "13, 20, 3, 5", "8, 6, 1, 2"})
  void similarityIsThatOfEachWindow(int height, int width, int channels, double range) {
    FrameShape shape = new FrameShape(height, width, channels);
    double[] x = frame(shape.size(), 1);
    double[] y = frame(shape.size(), 2);
    for (int i = 0; i < y.length; i++) y[i] = 0.7 * x[i] + 0.3 * y[i];
    assertEquals(byWindows(shape, x, y, range), FrameErrors.similarity(shape, x, y, range), 1e-12);
    assertEquals(1, FrameErrors.similarity(shape, x, x, range), 1e-12);
    x[x.length / 2] = Double.NaN;
    assertEquals(byWindows(shape, x, y, range), FrameErrors.similarity(shape, x, y, range), 1e-12);
  }

  /** Weighted moments about the means of each window of two dimensions, for itself. */
  private static double byWindows(FrameShape shape, double[] x, double[] y, double range) {
    int shortest = Math.min(shape.height(), shape.width());
    int window = Math.min(11, shortest - 1 + shortest % 2);
    List<Double> all = new ArrayList<>();
    for (int c = 0; c < shape.channels(); c++) {
      for (int top = 0; top + window <= shape.height(); top++) {
        for (int left = 0; left + window <= shape.width(); left++) {
          double[] w = new double[window * window];
          double[] a = new double[w.length];
          double[] b = new double[w.length];
          for (int k = 0; k < w.length; k++) {
            int row = k / window;
            int column = k % window;
            double square = Math.pow(row - window / 2, 2) + Math.pow(column - window / 2, 2);
            w[k] = Math.exp(-square / (2 * 1.5 * 1.5));
            int at = ((top + row) * shape.width() + left + column) * shape.channels() + c;
            a[k] = x[at];
            b[k] = y[at];
          }
          double total = Arrays.stream(w).sum();
          for (int k = 0; k < w.length; k++) w[k] /= total;
          double value = index(w, a, b, range);
          if (!Double.isNaN(value)) all.add(value);
        }
      }
    }
    return all.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  private static double index(double[] w, double[] a, double[] b, double range) {
    double meanA = IntStream.range(0, w.length).mapToDouble(k -> w[k] * a[k]).sum();
    double meanB = IntStream.range(0, w.length).mapToDouble(k -> w[k] * b[k]).sum();
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int k = 0; k < w.length; k++) {
      aa += w[k] * (a[k] - meanA) * (a[k] - meanA);
      bb += w[k] * (b[k] - meanB) * (b[k] - meanB);
      ab += w[k] * (a[k] - meanA) * (b[k] - meanB);
    }
    double c1 = Math.pow(0.01 * range, 2);
    double c2 = Math.pow(0.03 * range, 2);
    double structure = (2 * ab + c2) / (aa + bb + c2);
    return (2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1) * structure;
  }

  @Test
  void aMeterAveragesFramesOfFilmsAlone() {
    SeriesSet set = new BouncingBall("ball", 16, 2, 0, 3, new ClipCounts(1, 0, 1)).generate(1);
    double[] row = set.series().getFirst().row(0);
    double[] frame = Arrays.stream(set.observedChannels()).mapToDouble(c -> row[c]).toArray();
    double[] black = new double[frame.length];
    FrameMeter meter = new FrameMeter("smoothed", set, FrameMeter.range(set));
    meter.add(frame, frame);
    meter.add(black, frame);
    FrameScore score = meter.score().orElseThrow();
    assertEquals(2, score.count());
    assertEquals(FrameErrors.wrong(black, frame) / 2, score.wrong(), 1e-15);
    assertEquals(FrameErrors.meanSquare(black, frame) / 2, score.meanSquare(), 1e-15);
    // A black frame has no contrast to be correlated.
    assertEquals(1, score.correlation(), 1e-12);
    SeriesSet plain = new SeriesSet("ball", set.channels(), set.time(), set.series(), set.split());
    FrameMeter none = new FrameMeter("smoothed", plain, 1);
    none.add(frame, frame);
    assertTrue(none.score().isEmpty());
  }
}
