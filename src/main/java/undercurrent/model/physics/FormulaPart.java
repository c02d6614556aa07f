package undercurrent.model.physics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.Constants;
import undercurrent.model.formula.Evaluator;
import undercurrent.model.formula.Formula;
import undercurrent.model.formula.FormulaTape;
import undercurrent.series.RungeKutta;

/**
 * Equations that a person typed, in the units of the file: a parameter with = is given, one with ~
 * is learned. Noise in them is not looked at.
 */
final class FormulaPart implements KnownPart {
  private static final int STAGES = 2;
  private final Formula formula;
  private final FormulaTape equations;
  private final Parts parts;
  private final int[] columns;
  private final List<Parameters.Entry> entries = new ArrayList<>();
  private final double[] units;

  private FormulaPart(Formula formula, Parts parts) {
    this.formula = formula;
    this.parts = parts;
    equations = FormulaTape.means(formula, parts.gap());
    columns = formula.columns(parts.inputs().names());
    for (Formula.Parameter parameter : formula.parameters()) {
      Parameters.Entry entry = parts.parameters().add(PREFIX + parameter.name(), 1, 1);
      Initial.fill(parts.parameters(), entry, parameter.start());
      entries.add(entry);
    }
    units = stateUnits();
  }

  /** Of equations as they are typed. */
  static FormulaPart of(PhysicsSettings.Known known, Parts parts) {
    Formula formula = Formula.of(known.formula());
    parts.require(formula.observations(), "formula");
    return new FormulaPart(formula, parts);
  }

  /** Of a state that a start is said of, how large it is there. */
  private double[] stateUnits() {
    int seen = Math.max(0, formula.seen()[0]);
    double[] start = new double[formula.size()];
    start[seen] = parts.scale();
    double[] all = StateUnits.of(step(), start, seen);
    for (int i = 0; i < all.length; i++) {
      Optional<Formula.Start> said = formula.starts().get(i);
      if (said.isEmpty()) continue;
      all[i] = Math.max(Math.abs(said.get().mean()), said.get().deviation());
    }
    return all;
  }

  /** One row on, without inputs. */
  private UnaryOperator<double[]> step() {
    int n = formula.size();
    Evaluator motion = formula.motion(formula.startValues(), 1).at(0, new double[columns.length]);
    RungeKutta.Field field = (x, change) -> motion.values(x, n, 1, change, n);
    if (formula.isContinuous()) {
      return state -> RungeKutta.steps(field, state, parts.gap() / STAGES, STAGES);
    }
    return state -> {
      double[] next = new double[n];
      field.at(state, next);
      return next;
    };
  }

  @Override
  public List<String> states() {
    return formula.states();
  }

  @Override
  public double[] units() {
    return units.clone();
  }

  @Override
  public Value next(Tape tape, Value z, Value u) {
    Value unit = Constants.row(tape, units);
    Value from = tape.multiply(z, unit);
    return tape.divide(equations.next(tape, from, numbers(tape), inputs(tape, u)), unit);
  }

  private List<Value> numbers(Tape tape) {
    return entries.stream().map(tape::parameter).toList();
  }

  private List<Value> inputs(Tape tape, Value u) {
    return parts.inputs().columns(tape, u, columns);
  }

  @Override
  public Optional<Value> push(Tape tape, Value u) {
    return Optional.empty();
  }

  @Override
  public Value observed(Tape tape, Value z, Value u) {
    ChannelStatistics channels = parts.channels();
    Value from = tape.multiply(z, Constants.row(tape, units));
    Value seen = equations.observed(tape, from, numbers(tape), inputs(tape, u));
    Value shifted = tape.subtract(seen, Constants.row(tape, channels.shift()));
    return tape.divide(shifted, Constants.row(tape, channels.scale()));
  }

  @Override
  public Map<String, Double> learned() {
    Map<String, Double> learned = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String name = formula.parameters().get(i).name();
      learned.put(name, parts.parameters().get(entries.get(i), 0));
    }
    return learned;
  }
}
