package undercurrent.model.flow;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Affine coupling layers that swap the roles of the two parts (RealNVP; Dinh, Sohl-Dickstein and
 * Bengio 2017). Of vectors of two channels or more; starts as the identity.
 */
public final class RealNvp implements Flow {
  private final List<CouplingLayer> layers;
  private final List<Value> context;

  /** Without a context; the layers are named coupling0, coupling1, … */
  public RealNvp(Parameters parameters, FlowShape shape, Randomness random) {
    this(parameters, shape, 0, random);
  }

  /**
   * A flow whose networks read a context too; {@link #given} says which.
   *
   * @param contextSize columns of the context
   */
  public RealNvp(Parameters parameters, FlowShape shape, int contextSize, Randomness random) {
    if (shape.size() < 2) {
      throw new IllegalArgumentException("a coupling layer needs two channels");
    }
    context = List.of();
    layers = new ArrayList<>();
    for (int i = 0; i < shape.layers(); i++) {
      String name = "coupling" + i;
      layers.add(new CouplingLayer(parameters, name, shape, contextSize, i % 2 == 1, random));
    }
  }

  private RealNvp(List<CouplingLayer> layers, List<Value> context) {
    this.layers = layers;
    this.context = context;
  }

  /**
   * The same flow with a context.
   *
   * @param context {@code [rows × contextSize]}
   */
  public RealNvp given(Value context) {
    return new RealNvp(layers, List.of(context));
  }

  @Override
  public Mapped toData(Tape tape, Value u) {
    Mapped last = Mapped.unchanged(tape, u);
    for (CouplingLayer layer : layers) {
      last = last.and(tape, layer.toData(tape, last.value(), context));
    }
    return last;
  }

  @Override
  public Mapped toBase(Tape tape, Value x) {
    Mapped last = Mapped.unchanged(tape, x);
    for (CouplingLayer layer : layers.reversed()) {
      last = last.and(tape, layer.toBase(tape, last.value(), context));
    }
    return last;
  }

  @Override
  public boolean isElementwise() {
    return false;
  }
}
