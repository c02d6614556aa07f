package undercurrent.series;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The frame that the observed channels of a film are together: {@code height × width} pixels with
 * {@code channels} numbers each. A place is {@code (row · width + column) · channels + channel},
 * with row 0 at the top. Of a field on a grid, cells of land have no channel.
 *
 * @param height in pixels
 * @param width in pixels
 * @param channels numbers a pixel: 1, or 3 for red, green and blue
 * @param places of the D observed channels of the set, in their order; empty when D = height ·
 *     width · channels and each channel stands at its own place
 * @param grid where the pixels lie on the Earth; empty when they are those of a picture
 */
public record FrameShape(
    int height, int width, int channels, List<Integer> places, Optional<FrameGrid> grid)
    implements Shape {
  private static final int LARGEST = 1 << 24;

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException one sentence, when they do not
   */
  public FrameShape {
    places = List.copyOf(places);
    if (height < 1 || width < 1 || channels < 1) throw wrong("noPixels");
    if ((double) height * width * channels > LARGEST) throw wrong("tooLarge");
    int count = height * width * channels;
    boolean isInside = places.stream().allMatch(place -> place >= 0 && place < count);
    if (!isInside || new HashSet<>(places).size() < places.size()) {
      throw wrong("places");
    }
    if (grid.isPresent()
        && (grid.get().latitudes().size() != height || grid.get().longitudes().size() != width)) {
      throw wrong("coordinates");
    }
  }

  /** A whole picture. */
  public FrameShape(int height, int width, int channels) {
    this(height, width, channels, List.of(), Optional.empty());
  }

  private static IllegalArgumentException wrong(String key) {
    return new IllegalArgumentException(SeriesWords.of("frameShape." + key));
  }

  /** D, how many of the places have a channel. */
  @Override
  public int size() {
    return places.isEmpty() ? placeCount() : places.size();
  }

  /** height · width · channels. */
  public int placeCount() {
    return height * width * channels;
  }

  /** The place of one observed channel. */
  public int place(int observed) {
    return places.isEmpty() ? observed : places.get(observed);
  }

  /** Which of the numbers of its pixel an observed channel is: 0, or with colours 0, 1 or 2. */
  public int component(int observed) {
    return place(observed) % channels;
  }

  /** The place of each observed channel, {@code [D]}. */
  public int[] observedPlaces() {
    return IntStream.range(0, size()).map(this::place).toArray();
  }

  /**
   * Where the numbers of a frame are found in a row of D values and then their D masks, when each
   * pixel of the frame holds its values and behind them its masks.
   *
   * @return {@code [height · width · 2 · channels]}, −1 where there is no channel
   */
  public int[] columnsWithMasks() {
    int[] columns = new int[2 * placeCount()];
    Arrays.fill(columns, -1);
    for (int d = 0; d < size(); d++) {
      int to = place(d) / channels * 2 * channels + component(d);
      columns[to] = d;
      columns[to + channels] = size() + d;
    }
    return columns;
  }

  /**
   * The means over the frame of each of the numbers that a pixel holds, 0 without one.
   *
   * @param values of the observed channels, {@code [D]}
   * @return {@code [channels]}
   */
  public double[] means(double... values) {
    double[] means = new double[channels];
    int[] count = new int[channels];
    for (int d = 0; d < values.length; d++) {
      means[component(d)] += values[d];
      count[component(d)]++;
    }
    for (int c = 0; c < channels; c++) means[c] /= Math.max(1, count[c]);
    return means;
  }

  /**
   * The values of the observed channels at their places.
   *
   * @param values {@code [D]}
   * @return {@code [height · width · channels]}, NaN where there is no channel
   */
  public double[] frame(double[] values) {
    if (places.isEmpty()) return values.clone();
    double[] frame = new double[placeCount()];
    Arrays.fill(frame, Double.NaN);
    for (int i = 0; i < values.length; i++) frame[places.get(i)] = values[i];
    return frame;
  }

  /** Which places have a channel, {@code [height · width · channels]}. */
  public boolean[] mask() {
    boolean[] mask = new boolean[placeCount()];
    for (int i = 0; i < size(); i++) mask[place(i)] = true;
    return mask;
  }

  /** What a place is called: "r3 c5" in the third row and fifth column, of colours "r3 c5 red". */
  public String name(int place) {
    int pixel = place / channels;
    String name = "r" + (pixel / width + 1) + " c" + (pixel % width + 1);
    if (channels == Film.COLOURS.size()) return name + " " + Film.COLOURS.get(place % channels);
    return channels == 1 ? name : name + " k" + (place % channels + 1);
  }

  /** "16 × 16", or "32 × 32 in 3 colours". */
  public String words() {
    String key = channels == 1 ? "frameShape.grey" : "frameShape.colours";
    return SeriesWords.of(key, height, width, channels);
  }
}
