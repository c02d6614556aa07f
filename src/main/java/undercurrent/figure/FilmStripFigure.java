package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;

/** Moments of a film in columns: what was observed, and what a model thinks of it. */
record FilmStripFigure(ShownFilm film) {
  /** Moments of a strip. */
  private static final int COLUMNS = 8;

  /** So many of them lie before the cursor. */
  private static final int BEFORE = 3;

  /**
   * Moments around the cursor, or without one at equal distances, of the whole film or of the part
   * that is estimated.
   *
   * @param cursor in the unit of the time axis
   */
  Figure figure(OptionalDouble cursor) {
    double[] times = film.times();
    int span = film.end() - film.first();
    int count = Math.min(columns(), cursor.isPresent() ? times.length : span);
    int marked = cursor.isPresent() ? Nearest.index(times, cursor.getAsDouble()) : -1;
    int first = Math.clamp((long) marked - BEFORE, 0, times.length - count);
    int[] rows = new int[count];
    for (int j = 0; j < count; j++) {
      rows[j] =
          cursor.isPresent()
              ? first + j
              : film.first() + (int) Math.round(j * (span - 1.0) / Math.max(1, count - 1));
    }
    List<String> names = new ArrayList<>();
    List<List<Frames.Frame>> frames = new ArrayList<>();
    names.add(Words.of("observed"));
    frames.add(row(rows, times, ShownFilm.VALUES, film::observed));
    for (Estimate e : film.inOrder()) {
      boolean goesOn = e.conditioning() == Conditioning.FILTERED;
      Optional<Estimate> then = goesOn ? film.of(Conditioning.FORECAST) : Optional.empty();
      if (e.conditioning() == Conditioning.FORECAST && film.of(Conditioning.FILTERED).isPresent())
        continue;
      names.add(
          then.map(f -> Words.of("film.goesOn", ShownFilm.name(e), moment(f.times()[0])))
              .orElse(ShownFilm.name(e)));
      frames.add(
          row(
              rows,
              times,
              ShownFilm.VALUES,
              t ->
                  then.isPresent() && t >= then.get().from()
                      ? ShownFilm.mean(then.get(), t)
                      : ShownFilm.mean(e, t)));
    }
    List<FrameScale> scales = new ArrayList<>(List.of(film.scale()));
    film.judged()
        .ifPresent(
            e -> {
              names.add(Words.of("film.errorOf", ShownFilm.name(e)));
              frames.add(
                  row(
                      rows,
                      times,
                      ShownFilm.ERRORS,
                      t -> ShownFilm.difference(ShownFilm.mean(e, t), film.observed(t))));
              scales.add(film.errorScale(e));
            });
    List<String> moments = new ArrayList<>();
    for (int row : rows) moments.add(moment(times[row]));
    int column = -1;
    for (int j = 0; j < count; j++) if (rows[j] == marked) column = j;
    return film.figure(
        "film",
        Words.of("film.title", film.shown().title()),
        new Frames(
            film.shape(), film.shown().timeAxis().label(), names, moments, frames, scales, column),
        Words.of(
            "film.summary",
            film.shape().words(),
            count,
            moments.getFirst(),
            moments.getLast(),
            String.join(", ", names)));
  }

  private String moment(double time) {
    return film.shown().moment(time);
  }

  /** Fewer of frames that are wide. */
  private int columns() {
    double ratio = (double) film.shape().width() / film.shape().height();
    return ratio <= 1
        ? COLUMNS
        : Math.clamp(Math.round(COLUMNS * Math.pow(ratio, -0.6)), 4, COLUMNS);
  }

  private List<Frames.Frame> row(
      int[] rows, double[] times, int scaleAt, IntFunction<double[]> values) {
    List<Frames.Frame> frames = new ArrayList<>();
    for (int row : rows) {
      boolean isHidden = ShownFilm.isHidden(film.observed(row));
      double[] numbers = values.apply(row);
      // There is no error where nothing was observed.
      boolean isNothing = scaleAt == ShownFilm.ERRORS && isHidden;
      frames.add(film.frame(isNothing ? new double[0] : numbers, scaleAt, times[row], isHidden));
    }
    return frames;
  }
}
