package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A family of one observed channel that feels inputs too, xₜ = … + Σ βⱼ uⱼₜ: a regression whose
 * errors are what the family explains. θ are the family's own, then the coefficients β.
 *
 * @param family that knows no input
 * @param inputs their names
 */
public record InputEffects(Family family, List<String> inputs) implements Family {
  public InputEffects {
    inputs = List.copyOf(inputs);
  }

  private double[] own(double[] theta) {
    return Arrays.copyOf(theta, family.size());
  }

  @Override
  public int size() {
    return family.size() + inputs.size();
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    LinearSystem system = family.system(own(theta), series);
    int k = inputs.size();
    double[] effects = Arrays.copyOfRange(theta, family.size(), size());
    return system.withInputs(Varying.zero(system.latentSize(), k), Varying.constant(1, k, effects));
  }

  @Override
  public boolean isAdmissible(double[] theta) {
    return family.isAdmissible(own(theta));
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(family.names());
    for (String input : inputs) names.add("effect of " + input);
    return names;
  }

  @Override
  public double[] natural(double[] theta) {
    double[] natural = Arrays.copyOf(family.natural(own(theta)), size());
    System.arraycopy(theta, family.size(), natural, family.size(), inputs.size());
    return natural;
  }

  @Override
  public double[] theta(double... natural) {
    double[] theta = Arrays.copyOf(family.theta(own(natural)), size());
    System.arraycopy(natural, family.size(), theta, family.size(), inputs.size());
    return theta;
  }

  @Override
  public boolean isCoupled(int quantity) {
    return quantity < family.size() && family.isCoupled(quantity);
  }
}
