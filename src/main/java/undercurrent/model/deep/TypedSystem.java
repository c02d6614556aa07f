package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.formula.Formula;
import undercurrent.model.formula.FormulaTape;
import undercurrent.model.formula.StartValues;

/**
 * Equations that a person typed, in the units of the file. Their parameters are learned with the
 * inference network, or held where the transition is fixed; noise has a deviation of 1 times its
 * factor.
 */
final class TypedSystem {
  private TypedSystem() {}

  static GivenBoxes boxes(GivenParts parts) {
    Formula formula = Formula.of(parts.formula());
    FormulaTape equations = FormulaTape.whole(formula, parts.gap());
    List<Parameters.Entry> entries = new ArrayList<>();
    for (Formula.Parameter parameter : formula.parameters()) {
      Parameters.Entry entry = parts.parameters().add("transition." + parameter.name(), 1, 1);
      Initial.fill(parts.parameters(), entry, parameter.start());
      entries.add(entry);
    }
    ChannelStatistics channels = parts.channels();
    boolean fits = channels.size() == formula.observations();
    StartValues start =
        StartValues.of(
            formula,
            fits ? channels.shift() : new double[formula.observations()],
            fits ? channels.scale() : new double[formula.observations()]);
    double[] scale = new double[formula.size()];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.max(Math.abs(start.means()[i]), start.deviations()[i]);
    }
    Transition transition =
        (tape, z, context) -> {
          List<Value> learned = entries.stream().map(tape::parameter).toList();
          return new Normal(
              equations.next(tape, z, learned), equations.motionNoise(tape, z.rows(), learned));
        };
    Emission emission =
        (tape, z) -> {
          List<Value> learned = entries.stream().map(tape::parameter).toList();
          Value shift = Constants.row(tape, channels.shift());
          Value unit = Constants.row(tape, channels.scale());
          Value mean = tape.subtract(equations.observed(tape, z, learned), shift);
          return new Normal(
              tape.divide(mean, unit),
              tape.divide(equations.observationNoise(tape, learned), unit));
        };
    return new GivenBoxes(
        formula.size(),
        formula.observations(),
        scale,
        (tape, context) -> prior(tape, context.rows(), start),
        transition,
        emission);
  }

  private static Normal prior(Tape tape, int rows, StartValues start) {
    return new Normal(
        Constants.rows(tape, rows, start.means()), Constants.rows(tape, rows, start.deviations()));
  }
}
