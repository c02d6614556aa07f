package undercurrent.series;

import java.util.List;
import java.util.Optional;

/** The catalogue of what can be opened without having a file. */
public final class Samples {
  private Samples() {}

  /** All samples, files first, in the order of the gallery. */
  public static List<Sample> all() {
    return List.of();
  }

  /**
   * One sample by its id ({@code sine}), number ({@code 09}), file name with or without ending
   * ({@code 09_gen_sine_family}) or a path that ends in it.
   */
  public static Optional<Sample> find(String idOrFileNameOrPath) {
    return all().stream().filter(s -> s.id().equals(idOrFileNameOrPath)).findFirst();
  }

  static SeriesSet read(String fileName) {
    throw new UnsupportedOperationException(fileName);
  }
}
