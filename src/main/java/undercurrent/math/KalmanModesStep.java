package undercurrent.math;

import java.util.List;

/**
 * One step of {@link KalmanModes}, for all rows.
 *
 * @param weights {@code [R × K]}
 * @param y {@code [R × m]}
 * @param u {@code [R × U]}
 * @param seen {@code [R × 1]}
 * @param logDensity of each number, {@code [R × m]}
 * @param read y or what is expected of it, {@code [R × m]}
 * @param conditionalMean of each number, {@code [R × m]}
 * @param conditionalSd of each number, {@code [R × m]}
 */
record KalmanModesStep(
    KalmanModes filter,
    KalmanModesArithmetic arithmetic,
    int t,
    boolean isLast,
    Value weights,
    Value y,
    Value u,
    Value seen,
    Value logDensity,
    Value read,
    Value conditionalMean,
    Value conditionalSd)
    implements Operation {
  /** The values whose gradients change. */
  List<Value> toward() {
    KalmanModes.Matrices m = filter.matrices;
    return List.of(
        weights,
        y,
        m.transition(),
        m.emission(),
        m.input(),
        m.stateNoise(),
        m.noise(),
        m.firstVariance());
  }

  @Override
  public void forward() {
    for (int row = 0; row < filter.rows; row++) {
      arithmetic.mix(weights, row);
      arithmetic.predict(t, row, u);
      if (isSeen(row)) arithmetic.update(t, row, this);
      else arithmetic.skip(t, row, this);
    }
  }

  private boolean isSeen(int row) {
    return seen.data[seen.offset + row] != 0f;
  }

  @Override
  public void backward() {
    if (isLast) arithmetic.clearGradients();
    for (int row = 0; row < filter.rows; row++) {
      arithmetic.mix(weights, row);
      arithmetic.clearMixed();
      if (isSeen(row)) arithmetic.updateBackward(t, row, this);
      else arithmetic.skipBackward(t, row, read);
      arithmetic.predictBackward(t, row, u);
      arithmetic.mixBackward(weights, row);
    }
  }
}
