package undercurrent.math;

/**
 * The normalised product of two Gaussians, element by element (Krishnan et al. 2017, MF-LR):
 *
 * <pre>
 *   v = a² b² / (a² + b²)      mean = (meanA b² + meanB a²) / (a² + b²)      a, b standard deviations
 * </pre>
 */
record GaussianProduct(Value meanA, Value sdA, Value meanB, Value sdB, Value meanOut, Value sdOut)
    implements Operation {
  @Override
  public void forward() {
    for (int i = 0; i < meanOut.size(); i++) {
      float a = sdA.data[sdA.offset + i];
      float b = sdB.data[sdB.offset + i];
      float sum = a * a + b * b;
      meanOut.data[meanOut.offset + i] =
          (meanA.data[meanA.offset + i] * (b * b) + meanB.data[meanB.offset + i] * (a * a)) / sum;
      sdOut.data[sdOut.offset + i] = a * b / (float) Math.sqrt(sum);
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < meanOut.size(); i++) {
      float a = sdA.data[sdA.offset + i];
      float b = sdB.data[sdB.offset + i];
      float sum = a * a + b * b;
      float dm = meanOut.grad[meanOut.offset + i];
      float ds = sdOut.grad[sdOut.offset + i];
      float difference = meanB.data[meanB.offset + i] - meanA.data[meanA.offset + i];
      float root = (float) Math.sqrt(sum);
      meanA.grad[meanA.offset + i] += dm * (b * b) / sum;
      meanB.grad[meanB.offset + i] += dm * (a * a) / sum;
      // ∂mean/∂a = 2ab²(meanB − meanA)/(a²+b²)²      ∂sd/∂a = b³/(a²+b²)^{3/2}
      sdA.grad[sdA.offset + i] +=
          dm * 2f * a * b * b * difference / (sum * sum) + ds * b * b * b / (sum * root);
      sdB.grad[sdB.offset + i] +=
          -dm * 2f * b * a * a * difference / (sum * sum) + ds * a * a * a / (sum * root);
    }
  }
}
