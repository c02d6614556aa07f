package undercurrent.model.recurrent;

import java.util.Arrays;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.ModelWords;
import undercurrent.model.Trainable;
import undercurrent.model.recurrent.UnitSettings.MapKind;
import undercurrent.series.Dataset;
import undercurrent.series.NoTrack;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;

/**
 * A continuous recurrent unit (Schirmer, Eltayeb, Lessmann and Rudolph, "Modeling Irregular Time
 * Series with Continuous Recurrent Units", ICML 2022): a Kalman filter of latent observations,
 * whose state moves by a linear stochastic differential equation that depends on where it is. It is
 * trained on the likelihood of each row given those before it.
 *
 * @param observationSize D
 * @param states how latent states are laid out
 * @param timeUnit the median gap of the training part, which times are counted in
 * @param hiddenRows the share of rows that the filter does not see while it is trained
 */
public record RecurrentUnit(
    Parameters parameters,
    int observationSize,
    PairedStates states,
    UnitMaps maps,
    UnitDynamics dynamics,
    double timeUnit,
    double hiddenRows)
    implements Trainable {
  /** Longer gaps are taken as this long, in median gaps. */
  static final double LONGEST = 1e4;

  /**
   * A model for a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the data are tracks, or only 0 and 1
   */
  public static RecurrentUnit of(UnitSettings settings, Dataset data, long seed) {
    SeriesSet set = data.source();
    NoTrack.require(set, ModelWords.of("noTrack.unit"));
    // Values that never change are taken, as other kinds with networks take them; a note names the
    // channel.
    if (Support.of(set) == Support.BINARY && changes(set)) {
      throw new IllegalArgumentException(ModelWords.of("recurrentUnit.binary", set.name()));
    }
    return of(settings, data.observationSize(), data.medianGap(), seed);
  }

  private static boolean changes(SeriesSet set) {
    return set.trainingRows()
            .flatMapToDouble(row -> Arrays.stream(set.observedChannels()).mapToDouble(c -> row[c]))
            .filter(value -> !Double.isNaN(value))
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  /** A model with freshly drawn weights. */
  static RecurrentUnit of(UnitSettings settings, int size, double timeUnit, long seed) {
    boolean hasNetworks = settings.maps() == MapKind.NETWORKS;
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    PairedStates states = new PairedStates(hasNetworks ? settings.latentObservations() : size);
    UnitMaps maps =
        hasNetworks
            ? new NetworkMaps(parameters, states, settings, size, random)
            : new IdentityMaps(parameters, states, settings.deviationFloor());
    UnitDynamics dynamics = new UnitDynamics(parameters, states, settings.matrices(), random);
    return new RecurrentUnit(
        parameters, size, states, maps, dynamics, timeUnit, settings.hiddenRows());
  }

  /** 2n. */
  @Override
  public int latentSize() {
    return 2 * states.pairs();
  }

  @Override
  public UnitObjective record(Tape tape, int steps, int batch) {
    return new UnitObjective(this, tape, steps, batch);
  }

  /** A gap in the unit of the times as the filter takes it. */
  float gap(double time) {
    return (float) Math.clamp(time / timeUnit, 0, LONGEST);
  }
}
