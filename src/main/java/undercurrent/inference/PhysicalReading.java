package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/**
 * The mean latent states of a series as quantities of a known system, such as a displacement and a
 * velocity.
 *
 * @param series index in the set
 * @param times {@code [T]}
 * @param names of the quantities as a person typed them, or as the file or the matrices have them,
 *     the same in every language, {@code [Z]}
 * @param values in the units of the file, {@code [T][Z]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record PhysicalReading(int series, double[] times, List<String> names, double[][] values) {
  public PhysicalReading {
    names = List.copyOf(names);
  }

  /**
   * A quantity beside the truth.
   *
   * @param name of the truth if there is one, else of the quantity
   * @param states {@code [T]}
   * @param truth {@code [T]}
   * @param fit of the truth by a straight line of the states
   */
  public record Quantity(String name, double[] states, Optional<double[]> truth, LineFit fit) {}

  /** Each quantity, with the channel of truth that it is called after, or else the one in order. */
  public List<Quantity> beside(SeriesSet set) {
    List<Quantity> quantities = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double[] states = new double[values.length];
      for (int t = 0; t < states.length; t++) states[t] = values[t][i];
      int channel = truth(set, i);
      if (channel < 0) {
        LineFit none = LineFit.of(new double[0], new double[0]);
        quantities.add(new Quantity(names.get(i), states, Optional.empty(), none));
        continue;
      }
      double[] truth = set.series().get(series).channel(channel);
      String name = set.channels().get(channel).name();
      quantities.add(new Quantity(name, states, Optional.of(truth), LineFit.of(states, truth)));
    }
    return quantities;
  }

  private int truth(SeriesSet set, int quantity) {
    int[] channels = set.truthChannels();
    for (int channel : channels) {
      Channel candidate = set.channels().get(channel);
      if (candidate.name().equalsIgnoreCase(names.get(quantity))) return channel;
    }
    return channels.length == names.size() ? channels[quantity] : -1;
  }
}
