package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import undercurrent.figure.Figures;
import undercurrent.figure.MovingFigure;
import undercurrent.inference.Estimate;
import undercurrent.kind.FigureCard.Content;
import undercurrent.kind.FigureCard.Place;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;

/** The figures of films and fields. */
final class FilmCards {
  /** Rows of frames around the cursor. */
  private static final FigureCard STRIP =
      FigureCard.of(
              "film",
              Place.OBSERVED,
              List.of(ResultKey.SET, ResultKey.SERIES),
              r ->
                  Figures.film(
                      r.need(ResultKey.SET),
                      r.need(ResultKey.SERIES),
                      estimates(r),
                      r.get(ResultKey.CURSOR)
                          .map(OptionalDouble::of)
                          .orElse(OptionalDouble.empty())))
          .offeredFor(FilmCards::isFilm, "refused.film");

  /** The error of each frame. */
  private static final FigureCard ERROR =
      FigureCard.of(
              "film-error",
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.SEEN),
              r ->
                  Figures.filmErrors(r.need(ResultKey.SET), r.need(ResultKey.SERIES), estimates(r)))
          .offeredFor(FilmCards::isFilm, "refused.film");

  private static final FigureCard FRAMES =
      played("frames", Conditioning.FILTERED, List.of(ResultKey.SET, ResultKey.SERIES));

  private static final FigureCard FRAMES_SMOOTHED =
      played("frames-smoothed", Conditioning.SMOOTHED, List.of(ResultKey.SMOOTHED));

  private static final FigureCard FRAMES_PREDICTED =
      played("frames-predicted", Conditioning.PREDICTED, List.of(ResultKey.PREDICTED));

  /** In the order in which they are offered. */
  static final List<FigureCard> ALL =
      List.of(STRIP, ERROR, FRAMES, FRAMES_SMOOTHED, FRAMES_PREDICTED);

  private FilmCards() {}

  /** What was observed with an estimate beside it. */
  private static FigureCard played(String id, Conditioning conditioning, List<ResultKey<?>> needs) {
    List<ResultKey<?>> all = new ArrayList<>(List.of(ResultKey.SET, ResultKey.SERIES));
    for (ResultKey<?> need : needs) if (!all.contains(need)) all.add(need);
    Content frames = new Content.Moving(r -> moving(r, conditioning));
    return FigureCard.shown(id, Place.PLANE, all, frames)
        .offeredFor(FilmCards::isFilm, "refused.film");
  }

  private static MovingFigure moving(Results r, Conditioning conditioning) {
    return Figures.frames(
        r.need(ResultKey.SET), r.need(ResultKey.SERIES), estimates(r), conditioning);
  }

  private static List<Estimate> estimates(Results r) {
    return Stream.of(
            r.get(ResultKey.SEEN).stream().flatMap(List::stream),
            r.get(ResultKey.SMOOTHED).stream(),
            r.get(ResultKey.PREDICTED).stream())
        .flatMap(s -> s)
        .toList();
  }

  private static boolean isFilm(SeriesSet set) {
    return set.frame().isPresent();
  }
}
