package undercurrent.math;

import static jdk.incubator.vector.VectorOperators.MUL;
import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.first;
import static undercurrent.math.VectorFunctions.isOff;
import static undercurrent.math.VectorFunctions.load;
import static undercurrent.math.VectorFunctions.lower;
import static undercurrent.math.VectorFunctions.relu;
import static undercurrent.math.VectorFunctions.second;
import static undercurrent.math.VectorFunctions.upper;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The loops of a {@link PlanePerceptron} with the machine's vectors: rows lie along them, or hidden
 * units where weights are summed over rows.
 */
final class PlaneVectors {
  private PlaneVectors() {}

  /**
   * Rows that fill two vectors, the last of them again where the others leave some; says how many.
   */
  static int forward(PlanePerceptron o) {
    int h = o.hidden();
    float[] units = o.units();
    float[] x = o.x().data;
    float[] out = o.out().data;
    float bias = o.b2().data[o.b2().offset];
    float otherBias = o.b2().data[o.b2().offset + 1];
    int rows = o.x().rows;
    if (rows < 2 * LANES) return 0;
    for (int r = 0; r < rows; r += 2 * LANES) {
      int row = Math.min(r, rows - 2 * LANES);
      int at = o.x().offset + 2 * row;
      int to = o.out().offset + 2 * row;
      FloatVector a = load(x, at);
      FloatVector b = load(x, at + LANES);
      FloatVector u0 = first(a, b);
      FloatVector v0 = second(a, b);
      a = load(x, at + 2 * LANES);
      b = load(x, at + 3 * LANES);
      FloatVector u1 = first(a, b);
      FloatVector v1 = second(a, b);
      FloatVector p0 = all(bias);
      FloatVector q0 = all(otherBias);
      FloatVector p1 = p0;
      FloatVector q1 = q0;
      for (int k = 0; k < h; k++) {
        FloatVector w = all(units[k]);
        FloatVector s = all(units[2 * h + k]);
        FloatVector a0 = u0.fma(w, s);
        FloatVector a1 = u1.fma(w, s);
        w = all(units[h + k]);
        a0 = relu(v0.fma(w, a0));
        a1 = relu(v1.fma(w, a1));
        w = all(units[3 * h + k]);
        p0 = a0.fma(w, p0);
        p1 = a1.fma(w, p1);
        w = all(units[4 * h + k]);
        q0 = a0.fma(w, q0);
        q1 = a1.fma(w, q1);
      }
      lower(p0, q0).intoArray(out, to);
      upper(p0, q0).intoArray(out, to + LANES);
      lower(p1, q1).intoArray(out, to + 2 * LANES);
      upper(p1, q1).intoArray(out, to + 3 * LANES);
    }
    return rows;
  }

  /** ∂x of all rows that fill a vector; says how many. */
  static int towardInput(PlanePerceptron o) {
    int h = o.hidden();
    float[] units = o.units();
    float[] x = o.x().data;
    float[] dx = o.x().grad;
    float[] dout = o.out().grad;
    FloatVector zero = all(0f);
    int whole = VectorFunctions.whole(o.x().rows);
    int at = o.x().offset;
    int from = o.out().offset;
    for (int r = 0; r < whole; r += LANES, at += 2 * LANES, from += 2 * LANES) {
      FloatVector a = load(x, at);
      FloatVector b = load(x, at + LANES);
      FloatVector u = first(a, b);
      FloatVector v = second(a, b);
      a = load(dout, from);
      b = load(dout, from + LANES);
      FloatVector p = first(a, b);
      FloatVector q = second(a, b);
      a = load(dx, at);
      b = load(dx, at + LANES);
      FloatVector du = first(a, b);
      FloatVector dv = second(a, b);
      for (int k = 0; k < h; k++) {
        FloatVector w = all(units[k]);
        FloatVector y = all(units[h + k]);
        FloatVector unit = v.fma(y, u.fma(w, all(units[2 * h + k])));
        FloatVector d = p.fma(all(units[3 * h + k]), zero);
        d = q.fma(all(units[4 * h + k]), d).lanewise(MUL, zero, isOff(unit));
        du = d.fma(w, du);
        dv = d.fma(y, dv);
      }
      lower(du, dv).intoArray(dx, at);
      upper(du, dv).intoArray(dx, at + LANES);
    }
    return whole;
  }

  /**
   * The sums of all hidden units that fill a vector, over an even number of rows; says for how many
   * units. Two rows at a time are faster than twice one.
   */
  static int towardWeights(PlanePerceptron o) {
    int h = o.hidden();
    float[] units = o.units();
    float[] sums = o.sums();
    float[] x = o.x().data;
    float[] dout = o.out().grad;
    FloatVector zero = all(0f);
    int whole = VectorFunctions.whole(h);
    int rows = o.x().rows / 2 * 2;
    for (int k = 0; k < whole; k += LANES) {
      FloatVector wu = load(units, k);
      FloatVector wv = load(units, h + k);
      FloatVector bias = load(units, 2 * h + k);
      FloatVector wp = load(units, 3 * h + k);
      FloatVector wq = load(units, 4 * h + k);
      FloatVector toU = load(sums, k);
      FloatVector toV = load(sums, h + k);
      FloatVector toBias = load(sums, 2 * h + k);
      FloatVector toP = load(sums, 3 * h + k);
      FloatVector toQ = load(sums, 4 * h + k);
      int at = o.x().offset;
      int from = o.out().offset;
      for (int r = 0; r < rows; r += 2, at += 4, from += 4) {
        FloatVector u = all(x[at]);
        FloatVector v = all(x[at + 1]);
        FloatVector p = all(dout[from]);
        FloatVector q = all(dout[from + 1]);
        FloatVector unit = v.fma(wv, u.fma(wu, bias));
        VectorMask<Float> off = isOff(unit);
        FloatVector d = q.fma(wq, p.fma(wp, zero)).lanewise(MUL, zero, off);
        FloatVector a = unit.blend(zero, off);
        toU = u.fma(d, toU);
        toV = v.fma(d, toV);
        toBias = toBias.add(d);
        toP = a.fma(p, toP);
        toQ = a.fma(q, toQ);
        u = all(x[at + 2]);
        v = all(x[at + 3]);
        p = all(dout[from + 2]);
        q = all(dout[from + 3]);
        unit = v.fma(wv, u.fma(wu, bias));
        off = isOff(unit);
        d = q.fma(wq, p.fma(wp, zero)).lanewise(MUL, zero, off);
        a = unit.blend(zero, off);
        toU = u.fma(d, toU);
        toV = v.fma(d, toV);
        toBias = toBias.add(d);
        toP = a.fma(p, toP);
        toQ = a.fma(q, toQ);
      }
      toU.intoArray(sums, k);
      toV.intoArray(sums, h + k);
      toBias.intoArray(sums, 2 * h + k);
      toP.intoArray(sums, 3 * h + k);
      toQ.intoArray(sums, 4 * h + k);
    }
    return whole;
  }
}
