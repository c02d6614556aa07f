package undercurrent.model.dynamical;

import java.util.Arrays;
import undercurrent.math.Lstm;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;
import undercurrent.model.Rollout;
import undercurrent.model.deep.RecordedEmission;

/** The generative half of a VRNN; a state is zₜ, hₜ and the cell of hₜ. */
final class VrnnRollout implements Rollout {
  private final int rows;
  private final int size;
  private final int latentSize;
  private final int units;
  private final Tape memoryTape;
  private final Value input;
  private final Lstm.Stepwise memory;
  private final Tape priorTape;
  private final Value priorInput;
  private final Normal prior;
  private final RecordedEmission emission;
  private final float[] read;

  VrnnRollout(Vrnn model, int rows) {
    this.rows = rows;
    size = model.observationSize();
    latentSize = model.latentSize();
    units = model.units();
    memoryTape = new Tape(model.parameters(), false);
    input = memoryTape.input(rows, 2 * size + latentSize);
    Value active = memoryTape.input(rows, 1);
    Arrays.fill(active.data(), 1f);
    memory = model.memory().stepwise(memoryTape, input, active, 1);
    memory.record(0);
    priorTape = new Tape(model.parameters(), false);
    priorInput = priorTape.input(rows, units);
    prior = model.prior().record(priorTape, priorInput);
    emission =
        new RecordedEmission(model.parameters(), model.emission(), rows, latentSize + units, size);
    read = new float[rows * (latentSize + units)];
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int latentSize() {
    return latentSize;
  }

  @Override
  public int stateSize() {
    return latentSize + 2 * units;
  }

  @Override
  public boolean readsObservations() {
    return true;
  }

  @Override
  public void start(Step first, float[] noise, float[] state) {
    Arrays.fill(state, 0f);
    draw(noise, state);
  }

  @Override
  public void step(Step next, float[] noise, float[] state) {
    boolean shared = next.before().length == size;
    for (int row = 0; row < rows; row++) {
      int at = row * stateSize();
      int from = shared ? 0 : row * size;
      for (int d = 0; d < size; d++) {
        float m = next.mask()[from + d];
        input.set(row, d, next.before()[from + d] * m);
        input.set(row, size + d, m);
      }
      place(state, at, input, row, 2 * size, latentSize);
      place(state, at + latentSize, memory.before(), row, 0, units);
      place(state, at + latentSize + units, memory.cellBefore(), row, 0, units);
    }
    memoryTape.forward();
    for (int row = 0; row < rows; row++) {
      int at = row * stateSize() + latentSize;
      VrnnPosterior.copyRow(memory.after(), row, state, at);
      VrnnPosterior.copyRow(memory.cellAfter(), row, state, at + units);
    }
    draw(noise, state);
  }

  /** zₜ ~ p(zₜ|hₜ). */
  private void draw(float[] noise, float[] state) {
    for (int row = 0; row < rows; row++) {
      place(state, row * stateSize() + latentSize, priorInput, row, 0, units);
    }
    priorTape.forward();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < latentSize; i++) {
        state[row * stateSize() + i] =
            prior.mean().get(row, i) + prior.sd().get(row, i) * noise[row * latentSize + i];
      }
    }
  }

  private static void place(float[] from, int at, Value to, int row, int column, int count) {
    System.arraycopy(from, at, to.data(), to.offset() + row * to.columns() + column, count);
  }

  @Override
  public EmittedRows emit(float[] state) {
    int width = latentSize + units;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(state, row * stateSize(), read, row * width, width);
    }
    return emission.emit(read);
  }
}
