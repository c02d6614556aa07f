package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/** out = mean + sd ⊙ noise. */
record Sampling(Value mean, Value sd, Value noise, Value out) implements RowOperation {
  @Override
  public List<Value> read() {
    return List.of(mean, sd, noise);
  }

  @Override
  public Sampling rows(int from, int count) {
    Value to = out.rows(from, count);
    return new Sampling(mean.rows(from, count), sd.rows(from, count), noise.rows(from, count), to);
  }

  @Override
  public void forward() {
    for (int i = Lanes.on() ? Vectors.forward(this) : 0; i < out.size(); i++) {
      float s = sd.data[sd.offset + i];
      out.data[out.offset + i] =
          Math.fma(s, noise.data[noise.offset + i], mean.data[mean.offset + i]);
    }
  }

  @Override
  public void backward() {
    for (int i = Lanes.on() ? Vectors.backward(this) : 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      mean.grad[mean.offset + i] += d;
      sd.grad[sd.offset + i] += d * noise.data[noise.offset + i];
    }
  }

  private static final class Vectors {
    static int forward(Sampling o) {
      int whole = VectorFunctions.whole(o.out.size());
      for (int i = 0; i < whole; i += LANES) {
        load(o.sd.data, o.sd.offset + i)
            .fma(load(o.noise.data, o.noise.offset + i), load(o.mean.data, o.mean.offset + i))
            .intoArray(o.out.data, o.out.offset + i);
      }
      return whole;
    }

    static int backward(Sampling o) {
      int whole = VectorFunctions.whole(o.out.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector d = load(o.out.grad, o.out.offset + i);
        add(o.mean.grad, o.mean.offset + i, d);
        add(o.sd.grad, o.sd.offset + i, d.mul(load(o.noise.data, o.noise.offset + i)));
      }
      return whole;
    }
  }
}
