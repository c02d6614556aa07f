package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/** out = (1 − g) ⊙ a + g ⊙ b. */
record Blend(Value g, Value a, Value b, Value out) implements RowOperation {
  @Override
  public List<Value> read() {
    return List.of(g, a, b);
  }

  @Override
  public Blend rows(int from, int count) {
    Value to = out.rows(from, count);
    return new Blend(g.rows(from, count), a.rows(from, count), b.rows(from, count), to);
  }

  @Override
  public void forward() {
    for (int i = Lanes.on() ? Vectors.forward(this) : 0; i < out.size(); i++) {
      float gate = g.data[g.offset + i];
      float from = a.data[a.offset + i];
      // a + g·(b − a)
      out.data[out.offset + i] = Math.fma(gate, b.data[b.offset + i] - from, from);
    }
  }

  @Override
  public void backward() {
    for (int i = Lanes.on() ? Vectors.backward(this) : 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      float gate = g.data[g.offset + i];
      g.grad[g.offset + i] += d * (b.data[b.offset + i] - a.data[a.offset + i]);
      a.grad[a.offset + i] += d * (1f - gate);
      b.grad[b.offset + i] += d * gate;
    }
  }

  private static final class Vectors {
    static int forward(Blend o) {
      int whole = VectorFunctions.whole(o.out.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector from = load(o.a.data, o.a.offset + i);
        load(o.g.data, o.g.offset + i)
            .fma(load(o.b.data, o.b.offset + i).sub(from), from)
            .intoArray(o.out.data, o.out.offset + i);
      }
      return whole;
    }

    static int backward(Blend o) {
      int whole = VectorFunctions.whole(o.out.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector d = load(o.out.grad, o.out.offset + i);
        FloatVector gate = load(o.g.data, o.g.offset + i);
        FloatVector difference = load(o.b.data, o.b.offset + i).sub(load(o.a.data, o.a.offset + i));
        add(o.g.grad, o.g.offset + i, d.mul(difference));
        add(o.a.grad, o.a.offset + i, d.mul(all(1f).sub(gate)));
        add(o.b.grad, o.b.offset + i, d.mul(gate));
      }
      return whole;
    }
  }
}
