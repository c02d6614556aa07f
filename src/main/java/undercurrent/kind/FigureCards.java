package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.figure.Figures;
import undercurrent.figure.Retouched;
import undercurrent.inference.Estimate;
import undercurrent.kind.FigureCard.Content;
import undercurrent.kind.FigureCard.Place;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;

/** The figures that kinds share: the course of a training, and estimates of a series. */
final class FigureCards {
  /** Reconstruction and KL apart. */
  static final FigureCard TERMS =
      FigureCard.of(
              "terms",
              Place.CURVE,
              List.of(ResultKey.CURVE),
              r -> Figures.terms(r.need(ResultKey.CURVE)))
          .onDemand();

  /** KL of each latent dimension. */
  static final FigureCard KL =
      FigureCard.of(
              "kl", Place.CURVE, List.of(ResultKey.CURVE), r -> Figures.kl(r.need(ResultKey.CURVE)))
          .onDemand();

  /** One step ahead and free running side by side. */
  static final FigureCard FREE_RUN =
      FigureCard.of(
              "free-run",
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.SEEN, ResultKey.PREDICTED),
              r ->
                  Figures.freeRun(
                      r.need(ResultKey.SET),
                      r.need(ResultKey.CHANNEL),
                      r.need(ResultKey.PREDICTED),
                      r.need(ResultKey.SEEN).getLast()))
          .refusedWhen(
              r ->
                  isCheckedForecast(r)
                      ? Optional.empty()
                      : Optional.of(KindWords.of("refused.free-run")));

  private static final FigureCard OBSERVED =
      FigureCard.of(
          "observed",
          Place.OBSERVED,
          List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.CHANNEL, ResultKey.SEEN),
          r ->
              Figures.observed(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  r.need(ResultKey.CHANNEL),
                  r.need(ResultKey.SEEN),
                  r.get(ResultKey.BESIDE).orElse(List.of()),
                  retouched(r)));

  private static final FigureCard SMOOTHED =
      FigureCard.of(
          "smoothed",
          Place.OBSERVED,
          List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.CHANNEL, ResultKey.SMOOTHED),
          r ->
              Figures.observed(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  r.need(ResultKey.CHANNEL),
                  List.of(r.need(ResultKey.SMOOTHED)),
                  List.of(),
                  retouched(r)));

  private static final FigureCard LATENT =
      FigureCard.of(
          "latent",
          Place.LATENT,
          List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.SMOOTHED),
          r ->
              Figures.latent(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  List.of(r.need(ResultKey.SMOOTHED))));

  private static final FigureCard PHASE =
      FigureCard.of(
          "phase",
          Place.PLANE,
          List.of(ResultKey.SET, ResultKey.SMOOTHED),
          r ->
              Figures.phase(
                  r.need(ResultKey.SET), r.need(ResultKey.SMOOTHED), r.get(ResultKey.FIELD)));

  private static final FigureCard MAP =
      FigureCard.of(
              "map",
              Place.PLANE,
              List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.SEEN),
              r ->
                  Figures.map(
                      r.need(ResultKey.SET), r.need(ResultKey.SERIES), r.need(ResultKey.SEEN)))
          .offeredFor(SeriesSet::isTrack, "refused.map");

  private static final FigureCard CALIBRATION =
      FigureCard.of(
          "calibration",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.PIT),
          r ->
              Figures.calibration(
                  r.need(ResultKey.SET), r.need(ResultKey.CHANNEL), r.need(ResultKey.PIT)));

  private static final FigureCard SERIES =
      FigureCard.of(
              "series",
              Place.OBSERVED,
              List.of(ResultKey.SET, ResultKey.SERIES),
              r -> Figures.series(r.need(ResultKey.SET), r.need(ResultKey.SERIES)))
          .onDemand();

  /** How the model goes through the row at the cursor. */
  private static final FigureCard ARITHMETIC =
      FigureCard.shown("arithmetic", Place.CURVE, List.of(ResultKey.SET), new Content.Stepwise());

  /** What every kind shows beside its curves. */
  static final List<FigureCard> OBSERVATIONS =
      Stream.of(
              List.of(CALIBRATION),
              RollCards.ALL,
              FilmCards.ALL,
              List.of(OBSERVED, SMOOTHED, LATENT, PHASE, MAP, SERIES))
          .flatMap(List::stream)
          .toList();

  /** The same, and how a state goes from row to row. */
  static final List<FigureCard> ESTIMATES =
      Stream.concat(OBSERVATIONS.stream(), Stream.of(ARITHMETIC)).toList();

  private FigureCards() {}

  private static Optional<Retouched> retouched(Results results) {
    return results
        .get(ResultKey.ORIGINAL)
        .map(original -> new Retouched(original, results.get(ResultKey.SMOOTHED)));
  }

  /** Whether there is a forecast, and something was observed where it begins. */
  private static boolean isCheckedForecast(Results results) {
    Estimate last = results.need(ResultKey.SEEN).getLast();
    return last.conditioning() == Conditioning.FORECAST
        && last.from() < results.need(ResultKey.SET).series().get(last.series()).length();
  }

  /** All of a kind: the curve of its training, what is its own, and the estimates. */
  static List<FigureCard> all(Criterion criterion, FigureCard... own) {
    return Stream.of(List.of(curve(criterion)), List.of(own), ESTIMATES)
        .flatMap(List::stream)
        .toList();
  }

  /** The curve of a training, called after what it shows. */
  static FigureCard curve(Criterion criterion) {
    return FigureCard.of(
        "elbo",
        "figure.curve." + criterion.name(),
        Place.CURVE,
        List.of(ResultKey.CURVE),
        r -> Figures.elbo(r.need(ResultKey.CURVE)));
  }
}
