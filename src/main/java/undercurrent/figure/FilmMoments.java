package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;

/** What was observed of a film with an estimate beside it, and its error, moment by moment. */
final class FilmMoments implements MovingFigure {
  /** A film takes about so many seconds, but is neither played very slowly nor very fast. */
  private static final double SECONDS = 15;

  private static final double SLOWEST = 6;
  private static final double FASTEST = 25;
  private final ShownFilm film;
  private final List<Estimate> chosen;
  private final FrameScale errors;
  private final double[] times;

  /**
   * All moments of a film.
   *
   * @param conditioning of the estimate; FILTERED goes on as the forecast
   */
  FilmMoments(ShownFilm film, Conditioning conditioning) {
    this.film = film;
    boolean goesOn = conditioning == Conditioning.FILTERED;
    chosen =
        film.estimates().stream()
            .filter(
                e ->
                    e.conditioning() == conditioning
                        || (goesOn && e.conditioning() == Conditioning.FORECAST))
            .toList();
    double largest = 0;
    for (Estimate e : chosen) largest = Math.max(largest, film.errorScale(e).high());
    errors = FrameScale.ofErrors(Words.of("scale.error"), film.scale().unit(), largest);
    times = film.times();
  }

  @Override
  public int length() {
    return times.length;
  }

  /** Of a long film the first frame that is estimated. */
  @Override
  public int first() {
    return chosen.stream().mapToInt(Estimate::from).min().orElse(0);
  }

  @Override
  public String words(int moment) {
    return film.shown().moment(times[moment]);
  }

  @Override
  public double time(int moment) {
    return times[moment];
  }

  @Override
  public double perSecond() {
    return Math.clamp(times.length / SECONDS, SLOWEST, FASTEST);
  }

  @Override
  public Figure at(int moment) {
    return at(moment, true);
  }

  /** Without the error. */
  @Override
  public Figure narrow(int moment) {
    return at(moment, false);
  }

  private Figure at(int moment, boolean withError) {
    double[] seen = film.observed(moment);
    boolean isHidden = ShownFilm.isHidden(seen);
    Optional<Estimate> known =
        chosen.stream().filter(e -> ShownFilm.mean(e, moment).length > 0).findFirst();
    double[] values = known.map(e -> ShownFilm.mean(e, moment)).orElse(new double[0]);
    double[] gap = isHidden ? new double[0] : ShownFilm.difference(values, seen);
    List<Frames.Frame> frames = new ArrayList<>();
    frames.add(film.frame(seen, ShownFilm.VALUES, times[moment], isHidden));
    List<String> names = new ArrayList<>(List.of(Words.of("observed")));
    List<FrameScale> scales = new ArrayList<>(List.of(film.scale()));
    if (!chosen.isEmpty()) {
      names.add(known.or(() -> chosen.stream().findFirst()).map(ShownFilm::name).orElse(""));
      frames.add(film.frame(values, ShownFilm.VALUES, times[moment], isHidden));
    }
    if (!chosen.isEmpty() && withError) {
      names.add(Words.of("scale.error"));
      scales.add(errors);
      frames.add(film.frame(gap, ShownFilm.ERRORS, times[moment], isHidden));
    }
    return film.figure(
        "frame",
        Words.of("frame.title", film.shown().title(), words(moment)),
        new Frames(film.shape(), "", List.of(""), names, List.of(frames), scales, Frames.NONE),
        Words.of("frame.summary", film.shape().words(), words(moment), String.join(", ", names)));
  }
}
