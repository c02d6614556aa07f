package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clips of frames as a reader found them.
 *
 * @param kind of all pixels
 * @param clips each {@code [T][D]}
 * @param times of each clip {@code [T]}; empty when frames are counted
 * @param isGrey false when it has colours that could be turned to grey
 * @param notes what was changed or left out, a sentence each
 */
record Film(
    FrameShape shape,
    Channel.Kind kind,
    List<float[][]> clips,
    List<double[]> times,
    boolean isGrey,
    List<String> notes) {
  private static final int FEWEST = 3;
  static final List<String> COLOURS = List.of("red", "green", "blue");

  /** Makes the set of a file. */
  SeriesSet set(String file, Optional<Split> chosen, List<String> said) {
    int longest = clips.stream().mapToInt(c -> c.length).max().orElse(0);
    if (longest < FEWEST) {
      throw SeriesException.in(
          file, SeriesWords.of("film.tooShort", NumberWords.count(longest, "frame"), FEWEST));
    }
    Split split =
        chosen.orElseGet(
            () -> {
              Split usual = Splits.chosen(clips.size());
              said.add(SetBuilder.splitNote(usual));
              return usual;
            });
    String name = SetBuilder.withoutEnding(file);
    List<Series> series = new ArrayList<>(clips.size());
    for (int s = 0; s < clips.size(); s++) {
      double[] own = times.isEmpty() ? counted(clips.get(s).length) : times.get(s);
      String called = clips.size() == 1 ? name : Integer.toString(s + 1);
      series.add(new Series(called, own, new FloatRows(clips.get(s))));
    }
    TimeAxis axis =
        times.isEmpty()
            ? new TimeAxis(TimeAxis.COUNTED, "", false, true)
            : TimeAxis.of("time", "s", false, 0, StampForm.ISO, series);
    List<Channel> channels = channels(shape, kind, "", Channel.Role.OBSERVED);
    return new SeriesSet(name, channels, axis, series, split, Optional.of(shape));
  }

  static double[] counted(int frames) {
    double[] times = new double[frames];
    for (int t = 0; t < frames; t++) times[t] = t;
    return times;
  }

  /**
   * The pixels of a frame as channels: "r3 c5" is that of the third row and the fifth column.
   *
   * @param suffix of their names
   */
  static List<Channel> channels(
      FrameShape shape, Channel.Kind kind, String suffix, Channel.Role role) {
    Channel[] all = new Channel[shape.size()];
    for (int d = 0; d < all.length; d++) {
      all[d] = new Channel(shape.name(shape.place(d)) + suffix, "", kind, role);
    }
    return List.of(all);
  }
}
