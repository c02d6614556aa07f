package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Gru;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Recurrent;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;

/** The recurrent layers that read the observations: to the right, to the left, or both. */
final class NetworkTrunk {
  private final NetworkKind kind;
  private final List<Recurrent> layers = new ArrayList<>();

  NetworkTrunk(
      Parameters parameters, DeepSettings settings, int size, int units, Randomness random) {
    kind = settings.inference().network();
    if (kind.seesPast()) layers.add(layer(parameters, settings, "past", size, units, random));
    if (kind.seesFuture()) layers.add(layer(parameters, settings, "future", size, units, random));
  }

  private static Recurrent layer(
      Parameters parameters,
      DeepSettings settings,
      String name,
      int size,
      int units,
      Randomness random) {
    String full = "network." + name;
    return switch (settings.inference().cell()) {
      case GRU -> new Gru(parameters, full, 2 * size, units, random);
      case LSTM -> new Lstm(parameters, full, 2 * size, units, random);
    };
  }

  Conditioning conditioning() {
    return kind.seesFuture() ? Conditioning.SMOOTHED : Conditioning.FILTERED;
  }

  /** The states of each layer, past first, {@code [T·B × H]} each. */
  List<Value> record(Tape tape, Value seen, Value active, int steps) {
    List<Value> states = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean backward = i == layers.size() - 1 && kind.seesFuture();
      states.add(layers.get(i).record(tape, seen, active, steps, backward));
    }
    return states;
  }
}
