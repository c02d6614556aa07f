package undercurrent.inference;

import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.flow.ElementwiseFlow;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.Moments;
import undercurrent.model.normalizing.NormalizingFilter;

/**
 * Equally likely points of the observations of a normalizing Kalman filter, from the Gaussian of a
 * step in its base space. Of an element-wise flow they are the quantiles of each channel; else the
 * same standard normals are mapped at each step.
 */
abstract class FlowPoints {
  static final int COUNT = 500;

  /** How a flow maps Gaussians. */
  static FlowPoints of(NormalizingFilter model, Randomness randomness) {
    return model.flow() instanceof ElementwiseFlow alone
        ? new Quantiles(alone)
        : new Draws(model, randomness);
  }

  /**
   * Points of a step.
   *
   * @return a channel a row, {@code [D][COUNT]}; reused by the next call
   */
  abstract double[][] points(Moments base, int step);

  private static final class Quantiles extends FlowPoints {
    private final ElementwiseFlow flow;
    private final double[] normals = new double[COUNT];

    Quantiles(ElementwiseFlow flow) {
      this.flow = flow;
      for (int k = 0; k < COUNT; k++) normals[k] = StandardNormal.quantile((k + 0.5) / COUNT);
    }

    @Override
    double[][] points(Moments base, int step) {
      double[][] points = new double[base.size()][COUNT];
      for (int d = 0; d < points.length; d++) {
        ElementwiseFlow.Curve curve = flow.curve(d);
        double deviation = base.standardDeviation(step, d);
        for (int k = 0; k < COUNT; k++) {
          points[d][k] = curve.toData(base.mean(step, d) + deviation * normals[k]);
        }
      }
      return points;
    }
  }

  private static final class Draws extends FlowPoints {
    private final Tape tape;
    private final Value u;
    private final Value x;
    private final float[] normals;

    Draws(NormalizingFilter model, Randomness randomness) {
      int size = model.observationSize();
      tape = new Tape(model.parameters(), false);
      u = tape.input(COUNT, size);
      x = model.flow().toData(tape, u).value();
      normals = new float[COUNT * size];
      randomness.named("flow").normals(normals, 0, normals.length);
    }

    @Override
    double[][] points(Moments base, int step) {
      int size = base.size();
      double[][] covariance = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) covariance[i][j] = base.covariance(step, i, j);
      }
      Matrix factor = Covariance.of("S", Matrix.of(covariance)).factor();
      for (int k = 0; k < COUNT; k++) {
        for (int i = 0; i < size; i++) {
          double value = base.mean(step, i);
          for (int j = 0; j <= i; j++) value += factor.at(i, j) * normals[k * size + j];
          u.set(k, i, value);
        }
      }
      tape.forward();
      double[][] points = new double[size][COUNT];
      for (int k = 0; k < COUNT; k++) {
        for (int i = 0; i < size; i++) points[i][k] = x.get(k, i);
      }
      return points;
    }
  }
}
