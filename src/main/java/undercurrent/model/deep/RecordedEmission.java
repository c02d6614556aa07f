package undercurrent.model.deep;

import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;

/** An emission on a tape of its own, for a number of rows. */
public final class RecordedEmission implements EmittedRows {
  private final Tape tape;
  private final Value input;
  private final EmissionDensity density;
  private final Normal moments;
  private final float[] mean;
  private final float[] sd;

  /**
   * @param inputs what the emission reads of each row
   * @param size D
   */
  public RecordedEmission(
      Parameters parameters, Emission emission, int rows, int inputs, int size) {
    tape = new Tape(parameters, false);
    input = tape.input(rows, inputs);
    density = emission.record(tape, input);
    moments = density.moments(tape);
    mean = new float[rows * size];
    sd = new float[rows * size];
  }

  /**
   * Evaluates it.
   *
   * @param from has what the emission reads, row after row
   */
  public EmittedRows emit(float[] from) {
    System.arraycopy(from, 0, input.data(), 0, input.size());
    tape.forward();
    copyRepeated(moments.mean(), mean);
    copyRepeated(moments.sd(), sd);
    return this;
  }

  private static void copyRepeated(Value from, float[] to) {
    int size = from.size();
    for (int i = 0; i < to.length; i += size) {
      System.arraycopy(from.data(), from.offset(), to, i, size);
    }
  }

  @Override
  public float[] mean() {
    return mean;
  }

  @Override
  public float[] sd() {
    return sd;
  }

  @Override
  public boolean isOfCategories() {
    return density.isOfCategories();
  }

  @Override
  public double logDensity(int row, float[] x, float[] mask, int at) {
    return density.logDensity(row, x, mask, at);
  }

  @Override
  public void logDensities(float[] x, float[] mask, int at, double[] out) {
    density.logDensities(x, mask, at, out);
  }

  @Override
  public double draw(int row, int channel, double noise) {
    return density.draw(row, channel, noise);
  }

  @Override
  public void draw(int row, double[] noise, double[] out) {
    density.draw(row, noise, out);
  }

  @Override
  public double shown(int row, int channel, double noise) {
    return density.shown(row, channel, noise);
  }

  @Override
  public void shown(int row, double[] noise, double[] out) {
    density.shown(row, noise, out);
  }
}
