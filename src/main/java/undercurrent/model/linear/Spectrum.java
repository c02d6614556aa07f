package undercurrent.model.linear;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues of a square matrix.
 *
 * @param real parts {@code [n]}
 * @param imaginary parts, in the same order
 */
public record Spectrum(double[] real, double[] imaginary) {
  /** Those of a matrix {@code [n][n]}. */
  public static Spectrum of(double[][] matrix) {
    int n = matrix.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
    if (!eigen.decompose(new DMatrixRMaj(matrix))) {
      throw new IllegalArgumentException("The matrix has an element that is not finite.");
    }
    double[] real = new double[n];
    double[] imaginary = new double[n];
    for (int i = 0; i < n; i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      real[i] = value.getReal();
      imaginary[i] = value.getImaginary();
    }
    return new Spectrum(real, imaginary);
  }
}
