package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.Eigenvalues;
import undercurrent.inference.Estimate;
import undercurrent.inference.Findings;
import undercurrent.inference.NetworkLane;
import undercurrent.inference.Residuals;
import undercurrent.kind.FigureCard.Content;
import undercurrent.kind.FigureCard.Place;
import undercurrent.model.Conditioning;
import undercurrent.model.deep.WalkLimit;
import undercurrent.series.Preparation;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** The figures that kinds share. */
final class FigureCards {
  /** Reconstruction and KL apart. */
  static final FigureCard TERMS =
      FigureCard.of(
              "terms",
              KindWords.of("figure.terms"),
              Place.CURVE,
              List.of(ResultKey.CURVE),
              r -> Figures.terms(r.need(ResultKey.CURVE)))
          .onDemand();

  /** KL of each latent dimension. */
  static final FigureCard KL =
      FigureCard.of(
              "kl",
              KindWords.of("figure.kl"),
              Place.CURVE,
              List.of(ResultKey.CURVE),
              r -> Figures.kl(r.need(ResultKey.CURVE)))
          .onDemand();

  static final FigureCard REGIMES =
      FigureCard.of(
          "regimes",
          KindWords.of("figure.regimes"),
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.SMOOTHED),
          r -> Figures.regimes(r.need(ResultKey.SET), r.need(ResultKey.SMOOTHED)));

  /** Of the modes of a Kalman VAE. */
  static final FigureCard MODES =
      FigureCard.of(
              "modes",
              KindWords.of("figure.modes"),
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.MODES),
              r -> Figures.modes(r.need(ResultKey.SET), r.need(ResultKey.MODES)))
          .offeredWhen("modes!=1");

  /** Where which mode moves the encoding. */
  static final FigureCard MODE_PLANE =
      FigureCard.of(
          "mode-plane",
          KindWords.of("figure.mode-plane"),
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.MODES),
          r -> Figures.modePlane(r.need(ResultKey.SET), r.need(ResultKey.MODES)));

  static final FigureCard MATRICES =
      FigureCard.of(
              "matrices",
              KindWords.of("figure.matrices"),
              Place.CURVE,
              List.of(ResultKey.FINDINGS),
              r -> Figures.matrices(r.need(ResultKey.FINDINGS)))
          .refusedWhen(
              r ->
                  r.need(ResultKey.FINDINGS).matrices().isEmpty()
                      ? Optional.of(
                          KindWords.of("refused.matrices", Integer.toString(Findings.LARGEST)))
                      : Optional.empty());

  /** Of models whose transition is a matrix. */
  static final FigureCard EIGENVALUES =
      FigureCard.of(
              "eigenvalues",
              KindWords.of("figure.eigenvalues"),
              Place.CURVE,
              List.of(ResultKey.FINDINGS),
              r -> Figures.eigenvalues(Eigenvalues.of(r.need(ResultKey.FINDINGS))))
          .onDemand()
          .refusedWhen(
              r ->
                  Eigenvalues.of(r.need(ResultKey.FINDINGS)).isEmpty()
                      ? Optional.of(KindWords.of("refused.eigenvalues"))
                      : Optional.empty());

  /** Of the gated transition. */
  static final FigureCard GATES =
      FigureCard.of(
              "gates",
              KindWords.of("figure.gates"),
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.GATES),
              r -> Figures.gates(r.need(ResultKey.SET), r.need(ResultKey.GATES)))
          .onDemand()
          .offeredWhen("transition=gated & equations=networks");

  /** One step ahead and free running side by side. */
  static final FigureCard FREE_RUN =
      FigureCard.of(
              "free-run",
              KindWords.of("figure.free-run"),
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

  /** Of models with an inference network. */
  static final FigureCard DEPENDENCIES =
      FigureCard.of(
              "dependencies",
              KindWords.of("figure.dependencies"),
              Place.CURVE,
              List.of(ResultKey.DEPENDENCIES),
              r -> Figures.dependencies(r.need(ResultKey.DEPENDENCIES)))
          .onDemand();

  static final FigureCard ERRORS =
      FigureCard.of(
          "errors",
          KindWords.of("figure.errors"),
          Place.CURVE,
          List.of(ResultKey.FINDINGS),
          r -> Figures.errors(r.need(ResultKey.FINDINGS)));

  /** Density maps at some hours of the week. */
  static final FigureCard DENSITY =
      FigureCard.of(
          "density",
          KindWords.of("figure.density"),
          Place.LATENT,
          List.of(ResultKey.SET, ResultKey.DENSITY),
          r -> Figures.density(r.need(ResultKey.SET), r.need(ResultKey.DENSITY)));

  static final FigureCard RESIDUALS = residuals("residuals", Figures::residuals);
  static final FigureCard AUTOCORRELATION = residuals("autocorrelation", Figures::autocorrelation);
  static final FigureCard QUANTILES = residuals("quantiles", Figures::quantiles);

  /** Between the rows, for kinds in continuous time. */
  static final FigureCard BETWEEN =
      FigureCard.of(
              "between",
              KindWords.of("figure.between"),
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.DIAGNOSIS),
              r ->
                  Figures.between(
                      r.need(ResultKey.SET),
                      r.need(ResultKey.DIAGNOSIS).between(r.need(ResultKey.CHANNEL)).orElseThrow()))
          .refusedWhen(
              r ->
                  r.need(ResultKey.DIAGNOSIS).between(r.need(ResultKey.CHANNEL)).isPresent()
                      ? Optional.empty()
                      : Optional.of(KindWords.of("refused.between")));

  static final FigureCard PARTICLES =
      FigureCard.of(
              "particles",
              KindWords.of("figure.particles"),
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.DEGENERACY),
              r -> Figures.particles(r.need(ResultKey.SET), r.need(ResultKey.DEGENERACY)))
          .offeredWhen("filter=bootstrap|guided")
          .refusedWhen(
              r ->
                  r.get(ResultKey.DEGENERACY).isPresent()
                      ? Optional.empty()
                      : Optional.of(KindWords.of("refused.particles")));

  /** The parameters of a linear model, as a table. */
  static final FigureCard FIT =
      new FigureCard(
          "fit",
          KindWords.of("figure.fit"),
          Place.CURVE,
          false,
          "",
          List.of(ResultKey.CHANNEL, ResultKey.DIAGNOSIS),
          r -> Optional.empty(),
          new Content.Listed(
              r -> FitTable.of(r.need(ResultKey.DIAGNOSIS), r.need(ResultKey.CHANNEL))));

  private static final FigureCard OBSERVED =
      FigureCard.of(
          "observed",
          KindWords.of("figure.observed"),
          Place.OBSERVED,
          List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.CHANNEL, ResultKey.SEEN),
          r ->
              Figures.observed(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  r.need(ResultKey.CHANNEL),
                  r.need(ResultKey.SEEN),
                  r.get(ResultKey.BESIDE).orElse(List.of())));

  private static final FigureCard SMOOTHED =
      FigureCard.of(
          "smoothed",
          KindWords.of("figure.smoothed"),
          Place.OBSERVED,
          List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.CHANNEL, ResultKey.SMOOTHED),
          r ->
              Figures.observed(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  r.need(ResultKey.CHANNEL),
                  List.of(r.need(ResultKey.SMOOTHED))));

  private static final FigureCard LATENT =
      FigureCard.of(
          "latent",
          KindWords.of("figure.latent"),
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
          KindWords.of("figure.phase"),
          Place.PLANE,
          List.of(ResultKey.SET, ResultKey.SMOOTHED),
          r ->
              Figures.phase(
                  r.need(ResultKey.SET), r.need(ResultKey.SMOOTHED), r.get(ResultKey.FIELD)));

  private static final FigureCard MAP =
      FigureCard.of(
              "map",
              KindWords.of("figure.map"),
              Place.PLANE,
              List.of(ResultKey.SET, ResultKey.SERIES, ResultKey.SEEN),
              r ->
                  Figures.map(
                      r.need(ResultKey.SET), r.need(ResultKey.SERIES), r.need(ResultKey.SEEN)))
          .refusedWhen(
              r -> {
                SeriesSet set = r.need(ResultKey.SET);
                return set.isTrack()
                    ? Optional.empty()
                    : Optional.of(KindWords.of("refused.map", set.name()));
              });

  /** Of an inference network on the drifting walk, beside what each family can reach. */
  static final FigureCard LIMITS =
      FigureCard.of(
              "limits",
              KindWords.of("figure.limits"),
              Place.CURVE,
              List.of(ResultKey.CURVE, ResultKey.SET),
              r -> Figures.race(lanes(r.need(ResultKey.CURVE), r.need(ResultKey.SET))))
          .offeredWhen("equations=drifting-walk");

  private static final FigureCard CALIBRATION =
      FigureCard.of(
          "calibration",
          KindWords.of("figure.calibration"),
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.PIT),
          r ->
              Figures.calibration(
                  r.need(ResultKey.SET), r.need(ResultKey.CHANNEL), r.need(ResultKey.PIT)));

  private static final FigureCard SERIES =
      FigureCard.of(
              "series",
              KindWords.of("figure.series"),
              Place.OBSERVED,
              List.of(ResultKey.SET, ResultKey.SERIES),
              r -> Figures.series(r.need(ResultKey.SET), r.need(ResultKey.SERIES)))
          .onDemand();

  /** How the model goes through the row at the cursor. */
  private static final FigureCard ARITHMETIC =
      new FigureCard(
          "arithmetic",
          KindWords.of("figure.arithmetic"),
          Place.CURVE,
          false,
          "",
          List.of(ResultKey.SET),
          r -> Optional.empty(),
          new Content.Stepwise());

  /** What every kind shows beside its curves. */
  static final List<FigureCard> OBSERVATIONS =
      Stream.of(
              List.of(CALIBRATION),
              RollCards.ALL,
              List.of(OBSERVED, SMOOTHED, LATENT, PHASE, MAP, SERIES))
          .flatMap(List::stream)
          .toList();

  /** The same, and how a state goes from row to row. */
  static final List<FigureCard> ESTIMATES =
      Stream.concat(OBSERVATIONS.stream(), Stream.of(ARITHMETIC)).toList();

  private FigureCards() {}

  /** Whether there is a forecast, and something was observed where it begins. */
  private static boolean isCheckedForecast(Results results) {
    Estimate last = results.need(ResultKey.SEEN).getLast();
    return last.conditioning() == Conditioning.FORECAST
        && last.from() < results.need(ResultKey.SET).series().get(last.series()).length();
  }

  /** The training that is open, and the known limits as lanes without bounds of their own. */
  private static List<NetworkLane> lanes(Curve curve, SeriesSet set) {
    double scale = Preparation.fit(set).logScale();
    List<CurvePoint> validated =
        curve.stream().filter(p -> Double.isFinite(p.validationElbo())).toList();
    double[] epochs = validated.stream().mapToDouble(CurvePoint::epoch).toArray();
    double[] bounds = validated.stream().mapToDouble(p -> -(p.validationElbo() + scale)).toArray();
    List<NetworkLane> lanes = new ArrayList<>();
    lanes.add(new NetworkLane("validation", "", Double.NaN, epochs, bounds));
    for (WalkLimit limit : WalkLimit.ALL) lanes.add(NetworkLane.waiting(limit));
    return lanes;
  }

  /** The curve of a training, called after what it shows. */
  static FigureCard curve(Criterion criterion) {
    return FigureCard.of(
        "elbo",
        KindWords.of("figure.curve." + criterion.name()),
        Place.CURVE,
        List.of(ResultKey.CURVE),
        r -> Figures.elbo(r.need(ResultKey.CURVE)));
  }

  private static FigureCard residuals(String id, BiFunction<SeriesSet, Residuals, Figure> figure) {
    return FigureCard.of(
        id,
        KindWords.of("figure." + id),
        Place.CURVE,
        List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.DIAGNOSIS),
        r ->
            figure.apply(
                r.need(ResultKey.SET),
                r.need(ResultKey.DIAGNOSIS).residuals(r.need(ResultKey.CHANNEL))));
  }
}
