package undercurrent.model.continuous;

import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.Spectrum;

/** What needs a decomposition of a small matrix. */
final class DenseAlgebra {
  private DenseAlgebra() {}

  /** A⁻¹ B, by LU with pivots. */
  static Matrix solve(Matrix a, Matrix b) {
    var solver = LinearSolverFactory_DDRM.lu(a.rows());
    DMatrixRMaj x = new DMatrixRMaj(b.rows(), b.columns());
    if (!solver.setA(new DMatrixRMaj(a.toRows()))) {
      throw new IllegalStateException("A matrix to be solved with is singular.");
    }
    solver.solve(new DMatrixRMaj(b.toRows()), x);
    return Matrix.of(b.rows(), b.columns(), x.data);
  }

  /** The largest real part of an eigenvalue. */
  static double largestRealPart(Matrix a) {
    List<Complex_F64> values =
        Spectrum.values(new DMatrixRMaj(a.toRows()))
            .orElseThrow(
                () -> new IllegalArgumentException(ModelWords.of("denseAlgebra.eigenvalues")));
    return values.stream().mapToDouble(Complex_F64::getReal).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** The largest sum of a column's magnitudes. */
  static double norm(Matrix a) {
    double largest = 0;
    for (int j = 0; j < a.columns(); j++) {
      double sum = 0;
      for (int i = 0; i < a.rows(); i++) sum += Math.abs(a.at(i, j));
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** [a 0; 0 b]; either may have no columns. */
  static double[][] below(double[][] a, double[][] b) {
    int columns = a.length == 0 ? 0 : a[0].length;
    int more = b.length == 0 ? 0 : b[0].length;
    double[][] both = new double[a.length + b.length][columns + more];
    for (int i = 0; i < a.length; i++) System.arraycopy(a[i], 0, both[i], 0, columns);
    for (int i = 0; i < b.length; i++) System.arraycopy(b[i], 0, both[a.length + i], columns, more);
    return both;
  }
}
