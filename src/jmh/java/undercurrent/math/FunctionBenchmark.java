package undercurrent.math;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Element-wise functions over 4096 numbers, with vectors and in the scalar twin. */
public class FunctionBenchmark extends KernelBenchmark {
  private static final int SIZE = 4096;

  @Param({"RELU", "TANH", "SIGMOID", "SOFTPLUS"})
  public String function = "TANH";

  @Param({"false", "true"})
  public boolean scalar;

  private Activation.Kind kind = Activation.Kind.TANH;
  private final float[] x = new float[SIZE];
  private final float[] y = new float[SIZE];

  @Setup
  public void draw() {
    kind = Activation.Kind.valueOf(function);
    Randomness.of(1).normals(x, 0, SIZE);
    // Vectors are kept for another thread, so this one is left with the scalar loop.
    Lanes.alone(scalar ? new Thread() : null);
  }

  @Benchmark
  public float[] apply() {
    Activation.apply(kind, x, 0, y, 0, SIZE);
    return y;
  }
}
