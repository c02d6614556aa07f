package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Gru;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Recurrent;
import undercurrent.math.Rnn;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;

/**
 * The recurrent layers that read the observations: to the right, to the left, or both. While a
 * model is trained, a share of their states is dropped before anything reads them.
 */
final class NetworkTrunk {
  private final NetworkKind kind;
  private final double dropout;
  private final List<Recurrent> layers = new ArrayList<>();

  NetworkTrunk(NetworkParts parts) {
    kind = parts.network().network();
    dropout = parts.network().dropout();
    if (kind.seesPast()) layers.add(layer(parts, "network.past"));
    if (kind.seesFuture()) layers.add(layer(parts, "network.future"));
  }

  private static Recurrent layer(NetworkParts parts, String name) {
    Parameters parameters = parts.parameters();
    Randomness random = parts.random();
    int in = parts.sides().seenSize();
    int units = parts.units();
    return switch (parts.network().cell()) {
      case GRU -> new Gru(parameters, name, in, units, random);
      case LSTM -> new Lstm(parameters, name, in, units, random);
      case RNN_TANH -> Rnn.tanh(parameters, name, in, units, random);
      case RNN_RELU -> Rnn.relu(parameters, name, in, units, random);
    };
  }

  Conditioning conditioning() {
    return kind.seesFuture() ? Conditioning.SMOOTHED : Conditioning.FILTERED;
  }

  /** The states of each layer, past first, {@code [T·B × H]} each. */
  List<Value> record(Tape tape, Evidence evidence) {
    List<Value> states = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean backward = i == layers.size() - 1 && kind.seesFuture();
      Value state =
          layers
              .get(i)
              .record(tape, evidence.seen(), evidence.active(), evidence.steps(), backward);
      states.add(tape.dropout(state, dropout));
    }
    return states;
  }
}
