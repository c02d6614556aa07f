package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.Eigenvalues;
import undercurrent.inference.Findings;
import undercurrent.inference.NetworkLane;
import undercurrent.inference.Residuals;
import undercurrent.kind.FigureCard.Content;
import undercurrent.kind.FigureCard.Place;
import undercurrent.model.deep.WalkLimit;
import undercurrent.series.Preparation;
import undercurrent.series.SeriesSet;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/**
 * Figures of what a model has learned and of how well it explains its series; a kind offers those
 * that it has.
 */
final class ModelCards {
  static final FigureCard REGIMES =
      FigureCard.of(
          "regimes",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.SMOOTHED),
          r -> Figures.regimes(r.need(ResultKey.SET), r.need(ResultKey.SMOOTHED)));

  /** Of the modes of a Kalman VAE. */
  static final FigureCard MODES =
      FigureCard.of(
              "modes",
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.MODES),
              r -> Figures.modes(r.need(ResultKey.SET), r.need(ResultKey.MODES)))
          .offeredWhen("modes!=1");

  /** Where which mode moves the encoding. */
  static final FigureCard MODE_PLANE =
      FigureCard.of(
          "mode-plane",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.MODES),
          r -> Figures.modePlane(r.need(ResultKey.SET), r.need(ResultKey.MODES)));

  /** Latent states as quantities of a known system. */
  static final FigureCard PHYSICAL =
      FigureCard.of(
          "physical",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.PHYSICAL),
          r -> Figures.physical(r.need(ResultKey.SET), r.need(ResultKey.PHYSICAL)));

  /** How well they stand for them, and what is learned of the system, as a table. */
  static final FigureCard PHYSICAL_FIT =
      FigureCard.shown(
          "physical-fit",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.PHYSICAL),
          new Content.Listed(
              r ->
                  PhysicalTable.of(
                      r.need(ResultKey.SET),
                      r.need(ResultKey.PHYSICAL),
                      r.get(ResultKey.PARAMETERS))));

  /** Errors of hidden rows by how many are hidden. */
  static final FigureCard IMPUTATION_BY_GAP =
      FigureCard.of(
              "imputation-gap",
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.IMPUTATION),
              r -> Figures.imputationByGap(r.need(ResultKey.SET), r.need(ResultKey.IMPUTATION)))
          .onDemand();

  /** The same by the share of rows that are hidden. */
  static final FigureCard IMPUTATION_BY_SHARE =
      FigureCard.of(
              "imputation-share",
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.IMPUTATION),
              r -> Figures.imputationByShare(r.need(ResultKey.SET), r.need(ResultKey.IMPUTATION)))
          .onDemand();

  static final FigureCard MATRICES =
      FigureCard.of(
              "matrices",
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
              Place.CURVE,
              List.of(ResultKey.SET, ResultKey.GATES),
              r -> Figures.gates(r.need(ResultKey.SET), r.need(ResultKey.GATES)))
          .onDemand()
          .offeredWhen("transition=gated & equations=networks");

  /** Of models with an inference network. */
  static final FigureCard DEPENDENCIES =
      FigureCard.of(
              "dependencies",
              Place.CURVE,
              List.of(ResultKey.DEPENDENCIES),
              r -> Figures.dependencies(r.need(ResultKey.DEPENDENCIES)))
          .onDemand();

  static final FigureCard ERRORS =
      FigureCard.of(
          "errors",
          Place.CURVE,
          List.of(ResultKey.FINDINGS),
          r -> Figures.errors(r.need(ResultKey.FINDINGS)));

  /** Density maps at some hours of the week. */
  static final FigureCard DENSITY =
      FigureCard.of(
          "density",
          Place.LATENT,
          List.of(ResultKey.SET, ResultKey.DENSITY),
          r -> Figures.density(r.need(ResultKey.SET), r.need(ResultKey.DENSITY)));

  /** One map that is played through the week. */
  static final FigureCard DENSITY_WEEK =
      FigureCard.shown(
          "density-week",
          Place.PLANE,
          List.of(ResultKey.SET, ResultKey.DENSITY_WEEK),
          new FigureCard.Content.Moving(
              r -> Figures.densityWeek(r.need(ResultKey.SET), r.need(ResultKey.DENSITY_WEEK))));

  static final FigureCard RESIDUALS = residuals("residuals", Figures::residuals);
  static final FigureCard AUTOCORRELATION = residuals("autocorrelation", Figures::autocorrelation);
  static final FigureCard QUANTILES = residuals("quantiles", Figures::quantiles);

  /** Between the rows, for kinds in continuous time. */
  static final FigureCard BETWEEN =
      FigureCard.of(
              "between",
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
      FigureCard.shown(
          "fit",
          Place.CURVE,
          List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.DIAGNOSIS),
          new Content.Listed(
              r ->
                  FitTable.of(
                      r.need(ResultKey.DIAGNOSIS),
                      r.need(ResultKey.SET),
                      r.need(ResultKey.CHANNEL))));

  /** Of an inference network on the drifting walk, beside what each family can reach. */
  static final FigureCard LIMITS =
      FigureCard.of(
              "limits",
              Place.CURVE,
              List.of(ResultKey.CURVE, ResultKey.SET),
              r -> Figures.race(lanes(r.need(ResultKey.CURVE), r.need(ResultKey.SET))))
          .offeredWhen("equations=drifting-walk");

  /** Parameters that are set by hand. */
  static final FigureCard BY_HAND =
      FigureCard.shown(
          "by-hand", Place.CURVE, List.of(ResultKey.ADJUSTABLE), new Content.Adjusted());

  private ModelCards() {}

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

  private static FigureCard residuals(String id, BiFunction<SeriesSet, Residuals, Figure> figure) {
    return FigureCard.of(
        id,
        Place.CURVE,
        List.of(ResultKey.SET, ResultKey.CHANNEL, ResultKey.DIAGNOSIS),
        r ->
            figure.apply(
                r.need(ResultKey.SET),
                r.need(ResultKey.DIAGNOSIS).residuals(r.need(ResultKey.CHANNEL))));
  }
}
