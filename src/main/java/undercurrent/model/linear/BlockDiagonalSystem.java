package undercurrent.model.linear;

import java.util.List;

/** Independent systems combined into one with block-diagonal matrices. */
public final class BlockDiagonalSystem {
  private BlockDiagonalSystem() {}

  /** Block-diagonal matrices of systems of the same inputs; their log-likelihoods add up. */
  public static LinearSystem of(List<LinearSystem> systems) {
    if (systems.size() == 1) return systems.getFirst();
    LinearSystem joined =
        LinearSystem.of(
                blocks(systems, SystemPart.TRANSITION),
                blocks(systems, SystemPart.TRANSITION_NOISE),
                blocks(systems, SystemPart.EMISSION),
                blocks(systems, SystemPart.EMISSION_NOISE))
            .withInputs(
                below(systems, SystemPart.TRANSITION_INPUT),
                below(systems, SystemPart.EMISSION_INPUT))
            .with(SystemPart.TRANSITION_OFFSET, below(systems, SystemPart.TRANSITION_OFFSET))
            .with(SystemPart.EMISSION_OFFSET, below(systems, SystemPart.EMISSION_OFFSET));
    int n = joined.latentSize();
    double[][] covariance = square(blocks(systems, SystemPart.INITIAL_COVARIANCE).at(0), n);
    return joined.startingDiffuse(
        below(systems, SystemPart.INITIAL_MEAN).at(0), covariance, directions(systems, n));
  }

  private static double[][] directions(List<LinearSystem> systems, int n) {
    int columns = systems.stream().mapToInt(LinearSystem::diffuseSize).sum();
    double[][] a = new double[n][columns];
    int row = 0;
    int column = 0;
    for (LinearSystem system : systems) {
      int q = system.diffuseSize();
      for (int i = 0; i < system.latentSize(); i++) {
        System.arraycopy(system.diffuse(), i * q, a[row + i], column, q);
      }
      row += system.latentSize();
      column += q;
    }
    return a;
  }

  private static double[][] square(double[] flat, int n) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) System.arraycopy(flat, i * n, rows[i], 0, n);
    return rows;
  }

  /** One part of all along a diagonal. */
  private static Varying blocks(List<LinearSystem> systems, SystemPart part) {
    int rows = systems.stream().mapToInt(s -> s.part(part).rows()).sum();
    int columns = systems.stream().mapToInt(s -> s.part(part).columns()).sum();
    double[][] flat = new double[steps(systems, part)][rows * columns];
    for (int t = 0; t < flat.length; t++) {
      int row = 0;
      int column = 0;
      for (LinearSystem system : systems) {
        Varying one = system.part(part);
        for (int i = 0; i < one.rows(); i++) {
          System.arraycopy(
              one.at(t), i * one.columns(), flat[t], (row + i) * columns + column, one.columns());
        }
        row += one.rows();
        column += one.columns();
      }
    }
    return Varying.each(rows, columns, flat);
  }

  /** The same columns of all below each other. */
  private static Varying below(List<LinearSystem> systems, SystemPart part) {
    int rows = systems.stream().mapToInt(s -> s.part(part).rows()).sum();
    int columns = systems.getFirst().part(part).columns();
    double[][] flat = new double[steps(systems, part)][rows * columns];
    for (int t = 0; t < flat.length; t++) {
      int at = 0;
      for (LinearSystem system : systems) {
        double[] one = system.part(part).at(t);
        System.arraycopy(one, 0, flat[t], at, one.length);
        at += one.length;
      }
    }
    return Varying.each(rows, columns, flat);
  }

  /** As many as the shortest of those that vary. */
  private static int steps(List<LinearSystem> systems, SystemPart part) {
    return systems.stream()
        .map(s -> s.part(part))
        .filter(v -> !v.isConstant())
        .mapToInt(Varying::steps)
        .min()
        .orElse(1);
  }
}
