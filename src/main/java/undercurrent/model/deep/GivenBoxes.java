package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.settings.Settings;

/**
 * The generative half of a known system.
 *
 * @param latentSize Z
 * @param observationSize D
 * @param scale about how large each state becomes; networks read states divided by it
 */
record GivenBoxes(
    int latentSize,
    int observationSize,
    double[] scale,
    Prior prior,
    Transition transition,
    Emission emission) {

  /**
   * Refuses settings and data of other sizes.
   *
   * @throws IllegalArgumentException one sentence that names the setting or the data
   */
  void require(DeepSettings settings, int size) {
    String name = Settings.text(settings.given().equations());
    if (settings.latentSize() != latentSize) {
      throw new IllegalArgumentException(ModelWords.of("givenBoxes.latentSize", latentSize, name));
    }
    if (size != observationSize) {
      throw new IllegalArgumentException(
          ModelWords.of("givenBoxes.observed", name, observationSize, size));
    }
  }

  /** The same where gaps are read: the transition is applied as often as a gap is long. */
  GivenBoxes over(SideInputs sides) {
    if (sides.gaps().isEmpty()) return this;
    int most = sides.gaps().get().most();
    return new GivenBoxes(
        latentSize,
        observationSize,
        scale,
        prior,
        new SteppedTransition(transition, latentSize, sides.gap(), most),
        (tape, z) -> emission.record(tape, tape.columns(z, 0, latentSize)));
  }

  /**
   * x ~ N(slope · z, variance) of each channel in the units of the file; the density is that of
   * what the model sees, (x − shift)/scale.
   */
  record Seen(double slope, double variance, ChannelStatistics channels) implements Emission {
    @Override
    public EmissionDensity record(Tape tape, Value z) {
      int size = channels.size();
      double[] slopes = new double[size];
      double[] offsets = new double[size];
      double[] sd = new double[size];
      for (int d = 0; d < size; d++) {
        slopes[d] = slope / channels.scale()[d];
        offsets[d] = -channels.shift()[d] / channels.scale()[d];
        sd[d] = Math.sqrt(variance) / channels.scale()[d];
      }
      Value mean = tape.multiply(z, Constants.row(tape, slopes));
      return new Normal(tape.add(mean, Constants.row(tape, offsets)), Constants.row(tape, sd));
    }
  }
}
