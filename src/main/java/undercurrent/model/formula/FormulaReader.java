package undercurrent.model.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import undercurrent.model.ModelWords;
import undercurrent.model.formula.Formula.Parameter;
import undercurrent.model.formula.Formula.Start;
import undercurrent.model.formula.Statement.Form;
import undercurrent.text.TextMistake;

/** Makes a {@link Formula} of its text. */
final class FormulaReader {
  private static final Pattern SPREAD = Pattern.compile("\\+\\s*-|±");
  private static final int MOST_OBSERVED = 20;
  private final List<Statement> statements;
  private final Names names;
  private final ExpressionSteps steps = new ExpressionSteps();
  private final ExpressionReader expressions;

  FormulaReader(String text) {
    statements = Statement.of(text);
    names = new Names(statements);
    expressions = new ExpressionReader(names, steps);
  }

  Formula formula() {
    if (names.states().isEmpty()) throw missing(ModelWords.of("formulaReader.noState"));
    List<Statement> observed = observed();
    expressions.define(of(Form.DEFINITION));
    List<Parameter> parameters =
        names.parameters().stream()
            .map(s -> new Parameter(s.name().text(), number(s.right())))
            .toList();
    int n = names.states().size();
    List<ExpressionReader.Sum> sums = new ArrayList<>();
    for (Statement state : names.states()) sums.add(expressions.sum(state.right()));
    for (Statement seen : observed) sums.add(expressions.sum(seen.right()));
    boolean anywhere = sums.subList(0, n).stream().anyMatch(ExpressionReader.Sum::hasNoise);
    boolean[] isPushed = new boolean[n];
    int[] noise = new int[sums.size()];
    for (int i = 0; i < sums.size(); i++) {
      ExpressionReader.Sum sum = sums.get(i);
      boolean has = i >= n || sum.hasNoise() || !anywhere;
      if (i < n) isPushed[i] = has;
      noise[i] = sum.hasNoise() ? sum.noise() : steps.number(has ? 1 : 0);
    }
    int[] outputs = sums.stream().mapToInt(ExpressionReader.Sum::rest).toArray();
    int[] seen = new int[observed.size()];
    for (int i = 0; i < seen.length; i++) {
      int step = outputs[n + i];
      seen[i] = steps.is(Op.STATE, step) ? steps.place(step) : -1;
    }
    Program motion = steps.program(Arrays.copyOf(outputs, n));
    boolean spreadsEvenly = IntStream.range(0, n).allMatch(i -> isPushed[i] || motion.isLinear(i));
    return new Formula(
        names.states().getFirst().form() == Form.SPEED,
        names.states().stream().map(s -> s.name().text()).toList(),
        parameters,
        expressions.inputs(),
        starts(),
        seen,
        new Formula.Places(
            names.states().stream().map(Statement::name).toList(), expressions.time()),
        new Formula.Parts(
            motion,
            steps.program(Arrays.copyOfRange(outputs, n, outputs.length)),
            steps.program(noise),
            isPushed,
            spreadsEvenly));
  }

  private List<Statement> of(Form form) {
    return statements.stream().filter(s -> s.form() == form).toList();
  }

  private TextMistake missing(String what) {
    return statements.isEmpty()
        ? new Fragment("", 1, 1).mistake(what)
        : statements.getLast().name().mistake(what);
  }

  /** By their numbers. */
  private List<Statement> observed() {
    List<Statement> found = of(Form.OBSERVATION);
    if (found.isEmpty()) throw missing(ModelWords.of("formulaReader.noObservation"));
    if (found.size() > MOST_OBSERVED) {
      throw found
          .get(MOST_OBSERVED)
          .name()
          .mistake(ModelWords.of("formulaReader.tooManyChannels", MOST_OBSERVED));
    }
    if (found.size() == 1 && found.getFirst().name().text().equals("y")) return found;
    Statement[] ordered = new Statement[found.size()];
    for (Statement one : found) {
      String number = one.name().text().substring(1);
      int at = number.isEmpty() ? 0 : Integer.parseInt(number);
      if (at < 1 || at > ordered.length || ordered[at - 1] != null) {
        throw one.name()
            .mistake(
                found.size() == 1
                    ? ModelWords.of("formulaReader.oneChannel")
                    : ModelWords.of("formulaReader.channels", ordered.length, ordered.length));
      }
      ordered[at - 1] = one;
    }
    return List.of(ordered);
  }

  private double number(Fragment right) {
    int step = expressions.plain(right);
    double value = steps.isNumber(step) ? steps.value(step) : Double.NaN;
    if (Double.isFinite(value)) return value;
    throw right.mistake(ModelWords.of("formulaReader.noConstant"));
  }

  private List<Optional<Start>> starts() {
    Start[] starts = new Start[names.states().size()];
    for (Statement one : of(Form.START)) {
      int state = names.state(one.name().text());
      if (state < 0) {
        throw one.name().mistake(ModelWords.of("formulaReader.unknownState", one.name().quoted()));
      }
      if (starts[state] != null) {
        throw one.name().mistake(ModelWords.of("formulaReader.startTwice", one.name().text()));
      }
      starts[state] = start(one.right());
    }
    return Arrays.stream(starts).map(Optional::ofNullable).toList();
  }

  private Start start(Fragment right) {
    Matcher sign = SPREAD.matcher(right.text());
    if (!sign.find()) {
      throw right.mistake(ModelWords.of("formulaReader.startSpread"));
    }
    Fragment spread = right.part(sign.end(), right.text().length());
    Fragment mean = right.part(0, sign.start());
    if (spread.isEmpty() || mean.isEmpty()) {
      throw right.mistake(
          sign.start(), sign.group().length(), ModelWords.of("formulaReader.startNumbers"));
    }
    double deviation = number(spread);
    if (deviation <= 0) throw spread.mistake(ModelWords.of("formulaReader.startDeviation"));
    return new Start(number(mean), deviation);
  }
}
