package undercurrent.model.kvae;

import java.util.function.IntPredicate;
import undercurrent.series.Sequence;

/** The frame that a decoder displaces: the first one of a sequence with something observed. */
public final class ReferenceFrame {
  private ReferenceFrame() {}

  /** The step that it is; 0 where nothing is observed. */
  static int step(Sequence sequence) {
    return Math.max(0, step(sequence, t -> true));
  }

  private static int step(Sequence sequence, IntPredicate isSeen) {
    for (int t = 0; t < sequence.steps(); t++) {
      if (isSeen.test(t) && sequence.observedAt(t) > 0) return t;
    }
    return -1;
  }

  /** Its numbers, 0 where missing, {@code [D]}; none for a model that displaces nothing. */
  public static float[] of(KalmanVae model, Sequence sequence) {
    return of(model, sequence, t -> true);
  }

  /**
   * The same of a sequence of which only some steps may be looked at.
   *
   * @param isSeen of each step whether it may be looked at
   */
  public static float[] of(KalmanVae model, Sequence sequence, IntPredicate isSeen) {
    int size = model.referenceSize();
    float[] frame = new float[size];
    if (size == 0) return frame;
    int step = step(sequence, isSeen);
    for (int d = 0; d < size && step >= 0; d++) {
      frame[d] = sequence.values()[step * size + d] * sequence.mask()[step * size + d];
    }
    return frame;
  }

  /**
   * Encodings, each with a frame behind it, as an emission reads them.
   *
   * @param encodings {@code [rows × m]}
   * @param frame {@code [D]} or none
   * @return {@code [rows × (m + D)]}
   */
  public static float[] behind(float[] encodings, int m, float[] frame) {
    if (frame.length == 0) return encodings;
    int width = m + frame.length;
    float[] all = new float[encodings.length / m * width];
    for (int row = 0; row * m < encodings.length; row++) {
      System.arraycopy(encodings, row * m, all, row * width, m);
      System.arraycopy(frame, 0, all, row * width + m, frame.length);
    }
    return all;
  }
}
