package undercurrent.model.linear;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import undercurrent.model.ModelWords;

/**
 * The eigenvalues of a square matrix.
 *
 * @param real parts {@code [n]}
 * @param imaginary parts, in the same order
 */
public record Spectrum(double[] real, double[] imaginary) {
  /** Those of a matrix {@code [n][n]}. */
  public static Spectrum of(double[][] matrix) {
    List<Complex_F64> values =
        values(new DMatrixRMaj(matrix))
            .orElseThrow(() -> new IllegalArgumentException(ModelWords.of("spectrum.infinite")));
    return new Spectrum(
        values.stream().mapToDouble(Complex_F64::getReal).toArray(),
        values.stream().mapToDouble(Complex_F64::getImaginary).toArray());
  }

  /** Those of a square matrix, which is overwritten; empty where they cannot be found. */
  public static Optional<List<Complex_F64>> values(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
    return eigen.decompose(matrix)
        ? Optional.of(IntStream.range(0, n).mapToObj(eigen::getEigenvalue).toList())
        : Optional.empty();
  }
}
