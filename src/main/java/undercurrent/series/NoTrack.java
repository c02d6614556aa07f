package undercurrent.series;

/** A model of numbers does not know that positions on the Earth meet again behind 180°. */
public final class NoTrack {
  private NoTrack() {}

  /**
   * Refuses a track.
   *
   * @param model that refuses it, with its article
   * @throws IllegalArgumentException one sentence that names the set and kinds that take it
   */
  public static void require(SeriesSet set, String model) {
    if (!set.isTrack()) return;
    throw new IllegalArgumentException(SeriesWords.of("noTrack.refused", set.name(), model));
  }
}
