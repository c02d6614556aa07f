package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** Numbers of known equations on a tape. */
public final class Constants {
  private Constants() {}

  /** One row, to be combined with many. */
  public static Value row(Tape tape, double... numbers) {
    Value row = tape.input(1, numbers.length);
    for (int i = 0; i < numbers.length; i++) row.set(0, i, numbers[i]);
    return row;
  }

  /** The same row many times, as a value that a gradient may flow to. */
  static Value rows(Tape tape, int rows, double... numbers) {
    Value all = tape.block(rows, numbers.length);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < numbers.length; i++) all.set(row, i, numbers[i]);
    }
    return all;
  }
}
