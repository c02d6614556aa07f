package undercurrent.math;

import java.util.List;

/** A tape with every general operation on it, replayed in both directions. */
public final class VocabularyReplay {
  private static final int ROWS = 70;
  private static final int SIZE = 3;
  private final Tape tape;
  private final Value last;
  private final Randomness random = Randomness.of(1);

  public VocabularyReplay() {
    Parameters parameters = new Parameters();
    Parameters.Entry matrices = parameters.add("matrices", ROWS, SIZE * SIZE);
    Parameters.Entry nades = parameters.add("nade", 2, SIZE * SIZE);
    Parameters.Entry frames = parameters.add("frames", 2 * 64, 2);
    FrameGeometry g = new FrameGeometry(8, 8, 3, 2, 1);
    ConvolutionLayer down = ConvolutionLayer.plain(parameters, "down", g, 2, 20, random);
    ConvolutionLayer up = ConvolutionLayer.transposed(parameters, "up", g, 20, 2, random);
    Initial.uniform(parameters, matrices, 1, random);
    Initial.uniform(parameters, frames, 1, random);
    Initial.uniform(parameters, nades, 1, random);
    tape = new Tape(parameters);
    Value a = tape.parameter(matrices);
    Value square = tape.smallProduct(a, false, a, true, SIZE, SIZE, SIZE);
    Value identity = tape.input(1, SIZE * SIZE);
    for (int i = 0; i < SIZE; i++) identity.data[i * SIZE + i] = 1f;
    Value l = tape.cholesky(tape.add(square, identity), SIZE);
    Value solved = tape.solveUpper(l, tape.solveLower(l, a, SIZE, SIZE), SIZE, SIZE);
    Value positive = tape.add(tape.square(solved), tape.constant(1));
    Value functions =
        tape.join(
            List.of(
                tape.log(tape.exp(tape.negate(solved))),
                tape.sqrt(positive),
                tape.sin(positive),
                tape.logGamma(positive)));
    Value chosen = tape.gather(tape.dropout(functions, 0.1), new int[] {1, 0, 5, 3});
    Value soft = tape.multiply(tape.softmax(chosen), tape.logSumExp(chosen));
    Value few = tape.divide(tape.columns(soft, 1, 2), tape.constant(2));
    Value image = up.record(tape, down.recordRelu(tape, tape.select(tape.parameter(frames), 1, 0)));
    Value field = tape.parameter(frames).reshape(2, 128);
    Value warped = tape.warp(8, 8, tape.input(2, 64), field);
    Value moved = tape.add(tape.rowSum(warped), tape.roughness(8, 8, field));
    Value sum = tape.subtract(tape.rowSum(image), tape.product(image, tape.columnSum(few, 2)));
    Value codes = tape.input(ROWS, 2);
    Value seen = tape.input(ROWS, 2);
    java.util.Arrays.fill(seen.data, 1f);
    for (int i = 0; i < codes.size(); i++) codes.data[i] = i % 2;
    Value classes = tape.categoricalLogLikelihood(codes, seen, a, 0, 4, 9);
    Value v = tape.parameter(nades);
    Value rows = tape.nadeLogLikelihood(codes, seen, a, v, tape.columns(v.rows(0, 1), 0, 2), v);
    last =
        tape.add(
            tape.add(tape.columnSum(tape.rowSum(sum), 1), tape.columnSum(moved, 1)),
            tape.columnSum(tape.add(classes, rows), 1));
  }

  /** Once forwards and backwards. */
  public void run() {
    tape.drawDropouts(random);
    tape.forward();
    tape.clearGradients(List.of(last));
    last.grad[last.offset] = 1f;
    tape.backward();
  }
}
