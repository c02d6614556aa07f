package undercurrent.model.exact;

import java.util.List;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.InputEffects;
import undercurrent.model.linear.Parameter;

/**
 * The inputs that a model regresses on, standardised.
 *
 * @param names of the inputs
 * @param units in words, empty where there is none
 * @param scale what 1 of the model is in each one's unit
 */
record Effects(List<String> names, List<String> units, double[] scale) {
  /** A family that feels them; the same one where there are none. */
  Family on(Family family) {
    return names.isEmpty() ? family : new InputEffects(family, names);
  }

  int size() {
    return names.size();
  }

  /** The coefficient of one input, by how much the channel moves with a unit of it. */
  FittedQuantity.Raw quantity(Parameter coefficient, int input) {
    double per = scale[input];
    String unit = units.get(input);
    return new FittedQuantity.Raw(
        coefficient.times(1 / per), 0, Dimension.VALUE, unit.isEmpty() ? "" : " per " + unit);
  }
}
