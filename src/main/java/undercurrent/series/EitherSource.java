package undercurrent.series;

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
    return source(choices).preview(choices);
  }

  @Override
  public Reading read(ImportChoices choices) {
    return source(choices).read(choices);
  }

  private SeriesSource source(ImportChoices choices) {
    return film.apply(choices).map(SeriesSource.class::cast).orElse(table);
  }
}
