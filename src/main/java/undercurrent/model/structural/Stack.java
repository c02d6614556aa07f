package undercurrent.model.structural;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/** Blocks along the diagonals of F, Q and P1 and side by side in H, A and D. */
final class Stack {
  private Stack() {}

  /** The linear system of the blocks, with R [1][1]. */
  static LinearSystem of(List<Block> blocks, double irregular) {
    int n = blocks.stream().mapToInt(Block::size).sum();
    int diffuse = blocks.stream().mapToInt(Block::diffuseSize).sum();
    int inputs = blocks.stream().mapToInt(block -> block.effects().length).sum();
    if (n == 0) {
      throw new IllegalArgumentException(ModelWords.of("stack.noState"));
    }
    double[][] transition = new double[n][n];
    double[][] noise = new double[n][n];
    double[][] covariance = new double[n][n];
    double[][] directions = new double[n][diffuse];
    double[] effects = new double[inputs];
    double offset = 0;
    int at = 0;
    int column = 0;
    int input = 0;
    for (Block block : blocks) {
      copy(block.transition(), transition, at, at);
      copy(block.noise(), noise, at, at);
      copy(block.covariance(), covariance, at, at);
      copy(block.directions(), directions, at, column);
      System.arraycopy(block.effects(), 0, effects, input, block.effects().length);
      offset += block.offset();
      at += block.size();
      column += block.diffuseSize();
      input += block.effects().length;
    }
    return LinearSystem.of(
            Varying.constant(transition),
            Varying.constant(noise),
            emission(blocks, n),
            Varying.constant(1, 1, irregular))
        .withInputs(
            Varying.constant(n, inputs, new double[n * inputs]),
            Varying.constant(1, inputs, effects))
        .with(SystemPart.EMISSION_OFFSET, Varying.constant(1, 1, offset))
        .startingDiffuse(new double[n], covariance, directions);
  }

  private static void copy(double[][] from, double[][] to, int row, int column) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(from[i], 0, to[row + i], column, from[i].length);
    }
  }

  /** H, one for all steps, or as many as the shortest of those that vary. */
  private static Varying emission(List<Block> blocks, int n) {
    int steps =
        blocks.stream()
            .map(Block::emission)
            .filter(emission -> !emission.isConstant())
            .mapToInt(Varying::steps)
            .min()
            .orElse(1);
    double[][] rows = new double[steps][n];
    for (int t = 0; t < steps; t++) {
      int at = 0;
      for (Block block : blocks) {
        System.arraycopy(block.emission().at(t), 0, rows[t], at, block.size());
        at += block.size();
      }
    }
    return Varying.each(1, n, rows);
  }
}
