package undercurrent.training;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.Sequence;

/**
 * What a recording has room for of some sequences: each of them whole, or long ones in windows. A
 * window is seen with the steps before and after it, which do not count, so that the states and the
 * networks come to it as they come to the middle of a long sequence.
 */
final class Windows {
  /** Steps that count, at most. */
  private static final int COUNTED = 800;

  /** Steps on each side that are only seen; no model is trained on much longer pieces. */
  private static final int AROUND = 100;

  /** Where there is little room, one in so many steps is only seen on each side. */
  private static final int SHARE = 8;

  private final List<Sequence> sequences;
  private final List<Window> windows = new ArrayList<>();
  private int longest = 1;

  /**
   * A part of a sequence.
   *
   * @param sequence index
   * @param first the first step that is seen
   * @param from the first one that counts
   * @param to behind the last one that counts
   * @param end behind the last one that is seen
   */
  private record Window(int sequence, int first, int from, int to, int end) {}

  private Windows(List<Sequence> sequences) {
    this.sequences = sequences;
  }

  /** Each sequence whole. */
  static Windows whole(List<Sequence> sequences) {
    Windows whole = new Windows(sequences);
    for (int s = 0; s < sequences.size(); s++) {
      int steps = sequences.get(s).steps();
      whole.add(new Window(s, 0, 0, steps, steps));
    }
    return whole;
  }

  /**
   * Long sequences in windows whose lengths hardly differ.
   *
   * @param room steps of a window at most, with those that do not count
   */
  static Windows cut(List<Sequence> sequences, int room) {
    int around = Math.min(AROUND, room / SHARE);
    int counted = Math.clamp(room - 2L * around, 1, COUNTED);
    Windows cut = new Windows(sequences);
    for (int s = 0; s < sequences.size(); s++) {
      int steps = sequences.get(s).steps();
      int count = Math.ceilDiv(steps, counted);
      for (int i = 0; i < count; i++) {
        int from = (int) ((long) steps * i / count);
        int to = (int) ((long) steps * (i + 1) / count);
        cut.add(new Window(s, Math.max(0, from - around), from, to, Math.min(steps, to + around)));
      }
    }
    return cut;
  }

  private void add(Window window) {
    windows.add(window);
    longest = Math.max(longest, window.end() - window.first());
  }

  int count() {
    return windows.size();
  }

  /** Steps of the longest, with those that do not count. */
  int longest() {
    return longest;
  }

  /** Receives a part of a sequence, of which steps {@code from .. to-1} count. */
  @FunctionalInterface
  interface Taker {
    void take(Sequence part, int from, int to);
  }

  /** Gives a window as a sequence. */
  void give(int index, Taker taker) {
    Window w = windows.get(index);
    Sequence all = sequences.get(w.sequence());
    boolean isWhole = w.first() == 0 && w.end() == all.steps();
    Sequence part = isWhole ? all : all.part(w.first(), w.end());
    taker.take(part, w.from() - w.first(), w.to() - w.first());
  }
}
