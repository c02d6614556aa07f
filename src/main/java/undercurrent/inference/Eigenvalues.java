package undercurrent.inference;

import java.util.List;
import java.util.stream.Stream;
import undercurrent.model.linear.Spectrum;

/**
 * The eigenvalues of a transition matrix: their size is the factor by which a movement changes in a
 * time step, their angle is that by which it turns.
 *
 * @param name of the matrix, such as "F of regime 1"
 * @param real parts
 * @param imaginary parts, in the same order
 */
public record Eigenvalues(String name, double[] real, double[] imaginary) {
  private static final String TRANSITION = "F";

  /** Those of each transition matrix that was learned; none of other models. */
  public static List<Eigenvalues> of(Findings findings) {
    Stream<LearnedMatrix> matrices =
        findings.whole().isEmpty()
            ? findings.matrices().stream().flatMap(List::stream)
            : findings.whole().stream();
    return matrices
        .filter(m -> m.name().equals(TRANSITION) || m.name().startsWith(TRANSITION + " "))
        .map(m -> of(m.name(), m.values()))
        .toList();
  }

  /** Those of a square matrix. */
  static Eigenvalues of(String name, double[][] matrix) {
    Spectrum spectrum = Spectrum.of(matrix);
    return new Eigenvalues(name, spectrum.real(), spectrum.imaginary());
  }

  /** The absolute value of one of them. */
  public double size(int i) {
    return Math.hypot(real[i], imaginary[i]);
  }

  /** The time steps of a turn; infinite of one that does not turn. */
  public double period(int i) {
    return 2 * Math.PI / Math.abs(Math.atan2(imaginary[i], real[i]));
  }
}
