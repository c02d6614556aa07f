package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Layer;
import undercurrent.math.Recurrent;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;

/**
 * The recurrent layers that read the observations: to the right, to the left, or both; with an
 * embedding they read eₜ = ReLU(W [xₜ·mₜ, mₜ, uₜ] + b) (Krishnan et al. 2017). While a model is
 * trained, a share of their states is dropped before anything reads them.
 */
final class NetworkTrunk {
  private static final String STATE = ".state";
  private final NetworkKind kind;
  private final double dropout;
  private final Optional<Layer> embedding;
  private final List<Recurrent> layers = new ArrayList<>();

  NetworkTrunk(NetworkParts parts) {
    kind = parts.network().network();
    dropout = parts.network().dropout();
    embedding =
        parts.network().embedding()
            ? Optional.of(parts.layer("embedding", parts.seenSize(), parts.units()))
            : Optional.empty();
    if (kind.seesPast()) layers.add(layer(parts, "past"));
    if (kind.seesFuture()) layers.add(layer(parts, "future"));
  }

  /** Whether these weights are read anew at each step. */
  static boolean isRecurrent(String parameter) {
    return parameter.endsWith(STATE + ".weight");
  }

  private static Recurrent layer(NetworkParts parts, String name) {
    CellKind cell = parts.network().cell();
    int units = parts.units();
    int gates = cell.gates() * units;
    int in = parts.network().embedding() ? units : parts.seenSize();
    Layer input = parts.layer(name + ".input", in, gates);
    Layer state = parts.layer(name + STATE, units, gates);
    return cell.recurrent(input, state);
  }

  Conditioning conditioning() {
    return kind.seesFuture() ? Conditioning.SMOOTHED : Conditioning.FILTERED;
  }

  /** The states of each layer, past first, {@code [T·B × H]} each. */
  List<Value> record(Tape tape, Evidence evidence) {
    List<Value> states = new ArrayList<>();
    Value read = embedding.map(e -> e.recordRelu(tape, evidence.seen())).orElse(evidence.seen());
    for (int i = 0; i < layers.size(); i++) {
      boolean backward = i == layers.size() - 1 && kind.seesFuture();
      Value state = layers.get(i).record(tape, read, evidence.active(), evidence.steps(), backward);
      states.add(tape.dropout(state, dropout));
    }
    return states;
  }
}
