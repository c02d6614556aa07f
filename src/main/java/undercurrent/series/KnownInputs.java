package undercurrent.series;

/** Inputs act at every row, so that a model that uses them must know them there. */
public final class KnownInputs {
  private KnownInputs() {}

  /**
   * Refuses a set whose inputs have gaps.
   *
   * @throws IllegalArgumentException one sentence that names the input and the row
   */
  public static void require(SeriesSet set) {
    for (int channel : set.inputChannels()) {
      for (Series series : set.series()) {
        double[] values = series.channel(channel);
        for (int t = 0; t < values.length; t++) {
          if (Double.isFinite(values[t])) continue;
          throw new IllegalArgumentException(
              SeriesWords.of(
                  "knownInputs.missing", set.channels().get(channel).name(), t + 1, series.name()));
        }
      }
    }
  }
}
