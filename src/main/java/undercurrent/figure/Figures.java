package undercurrent.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.DensityMaps;
import undercurrent.inference.Eigenvalues;
import undercurrent.inference.Estimate;
import undercurrent.inference.Findings;
import undercurrent.inference.GateActivation;
import undercurrent.inference.HorizonScore;
import undercurrent.inference.Imputation;
import undercurrent.inference.LearnedMatrix;
import undercurrent.inference.ModePath;
import undercurrent.inference.NetworkLane;
import undercurrent.inference.PhysicalReading;
import undercurrent.inference.PitHistogram;
import undercurrent.inference.Residuals;
import undercurrent.inference.TransitionField;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.series.Channel;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;
import undercurrent.training.Curve;

/** The figures of Undercurrent, each from the results that it shows. */
public final class Figures {
  private Figures() {}

  /** Objective, ELBO and validation ELBO over the epochs, the best one marked. */
  public static Figure elbo(Curve curve) {
    return new CurveFigures(curve).elbo();
  }

  /** A figure with the lines of other runs in it, dotted, each with its name in the legend. */
  public static Figure withGhosts(Figure figure, List<Ghost> ghosts) {
    return new GhostMarks(figure, ghosts).figure();
  }

  /** The two terms of the ELBO apart: reconstruction and KL. */
  public static Figure terms(Curve curve) {
    return new CurveFigures(curve).terms();
  }

  /** KL of each latent dimension over the epochs. */
  public static Figure kl(Curve curve) {
    return new CurveFigures(curve).kl();
  }

  /**
   * What was observed in one channel, with truth, means, bands and sample paths.
   *
   * @param channel index in {@link SeriesSet#channels()}
   * @param estimates those of other series are left out
   */
  public static Figure observed(SeriesSet set, int series, int channel, List<Estimate> estimates) {
    return new ObservedFigure(set, series, channel, estimates).figure();
  }

  /**
   * The same of data that may be edited by hand, with another model's means as thin lines beside.
   *
   * @param beside exact estimates of a linear model
   * @param retouched what they were before, and what fills hidden rows in
   */
  public static Figure observed(
      SeriesSet set,
      int series,
      int channel,
      List<Estimate> estimates,
      List<Estimate> beside,
      Optional<Retouched> retouched) {
    return new ObservedFigure(set, series, channel, estimates)
        .beside(beside)
        .retouched(retouched)
        .figure();
  }

  /**
   * Many binary channels as a roll, with how probable each is by estimates, and where a forecast
   * begins.
   *
   * @param id of the figure
   * @param estimates those of other series are left out
   */
  public static Figure roll(SeriesSet set, int series, String id, List<Estimate> estimates) {
    return new RollFigure(set, series).probabilities(id, estimates);
  }

  /**
   * The same up to a forecast, and then one sample path of it.
   *
   * @param estimates of which a forecast is one
   */
  public static Figure rollSample(SeriesSet set, int series, String id, List<Estimate> estimates) {
    return new RollFigure(set, series).sample(id, estimates);
  }

  /** Each latent dimension over time with its band. */
  public static Figure latent(SeriesSet set, int series, List<Estimate> estimates) {
    return new LatentFigure(set, series, estimates).figure();
  }

  /** The path of the latent mean in a plane, coloured by time, or by regimes if there are any. */
  public static Figure phase(SeriesSet set, Estimate estimate) {
    return new PhaseFigure(set, estimate).figure();
  }

  /** The same, above what the mean of the transition does there. */
  public static Figure phase(SeriesSet set, Estimate estimate, Optional<TransitionField> field) {
    return new PhaseFigure(set, estimate).above(field).figure();
  }

  /** Eigenvalues of transition matrices in the complex plane. */
  public static Figure eigenvalues(List<Eigenvalues> matrices) {
    return new EigenvalueFigure(matrices).figure();
  }

  /** The gates of a gated transition over time. */
  public static Figure gates(SeriesSet set, GateActivation activation) {
    return new GateFigure(set, activation).figure();
  }

  /**
   * Normal densities of a latent state before and after an observation.
   *
   * @param prior means and deviations, {@code [2][Z]}
   * @param posterior the same
   * @param before what the first is called
   * @param after what the second is called
   */
  public static Figure beliefs(
      double[][] prior, double[][] posterior, String before, String after) {
    return new BeliefFigure(prior, posterior).figure(before, after);
  }

  /** The weights of the modes of a Kalman VAE over time, stacked. */
  public static Figure modes(SeriesSet set, ModePath path) {
    return new ModeFigures(set, path).weights();
  }

  /** The encodings of a Kalman VAE in their plane, each in the colour of its mode. */
  public static Figure modePlane(SeriesSet set, ModePath path) {
    return new ModeFigures(set, path).plane();
  }

  /** Latent states as quantities of a known system, beside the truth. */
  public static Figure physical(SeriesSet set, PhysicalReading reading) {
    return new PhysicalFigure(set, reading).figure();
  }

  /** Errors of hidden rows by the length of the gap. */
  public static Figure imputationByGap(SeriesSet set, Imputation imputation) {
    return new ImputationFigure(set, imputation).byGap();
  }

  /** Errors of hidden rows by the share of them. */
  public static Figure imputationByShare(SeriesSet set, Imputation imputation) {
    return new ImputationFigure(set, imputation).byShare();
  }

  /** How likely each regime of a switching model is over time. */
  public static Figure regimes(SeriesSet set, Estimate estimate) {
    return new RegimeFigure(set, estimate).figure();
  }

  /**
   * What figures call the observed channels of a set, in their order; as in the file where two
   * would be called the same.
   */
  public static List<String> channelNames(SeriesSet set) {
    List<Channel> observed =
        Arrays.stream(set.observedChannels()).mapToObj(set.channels()::get).toList();
    List<String> names = observed.stream().map(ShownSeries::name).toList();
    boolean unique = Set.copyOf(names).size() == names.size();
    return unique ? names : observed.stream().map(Channel::name).toList();
  }

  /** The matrices that a model has learned, as coloured cells with numbers. */
  public static Figure matrices(Findings findings) {
    return new MatrixFigure(findings.matrices()).figure();
  }

  /**
   * Maps of what came of combinations of settings.
   *
   * @param maps one beside another; cells are differences from the best
   */
  public static Figure sweep(List<LearnedMatrix> maps, String title, String summary) {
    return new MatrixFigure(List.of(maps)).figure("sweep", title, summary);
  }

  /** Errors one step ahead beside those of the forecast, at the rows of the latter. */
  public static Figure freeRun(SeriesSet set, int channel, Estimate predicted, Estimate forecast) {
    return new FreeRunFigure(set, channel, predicted, forecast).figure();
  }

  /** Which steps each distribution of a model depends on. */
  public static Figure dependencies(Dependencies dependencies) {
    return new DependencyFigure(dependencies).figure();
  }

  /** Errors of several filters against the true states, series by series. */
  public static Figure errors(Findings findings) {
    return new ErrorFigure(findings.filters()).figure();
  }

  /** Whether predicted distributions are too wide, too narrow or aside, of one channel. */
  public static Figure calibration(SeriesSet set, int channel, PitHistogram pit) {
    return new PitFigure(set, channel, pit).figure();
  }

  /**
   * A track on the coastline, with means and forecast.
   *
   * @throws IllegalArgumentException when the set is no track
   */
  public static Figure map(SeriesSet set, int series, List<Estimate> estimates) {
    return new MapFigure(set, series, estimates).figure("map");
  }

  /** A density on maps at some hours of the week. */
  public static Figure density(SeriesSet set, DensityMaps maps) {
    return new DensityFigure(set, maps).figure();
  }

  /**
   * Frames of a film at some moments: what was observed, and what estimates say.
   *
   * @param estimates those of other series are left out
   * @param cursor moments are those around it; empty for the whole film
   * @throws IllegalArgumentException when the set is no film
   */
  public static Figure film(
      SeriesSet set, int series, List<Estimate> estimates, OptionalDouble cursor) {
    return new FilmStripFigure(new ShownFilm(set, series, estimates)).figure(cursor);
  }

  /**
   * The frame of each moment with that of an estimate and its error beside it.
   *
   * @param estimates those of other series are left out
   * @param conditioning of the estimate; FILTERED goes on as the forecast
   * @throws IllegalArgumentException when the set is no film
   */
  public static MovingFigure frames(
      SeriesSet set, int series, List<Estimate> estimates, Conditioning conditioning) {
    return new FilmMoments(new ShownFilm(set, series, estimates), conditioning);
  }

  /** The error of each frame over time, beside persistence. */
  public static Figure filmErrors(SeriesSet set, int series, List<Estimate> estimates) {
    return new FilmErrorFigure(new ShownFilm(set, series, estimates)).figure();
  }

  /** A density through the hours of the week. */
  public static MovingFigure densityWeek(SeriesSet set, DensityMaps week) {
    return new DensityWeek(set, week);
  }

  /** How many particles of a filter count, when they were resampled, and who has descendants. */
  public static Figure particles(SeriesSet set, Degeneracy degeneracy) {
    return new ParticlesFigure(set, degeneracy).figure();
  }

  /** One series as it was read: its channels over time, or its track. */
  public static Figure series(SeriesSet set, int series) {
    if (Roll.isIn(set)) return roll(set, series, "series", List.of());
    return set.isTrack()
        ? new MapFigure(set, series, List.of()).figure("series")
        : new SeriesFigure(set, series).figure();
  }

  /** Standardised residuals of a linear model over time. */
  public static Figure residuals(SeriesSet set, Residuals residuals) {
    return new ResidualFigures(set, residuals).overTime();
  }

  /** Their autocorrelation from lag to lag. */
  public static Figure autocorrelation(SeriesSet set, Residuals residuals) {
    return new ResidualFigures(set, residuals).autocorrelation();
  }

  /** Their quantiles beside those of a normal distribution. */
  public static Figure quantiles(SeriesSet set, Residuals residuals) {
    return new ResidualFigures(set, residuals).quantiles();
  }

  /** Mean and band between the rows, by a differential equation and by exact steps. */
  public static Figure between(SeriesSet set, BetweenRows between) {
    return new BetweenFigure(set, between).figure();
  }

  /** Bounds of inference networks by the epochs beside the best of their families. */
  public static Figure race(List<NetworkLane> lanes) {
    return new RaceFigure(lanes).figure();
  }

  /** The errors of forecasts from several origins by how far ahead they look, of one channel. */
  public static Figure horizons(List<HorizonScore> scores, String channel) {
    return new HorizonFigure(scores, channel).figure();
  }
}
