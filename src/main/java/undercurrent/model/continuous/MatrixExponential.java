package undercurrent.model.continuous;

import undercurrent.model.gaussian.Matrix;

/** eᴬ by scaling, the Padé approximant of degree 13, and squaring (Higham 2005, algorithm 2.3). */
public final class MatrixExponential {
  /** Up to this 1-norm the approximant is exact to the last bit of a double. */
  private static final double EXACT = 5.371920351148152;

  private static final double[] B = {
    64764752532480000.0,
    32382376266240000.0,
    7771770303897600.0,
    1187353796428800.0,
    129060195264000.0,
    10559470521600.0,
    670442572800.0,
    33522128640.0,
    1323241920.0,
    40840800.0,
    960960.0,
    16380.0,
    182.0,
    1.0
  };

  private MatrixExponential() {}

  /** eᴬ [n][n]. */
  public static Matrix of(Matrix a) {
    int squarings = halvings(DenseAlgebra.norm(a), EXACT);
    Matrix result = approximant(a.times(Math.scalb(1.0, -squarings)));
    for (int i = 0; i < squarings; i++) result = result.times(result);
    return result;
  }

  /** How often a size must be halved to be at most {@code most}. */
  static int halvings(double size, double most) {
    return size <= most ? 0 : Math.getExponent(size / most) + 1;
  }

  /** (V - U)⁻¹ (V + U) with U the odd and V the even powers of A. */
  private static Matrix approximant(Matrix a) {
    Matrix one = Matrix.identity(a.rows());
    Matrix a2 = a.times(a);
    Matrix a4 = a2.times(a2);
    Matrix a6 = a4.times(a2);
    // U = A (A⁶ (b₁₃ A⁶ + b₁₁ A⁴ + b₉ A²) + b₇ A⁶ + b₅ A⁴ + b₃ A² + b₁)
    Matrix high = a6.times(a6.times(B[13]).plus(a4.times(B[11])).plus(a2.times(B[9])));
    Matrix odd = high.plus(low(7, a6, a4, a2, one));
    Matrix u = a.times(odd);
    // V = A⁶ (b₁₂ A⁶ + b₁₀ A⁴ + b₈ A²) + b₆ A⁶ + b₄ A⁴ + b₂ A² + b₀
    high = a6.times(a6.times(B[12]).plus(a4.times(B[10])).plus(a2.times(B[8])));
    Matrix v = high.plus(low(6, a6, a4, a2, one));
    return DenseAlgebra.solve(v.minus(u), v.plus(u));
  }

  private static Matrix low(int from, Matrix a6, Matrix a4, Matrix a2, Matrix one) {
    return a6.times(B[from])
        .plus(a4.times(B[from - 2]))
        .plus(a2.times(B[from - 4]))
        .plus(one.times(B[from - 6]));
  }
}
