package undercurrent.model.linear;

import org.ejml.data.Complex_F64;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;

/**
 * The eigenvalues of a square matrix.
 *
 * @param real parts {@code [n]}
 * @param imaginary parts, in the same order
 */
public record Spectrum(double[] real, double[] imaginary) {
  /** Those of a matrix {@code [n][n]}. */
  public static Spectrum of(double[][] matrix) {
    SimpleEVD<SimpleMatrix> eigen = new SimpleMatrix(matrix).eig();
    int n = eigen.getNumberOfEigenvalues();
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
