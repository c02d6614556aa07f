package undercurrent.model.linear;

import java.util.List;
import java.util.function.UnaryOperator;

/** A family whose systems are changed in parts that do not depend on θ, such as their start. */
public record ChangedSystems(Family family, UnaryOperator<LinearSystem> change) implements Family {
  @Override
  public int size() {
    return family.size();
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    return change.apply(family.system(theta, series));
  }

  @Override
  public boolean isAdmissible(double[] theta) {
    return family.isAdmissible(theta);
  }

  @Override
  public List<String> names() {
    return family.names();
  }

  @Override
  public double[] natural(double[] theta) {
    return family.natural(theta);
  }

  @Override
  public double[] theta(double... natural) {
    return family.theta(natural);
  }

  @Override
  public boolean isCoupled(int quantity) {
    return family.isCoupled(quantity);
  }
}
