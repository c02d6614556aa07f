package undercurrent.series;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is a film or a table, as a person chooses.
 *
 * @param film the film, where it is read as one
 */
record EitherSource(Function<ImportChoices, Optional<FilmSource>> film, TableSource table)
    implements SeriesSource {
  @Override
  public ImportPreview preview(ImportChoices choices) {
    ImportPreview preview = source(choices).preview(choices);
    if (preview.frames().isPresent()) return preview;
    List<FrameReading> possible = List.of(FrameReading.FILM, FrameReading.SERIES);
    return preview.with(new FrameChoice(FrameReading.SERIES, possible, Optional.empty()));
  }

  @Override
  public Reading read(ImportChoices choices) {
    return source(choices).read(choices);
  }

  private SeriesSource source(ImportChoices choices) {
    return film.apply(choices).map(SeriesSource.class::cast).orElse(table);
  }
}
