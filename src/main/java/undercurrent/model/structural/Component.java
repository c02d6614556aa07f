package undercurrent.model.structural;

import java.util.List;

/** One part of a sum, immutable: its parameters, and the blocks of the linear system they give. */
public interface Component {
  /** What a person calls it, such as "trend". */
  String name();

  /** Its parameters, in the order of θ. */
  List<Quantity> quantities();

  /** Its blocks for its own part of θ; always of the same sizes. */
  Block block(double[] theta);

  /** What of its states a person knows: what it adds, at the first step. */
  default List<Meaning> meaning(double[] theta) {
    Block block = block(theta);
    return block.size() == 0
        ? List.of()
        : List.of(new Meaning(name(), block.emission().at(0), Meaning.Amount.DIFFERENCE));
  }

  /** Whether a quantity depends on several of θ. */
  default boolean isCoupled(int quantity) {
    return false;
  }

  /** How far each state moves [n] when all values of the series move by 1. */
  default double[] shift(double[] theta) {
    return new double[block(theta).size()];
  }

  /**
   * Whether the component means what its name says; a search that ends where it does not is given
   * up for another one.
   */
  default boolean isAdmissible(double[] theta) {
    return true;
  }

  /** A fair θ to begin a search with, from the values of a series, NaN where missing. */
  double[] start(double[] values);

  /**
   * Where searches may begin, {@link #start} among them; several where the likelihood has several
   * local maxima.
   */
  default List<double[]> starts(double[] values) {
    return List.of(start(values));
  }

  /**
   * Other fair starts, which are tried where another component makes several searches necessary.
   */
  default List<double[]> otherStarts(double[] values) {
    return List.of();
  }

  /** The quantities of a θ. */
  default double[] natural(double[] theta) {
    double[] natural = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      natural[i] = quantities().get(i).natural().applyAsDouble(theta[i]);
    }
    return natural;
  }

  /** The θ of quantities that are known. */
  default double[] theta(double[] natural) {
    double[] theta = new double[natural.length];
    for (int i = 0; i < theta.length; i++) theta[i] = quantities().get(i).thetaOf(natural[i]);
    return theta;
  }
}
