package undercurrent.math;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What is cleared before a run backwards: the gradients of all blocks, but for those that a product
 * sets, because it reads the whole block and no operation and no caller reaches it before.
 *
 * @param operations how many are recorded
 * @param seeded the values whose gradients the caller adds to
 * @param blocks what is cleared
 */
record Clearing(int operations, List<Value> seeded, List<Value> blocks) {
  /** Decides it, and tells the products among the operations. */
  static Clearing of(List<Operation> operations, List<Value> blocks, List<Value> seeded) {
    Set<float[]> reached = arrays(seeded);
    Set<float[]> all = arrays(blocks);
    Set<float[]> set = arrays(List.of());
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      List<Value> toward = toward(operation);
      if (operation instanceof Affine affine) {
        float[] grad = affine.a().grad;
        boolean sets =
            affine.a().size() == grad.length && all.contains(grad) && !reached.contains(grad);
        operations.set(i, affine.setting(sets));
        if (sets) set.add(grad);
      }
      for (Value value : toward) reached.add(value.grad);
    }
    List<Value> cleared = blocks.stream().filter(block -> !set.contains(block.grad)).toList();
    return new Clearing(operations.size(), List.copyOf(seeded), cleared);
  }

  private static Set<float[]> arrays(List<Value> values) {
    Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Value value : values) arrays.add(value.grad);
    return arrays;
  }

  void run() {
    for (int i = 0; i < blocks.size(); i++) Arrays.fill(blocks.get(i).grad, 0f);
  }

  /** The values whose gradients an operation changes, but for its outputs. */
  static List<Value> toward(Operation operation) {
    return switch (operation) {
      case Weight o -> List.of();
      case WeightGradient o -> List.of(o.w(), o.b());
      case Affine o -> List.of(o.a());
      case Activation o -> List.of(o.a());
      case Unary o -> List.of(o.a());
      case Binary o -> List.of(o.a().value(), o.b().value());
      case Gather o -> List.of(o.a());
      case Reduction o -> List.of(o.a());
      case Convolution o -> o.toward();
      case ConvolutionGradient o -> List.of(o.w(), o.b());
      case SmallMatrices o -> List.of(o.a.value(), o.b.value());
      case PairedPrediction o -> List.of(o.drift(), o.density(), o.state());
      case Blend o -> List.of(o.g(), o.a(), o.b());
      case GruCell o -> List.of(o.fromInput(), o.fromState(), o.before());
      case LstmCell o -> List.of(o.fromInput(), o.fromState(), o.before(), o.cellBefore());
      case RnnCell o -> List.of(o.fromInput(), o.fromState(), o.before());
      case Mean o -> o.parts();
      case Sampling o -> List.of(o.mean(), o.sd());
      case CombinerSteps o -> o.toward();
      case PathSteps o -> o.toward();
      case PlanePerceptron o -> List.of(o.x(), o.w1(), o.b1(), o.w2(), o.b2());
      case Selection o -> List.of(o.a());
      case Warp o -> List.of(o.displacement());
      case Roughness o -> List.of(o.field());
      case Repeat o -> List.of(o.row());
      case GaussianLogLikelihood o -> List.of(o.mean(), o.sd().row());
      case BernoulliLogLikelihood o -> List.of(o.logit());
      case CategoricalLogLikelihood o -> List.of(o.logit());
      case NadeLogLikelihood o -> o.layers().toward();
      case NadeProbabilities o -> List.of();
      case GaussianKl o -> List.of(o.qMean(), o.qSd(), o.pMean(), o.pSd());
      case GaussianProduct o -> List.of(o.meanA(), o.sdA(), o.meanB(), o.sdB());
      case KalmanModesStep o -> o.toward();
    };
  }
}
