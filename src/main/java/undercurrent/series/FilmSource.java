package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of frames. They are read as numbers and never become cells of text.
 *
 * @param encoding the name of its form, for people
 * @param others what else can be made of the file
 * @param reader reads the frames
 */
record FilmSource(
    String name,
    String encoding,
    FileForm form,
    List<FrameReading> others,
    Function<ImportChoices, Film> reader)
    implements SeriesSource {

  @Override
  public Reading read(ImportChoices choices) {
    List<String> notes = new ArrayList<>();
    return new Reading(set(choices, notes, new ArrayList<>()), notes, Optional.empty());
  }

  private SeriesSet set(ImportChoices choices, List<String> notes, List<FrameReading> possible) {
    checkChoices(choices);
    Film film = reader.apply(choices);
    notes.addAll(film.notes());
    possible.addAll(others);
    if (!film.isGrey()) possible.addAll(List.of(FrameReading.FILM, FrameReading.GREY));
    return film.set(name, choices.split(), notes);
  }

  private void checkChoices(ImportChoices choices) {
    ImportChoices known = ImportChoices.AUTOMATIC;
    if (choices.split().isPresent()) known = known.withSplit(choices.split().get());
    if (choices.frames().isPresent()) known = known.withFrames(choices.frames().get());
    if (!choices.equals(known)) {
      throw SeriesException.in(name, SeriesWords.of("filmSource.noTable"));
    }
    FrameReading wanted = choices.frames().orElse(FrameReading.FILM);
    if (wanted.isCount()) {
      throw SeriesException.in(name, SeriesWords.of("filmSource.counts"));
    }
    if (wanted == FrameReading.SERIES && !others.contains(wanted)) {
      throw SeriesException.in(name, SeriesWords.of("filmSource.series"));
    }
  }

  @Override
  public ImportPreview preview(ImportChoices choices) {
    List<String> notes = new ArrayList<>();
    List<FrameReading> possible = new ArrayList<>();
    FrameReading reading = choices.frames().orElse(FrameReading.FILM);
    try {
      SeriesSet set = set(choices, notes, possible);
      long frames = set.series().stream().mapToLong(Series::length).sum();
      FrameChoice choice = new FrameChoice(reading, possible, Optional.of(FilmPreview.of(set)));
      return ImportPreview.ofFilm(
          this, (int) frames, set.series().size(), notes, choice, Optional.empty());
    } catch (SeriesException e) {
      FrameChoice choice = new FrameChoice(reading, possible, Optional.empty());
      return ImportPreview.ofFilm(this, 0, 0, notes, choice, Optional.ofNullable(e.getMessage()));
    }
  }
}
