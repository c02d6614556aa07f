package undercurrent.model.kvae;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.math.Lstm;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** One step of {@link Mixing} for a number of rows, whose memory the caller keeps. */
final class MixingStep {
  private final Tape tape;
  private final Value read;
  private final Optional<Lstm.Stepwise> memory;
  private final Value weights;

  MixingStep(KalmanVae model, int rows) {
    tape = new Tape(model.parameters(), false);
    read = tape.input(rows, model.latentSize());
    Value active = tape.input(rows, 1);
    Arrays.fill(active.data(), 1f);
    Optional<Mixing.Steps> steps = model.mixing().map(m -> m.steps(tape, 1, rows, active));
    memory = steps.map(Mixing.Steps::memory);
    weights = steps.map(s -> s.record(0, read)).orElse(active);
  }

  /** How many numbers the memory of a row has: h and c of the recurrent layer. */
  static int memorySize(KalmanVae model) {
    return model.mixing().map(m -> 2 * m.units()).orElse(0);
  }

  /** Sets what a row reads, aₜ₋₁, and its memory, from places of an array on. */
  void put(int row, float[] from, int readAt, int memoryAt) {
    int size = read.columns();
    System.arraycopy(from, readAt, read.data(), row * size, size);
    memory.ifPresent(
        layer -> {
          Lstm.States before = layer.before();
          int units = before.h().columns();
          System.arraycopy(from, memoryAt, before.h().data(), at(before.h(), row), units);
          System.arraycopy(from, memoryAt + units, before.c().data(), at(before.c(), row), units);
        });
  }

  private static int at(Value value, int row) {
    return value.offset() + row * value.columns();
  }

  void forward() {
    tape.forward();
  }

  /** αₜ of a row after {@link #forward}. */
  double[] weights(int row) {
    return weights.row(row);
  }

  /** The memory of a row after {@link #forward}. */
  void memory(int row, float[] to, int at) {
    memory.ifPresent(
        layer -> {
          Lstm.States after = layer.after();
          int units = after.h().columns();
          System.arraycopy(after.h().data(), at(after.h(), row), to, at, units);
          System.arraycopy(after.c().data(), at(after.c(), row), to, at + units, units);
        });
  }
}
