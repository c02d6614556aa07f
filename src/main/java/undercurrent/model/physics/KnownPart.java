package undercurrent.model.physics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.ModelWords;
import undercurrent.model.deep.ChannelStatistics;

/**
 * What is known of a system: how its states move, and how they are observed. A state on the tape is
 * s/unit, with s in the units of the file, so that all states are about as large.
 */
interface KnownPart {
  /** In front of the names of its parameters. */
  String PREFIX = "known.";

  /** What the states are called, {@code [Z]}. */
  List<String> states();

  /** What 1 of each state on the tape is in the units of the file, {@code [Z]}. */
  double[] units();

  /**
   * Records the mean one row later.
   *
   * @param z {@code [rows × Z]}
   * @param u inputs of the later row, as the model sees them, {@code [rows × U]}
   * @return {@code [rows × Z]}
   */
  Value next(Tape tape, Value z, Value u);

  /** Records what inputs add to the mean, {@code [rows × Z]}; empty where the state decides too. */
  Optional<Value> push(Tape tape, Value u);

  /** Records the mean of what is observed, as the model sees it, {@code [rows × D]}. */
  Value observed(Tape tape, Value z, Value u);

  /** Those of its parameters that are learned, in the units of the file, by name. */
  Map<String, Double> learned();

  /**
   * What it is made of.
   *
   * @param parameters where its own are added
   * @param channels for the way from the units of the file to those of the model
   * @param inputs of the data
   * @param gap the usual time between two rows
   */
  record Parts(
      Parameters parameters, ChannelStatistics channels, ControlInputs inputs, double gap) {
    /** Z is not known before, but each state needs a scale: that of the first channel. */
    double scale() {
      return channels.scale()[0];
    }

    /**
     * Refuses data with another number of observed channels.
     *
     * @param said by the settings
     * @param setting that says so
     */
    void require(int said, String setting) {
      if (said == channels.size()) return;
      throw new IllegalArgumentException(
          ModelWords.of("knownPart.observed", setting, said, channels.size()));
    }
  }
}
