package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.figure.Figures;
import undercurrent.inference.Estimate;
import undercurrent.inference.JoinedEstimates;
import undercurrent.model.Conditioning;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The pictures of the first series that was estimated: of a long one its first rows, which is all
 * that is kept of it.
 */
final class InferPictures {
  /** More rows are more than a picture shows, and take much memory to be drawn. */
  static final int MOST_ROWS = 100_000;

  private final SeriesSet set;
  private final List<Estimate> blocks = new ArrayList<>();
  private int rows;
  private boolean isCut;

  InferPictures(SeriesSet set) {
    this.set = set;
  }

  /** Takes the next rows of a series. */
  void add(Estimate block) {
    if (!blocks.isEmpty() && block.series() != blocks.getFirst().series()) return;
    int left = MOST_ROWS - rows;
    isCut |= block.length() > left;
    if (left == 0) return;
    Estimate kept = block.length() > left ? block.rows(block.from(), block.from() + left) : block;
    blocks.add(kept);
    rows += kept.length();
  }

  /** Writes them, and gives a sentence where they do not show all rows. */
  Optional<String> write(Path folder) throws IOException {
    Estimate shown = JoinedEstimates.of(blocks);
    boolean isForecast = shown.conditioning() == Conditioning.FORECAST;
    SeriesSet seen = isCut && !isForecast ? cut(shown) : set;
    int channel = set.observedChannels()[0];
    for (String format : List.of("svg", "png")) {
      Pictures.write(
          Figures.observed(seen, shown.series(), channel, List.of(shown)),
          format,
          folder.resolve("observed." + format));
      Pictures.write(
          Figures.latent(seen, shown.series(), List.of(shown)),
          format,
          folder.resolve("latent." + format));
    }
    return isCut ? Optional.of(Words.of("infer.firstRows", MOST_ROWS)) : Optional.empty();
  }

  /** Without the rows that are not shown. */
  private SeriesSet cut(Estimate shown) {
    List<Series> series = new ArrayList<>(set.series());
    int end = shown.from() + shown.length();
    series.set(shown.series(), series.get(shown.series()).range(0, end));
    return set.withSeries(series, set.split());
  }
}
