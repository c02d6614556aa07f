package undercurrent.model.kvae;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.FrameGeometry;
import undercurrent.model.ModelWords;
import undercurrent.series.FrameShape;

/**
 * The sizes of frames on the way down to a small one and up again: each layer halves the sides,
 * until the shorter one is at most {@value #SMALL} pixels long.
 *
 * @param down of the convolutions of the encoder, 3 × 3 with stride 2, from the observed frame on
 * @param up of the transposed convolutions of the decoder, 4 × 4 with stride 2, in the order in
 *     which they are applied: the last one gives the observed frame
 */
record FrameLevels(List<FrameGeometry> down, List<FrameGeometry> up) {
  private static final int SMALL = 6;

  /** The shortest side that can be halved, and halved again. */
  static final int SHORTEST = 4;

  /**
   * For frames of a shape.
   *
   * @throws IllegalArgumentException one sentence, when a side is too short
   */
  static FrameLevels of(FrameShape shape) {
    if (!fits(shape)) {
      throw new IllegalArgumentException(
          ModelWords.of("frameLevels.tooSmall", shape.words(), SHORTEST));
    }
    List<FrameGeometry> down = new ArrayList<>();
    List<FrameGeometry> up = new ArrayList<>();
    FrameGeometry below = new FrameGeometry(shape.height(), shape.width(), 3, 2, 1);
    FrameGeometry above = new FrameGeometry(shape.height(), shape.width(), 4, 2, 1);
    down.add(below);
    up.add(above);
    while (Math.min(above.smallHeight(), above.smallWidth()) > SMALL) {
      below = new FrameGeometry(below.smallHeight(), below.smallWidth(), 3, 2, 1);
      above = new FrameGeometry(above.smallHeight(), above.smallWidth(), 4, 2, 1);
      down.add(below);
      up.addFirst(above);
    }
    return new FrameLevels(List.copyOf(down), List.copyOf(up));
  }

  static boolean fits(FrameShape shape) {
    return Math.min(shape.height(), shape.width()) >= SHORTEST;
  }

  int count() {
    return down.size();
  }

  /**
   * The channels of the frames after one halving of the encoder, and before one doubling of the
   * decoder: twice as many each time, up to four times as many as at first.
   *
   * @param level 1 … {@link #count}
   */
  static int filters(int first, int level) {
    return first << Math.min(level - 1, 2);
  }
}
