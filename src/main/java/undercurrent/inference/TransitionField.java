package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The mean of a transition on a grid around the states of an estimate, and where it stands still.
 *
 * @param from states of the grid, {@code [N][Z]} with Z of 1 or 2, in rows along the first one
 * @param to where they are one time step later, {@code [N][Z]}
 */
public record TransitionField(double[][] from, double[][] to, List<FixedPoint> fixedPoints) {
  private static final int ACROSS = 15;
  private static final int ALONG = 61;
  private static final double ROOM = 0.15;
  private static final int STARTS = 9;
  private static final int ITERATIONS = 25;
  private static final double STEP = 1e-2;
  private static final double NEAR = 1e-4;
  private static final double SAME = 1e-2;
  private static final double DONE = 1e-7;
  private static final double NEUTRAL = 2e-3;

  public TransitionField {
    fixedPoints = List.copyOf(fixedPoints);
  }

  /**
   * A state that the mean of the transition leaves where it is.
   *
   * @param growth by which a small distance from it changes in one time step, in the worst
   *     direction: the largest absolute eigenvalue of the Jacobian
   */
  public record FixedPoint(double[] at, double growth) {
    /** Whether states near it come nearer. */
    public boolean isStable() {
      return growth < 1 - NEUTRAL;
    }

    /** Whether some states near it move away. */
    public boolean isUnstable() {
      return growth > 1 + NEUTRAL;
    }
  }

  /** Around the means of an estimate; nothing of more than two dimensions, or of no movement. */
  public static Optional<TransitionField> of(TransitionMap map, Estimate estimate) {
    double[][] means =
        Arrays.stream(estimate.latent().mean().all())
            .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    if (means.length < 2 || means[0].length < 1 || means[0].length > 2) return Optional.empty();
    int size = means[0].length;
    double[] low = new double[size];
    double[] span = new double[size];
    for (int d = 0; d < size; d++) {
      int place = d;
      double least = Arrays.stream(means).mapToDouble(row -> row[place]).min().orElseThrow();
      double most = Arrays.stream(means).mapToDouble(row -> row[place]).max().orElseThrow();
      double range = most - least;
      if (!(range > 1e-9 * Math.max(1, Math.abs(most)))) return Optional.empty();
      low[d] = least - ROOM * range;
      span[d] = (1 + 2 * ROOM) * range;
    }
    double[][] from = grid(low, span);
    double[][] to = map.after(from);
    return Optional.of(
        new TransitionField(from, to, new Search(map, low, span).fixedPoints(from, to)));
  }

  private static double[][] grid(double[] low, double[] span) {
    int size = low.length;
    int count = size == 1 ? ALONG : ACROSS;
    int rows = size == 1 ? 1 : ACROSS;
    double[][] grid = new double[count * rows][size];
    for (int i = 0; i < grid.length; i++) {
      int row = i / count;
      grid[i][0] = low[0] + span[0] * (i % count) / (count - 1);
      if (size > 1) grid[i][1] = low[1] + span[1] * row / (rows - 1);
    }
    return grid;
  }

  /** Newton's method from the points of the grid that move least. */
  private record Search(TransitionMap map, double[] low, double[] span) {
    List<FixedPoint> fixedPoints(double[][] from, double[][] to) {
      Integer[] order = new Integer[from.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(moved(from[a], to[a]), moved(from[b], to[b])));
      List<double[]> starts = new ArrayList<>();
      for (int i : order) {
        boolean isApart = starts.stream().allMatch(s -> moved(s, from[i]) > 0.2);
        if (isApart && starts.size() < STARTS) starts.add(from[i].clone());
      }
      return apart(newton(starts));
    }

    private List<FixedPoint> apart(List<FixedPoint> all) {
      List<FixedPoint> found = new ArrayList<>();
      for (FixedPoint point : all) {
        if (found.stream().allMatch(f -> moved(f.at(), point.at()) > SAME)) found.add(point);
      }
      return found;
    }

    /** A distance as a share of the grid. */
    private double moved(double[] a, double[] b) {
      double sum = 0;
      for (int d = 0; d < a.length; d++) sum += Math.pow((b[d] - a[d]) / span[d], 2);
      return Math.sqrt(sum);
    }

    /** All of them at once, because a map takes many states as fast as one. */
    private List<FixedPoint> newton(List<double[]> starts) {
      List<double[]> states = starts;
      for (int i = 0; i < ITERATIONS && !states.isEmpty(); i++) {
        double[][] after = map.after(around(states));
        List<double[]> next = new ArrayList<>();
        double most = 0;
        for (int k = 0; k < states.size(); k++) {
          double[] z = states.get(k);
          double[] step = solve(jacobian(after, k, z.length), z, after[k * places(z)]);
          double[] moved = z.clone();
          for (int d = 0; d < z.length; d++) moved[d] += step[d];
          if (!isInside(moved)) continue;
          most = Math.max(most, moved(z, moved));
          next.add(moved);
        }
        states = next;
        if (most < DONE) break;
      }
      List<FixedPoint> found = new ArrayList<>();
      if (states.isEmpty()) return found;
      double[][] after = map.after(around(states));
      for (int k = 0; k < states.size(); k++) {
        double[] z = states.get(k);
        if (moved(z, after[k * places(z)]) > NEAR) continue;
        found.add(new FixedPoint(z, growth(jacobian(after, k, z.length))));
      }
      return found;
    }

    /** Each state, and a state on both sides of it along each dimension. */
    private double[][] around(List<double[]> states) {
      List<double[]> all = new ArrayList<>();
      for (double[] z : states) {
        all.add(z);
        for (int d = 0; d < z.length; d++) {
          for (int side = -1; side <= 1; side += 2) {
            double[] beside = z.clone();
            beside[d] += side * STEP * span[d];
            all.add(beside);
          }
        }
      }
      return all.toArray(double[][]::new);
    }

    private static int places(double[] z) {
      return 1 + 2 * z.length;
    }

    private boolean isInside(double[] z) {
      for (int d = 0; d < z.length; d++) {
        double share = (z[d] - low[d]) / span[d];
        if (!(share > -0.1 && share < 1.1)) return false;
      }
      return true;
    }

    /** Of state k, from where the states around it lead. */
    private double[][] jacobian(double[][] after, int k, int n) {
      double[][] jacobian = new double[n][n];
      int at = k * (1 + 2 * n);
      for (int d = 0; d < n; d++) {
        for (int i = 0; i < n; i++) {
          double difference = after[at + 2 + 2 * d][i] - after[at + 1 + 2 * d][i];
          jacobian[i][d] = difference / (2 * STEP * span[d]);
        }
      }
      return jacobian;
    }

    /** (I − J) step = after − z; NaN where that has no one solution. */
    private static double[] solve(double[][] j, double[] z, double[] after) {
      double a = 1 - j[0][0];
      if (z.length == 1)
        return new double[] {Math.abs(a) < NEAR ? Double.NaN : (after[0] - z[0]) / a};
      double b = -j[0][1];
      double c = -j[1][0];
      double d = 1 - j[1][1];
      double det = a * d - b * c;
      if (Math.abs(det) < NEAR) return new double[] {Double.NaN, Double.NaN};
      double x = after[0] - z[0];
      double y = after[1] - z[1];
      return new double[] {(d * x - b * y) / det, (a * y - c * x) / det};
    }

    private static double growth(double[][] j) {
      if (j.length == 1) return Math.abs(j[0][0]);
      double half = (j[0][0] + j[1][1]) / 2;
      double det = j[0][0] * j[1][1] - j[0][1] * j[1][0];
      double root = half * half - det;
      return root < 0 ? Math.sqrt(det) : Math.abs(half) + Math.sqrt(root);
    }
  }
}
