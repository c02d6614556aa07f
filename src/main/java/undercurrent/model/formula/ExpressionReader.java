package undercurrent.model.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import undercurrent.model.ModelWords;
import undercurrent.model.formula.Formula.Input;
import undercurrent.text.TextMistake;

/** Turns the trees of the expression library into steps. */
final class ExpressionReader {
  private static final int DEEPEST = 300;
  private static final int NONE = -1;
  private final Names names;
  private final ExpressionSteps steps;
  private final Map<String, Integer> definitions = new HashMap<>();
  private final List<Input> inputs = new ArrayList<>();
  private Fragment fragment = new Fragment("", 1, 1);
  private Optional<Fragment> time = Optional.empty();
  private int depth;

  ExpressionReader(Names names, ExpressionSteps steps) {
    this.names = names;
    this.steps = steps;
  }

  /**
   * An expression and the noise that is added to it.
   *
   * @param rest the expression without noise
   * @param noise the factor of the noise; -1 where there is none
   */
  record Sum(int rest, int noise) {
    boolean hasNoise() {
      return noise != NONE;
    }
  }

  List<Input> inputs() {
    return List.copyOf(inputs);
  }

  /** Where the time is read first. */
  Optional<Fragment> time() {
    return time;
  }

  /** Definitions in an order in which each needs those before it alone. */
  void define(List<Statement> statements) {
    Map<String, Statement> waiting = new LinkedHashMap<>();
    for (Statement one : statements) waiting.put(one.name().text(), one);
    Map<String, List<String>> needed = new HashMap<>();
    while (!waiting.isEmpty()) {
      int before = waiting.size();
      for (Statement one : List.copyOf(waiting.values())) {
        String name = one.name().text();
        List<String> needs = needed.computeIfAbsent(name, n -> namesIn(one.right()));
        if (needs.stream().anyMatch(waiting::containsKey)) continue;
        definitions.put(name, plain(one.right()));
        waiting.remove(name);
      }
      if (waiting.size() == before) {
        Fragment name = waiting.values().iterator().next().name();
        throw name.mistake(ModelWords.of("expressionReader.circular", name.text()));
      }
    }
  }

  private static List<String> namesIn(Fragment right) {
    return Grammar.words(right).stream()
        .filter(w -> w.getType() == TokenType.VARIABLE_OR_CONSTANT)
        .map(Token::getValue)
        .toList();
  }

  /** An expression without noise. */
  int plain(Fragment of) {
    fragment = of;
    depth = 0;
    return value(tree());
  }

  /** An expression that noise may be added to. */
  Sum sum(Fragment of) {
    fragment = of;
    depth = 0;
    Sum sum = sum(tree());
    if (sum.hasNoise()) requireFactor(sum.noise());
    return sum.rest() == NONE ? new Sum(steps.number(0), sum.noise()) : sum;
  }

  private ASTNode tree() {
    return Grammar.tree(fragment, Grammar.words(fragment));
  }

  private void requireFactor(int noise) {
    int at = Math.max(0, fragment.text().indexOf(Names.NOISE));
    if (steps.uses(Op.STATE, noise) || steps.uses(Op.TIME, noise) || steps.uses(Op.INPUT, noise)) {
      throw fragment.mistake(
          at, Names.NOISE.length(), ModelWords.of("expressionReader.noiseFactor"));
    }
    boolean isNumber = steps.isNumber(noise);
    if (isNumber && (steps.value(noise) == 0 || !Double.isFinite(steps.value(noise)))) {
      throw fragment.mistake(at, Names.NOISE.length(), ModelWords.of("expressionReader.zeroNoise"));
    }
  }

  private Sum sum(ASTNode node) {
    if (!hasNoise(node)) return new Sum(value(node), NONE);
    deeper(node);
    Token word = node.getToken();
    List<ASTNode> under = node.getParameters();
    String sign = word.getValue();
    Sum found;
    if (word.getType() == TokenType.PREFIX_OPERATOR) {
      Sum inner = sum(under.getFirst());
      found = sign.equals("-") ? new Sum(negated(inner.rest()), negated(inner.noise())) : inner;
    } else if (word.getType() == TokenType.INFIX_OPERATOR && "+-".contains(sign)) {
      Sum left = sum(under.getFirst());
      Sum right = sum(under.getLast());
      if (left.hasNoise() && right.hasNoise()) {
        throw wrong(word, ModelWords.of("expressionReader.noiseTwice"));
      }
      Op op = sign.equals("+") ? Op.ADD : Op.SUBTRACT;
      int noise = left.hasNoise() ? left.noise() : right.noise();
      found = new Sum(joined(op, left.rest(), right.rest()), noise);
    } else {
      found = new Sum(NONE, factor(node));
    }
    depth--;
    return found;
  }

  private int negated(int step) {
    return step == NONE ? NONE : steps.step(Op.NEGATE, step, step);
  }

  private int joined(Op op, int left, int right) {
    if (right == NONE) return left;
    if (left == NONE) return op == Op.ADD ? right : negated(right);
    return steps.step(op, left, right);
  }

  /** What noise is multiplied by in a product. */
  private int factor(ASTNode node) {
    Token word = node.getToken();
    if (word.getValue().equals(Names.NOISE) && node.getParameters().isEmpty()) {
      return steps.number(1);
    }
    deeper(node);
    int factor;
    List<ASTNode> under = node.getParameters();
    boolean isLeft = !under.isEmpty() && hasNoise(under.getFirst());
    boolean isBoth = isLeft && under.size() == 2 && hasNoise(under.getLast());
    if (word.getType() == TokenType.PREFIX_OPERATOR) {
      factor = factor(under.getFirst());
    } else if (word.getValue().equals("*") && !isBoth) {
      int one = factor(isLeft ? under.getFirst() : under.getLast());
      factor = steps.step(Op.MULTIPLY, one, value(isLeft ? under.getLast() : under.getFirst()));
    } else if (word.getValue().equals("/") && isLeft && !isBoth) {
      factor = steps.step(Op.DIVIDE, factor(under.getFirst()), value(under.getLast()));
    } else {
      throw wrong(word, ModelWords.of("expressionReader.noisePlace"));
    }
    depth--;
    return factor;
  }

  /** Whether noise stands in a tree. */
  private static boolean hasNoise(ASTNode node) {
    List<ASTNode> open = new ArrayList<>(List.of(node));
    while (!open.isEmpty()) {
      ASTNode one = open.removeLast();
      if (one.getToken().getValue().equals(Names.NOISE)) return true;
      open.addAll(one.getParameters());
    }
    return false;
  }

  private void deeper(ASTNode node) {
    if (++depth <= DEEPEST) return;
    throw wrong(node.getToken(), ModelWords.of("expressionReader.tooDeep"));
  }

  private TextMistake wrong(Token word, String what) {
    return Grammar.mistake(fragment, word, what);
  }

  private int value(ASTNode node) {
    deeper(node);
    Token word = node.getToken();
    int step =
        switch (word.getType()) {
          case NUMBER_LITERAL -> number(word);
          case VARIABLE_OR_CONSTANT -> name(word);
          case FUNCTION -> function(node);
          case PREFIX_OPERATOR -> {
            int inner = value(node.getParameters().getFirst());
            yield word.getValue().equals("-") ? steps.step(Op.NEGATE, inner, inner) : inner;
          }
          case INFIX_OPERATOR ->
              steps.step(
                  operator(word),
                  value(node.getParameters().getFirst()),
                  value(node.getParameters().getLast()));
          default -> throw wrong(word, ModelWords.of("expressionReader.partEquation"));
        };
    if (steps.isFull()) throw wrong(word, ModelWords.of("expressionReader.tooLong"));
    depth--;
    return step;
  }

  private int function(ASTNode node) {
    String name = node.getToken().getValue().toLowerCase(Locale.ROOT);
    Op op = Op.FUNCTIONS.getOrDefault(name, Op.NUMBER);
    List<ASTNode> operands = Grammar.operands(fragment, node, op);
    int first = value(operands.getFirst());
    return steps.step(op, first, op.operands() == 2 ? value(operands.getLast()) : first);
  }

  private static Op operator(Token word) {
    return switch (word.getValue()) {
      case "+" -> Op.ADD;
      case "-" -> Op.SUBTRACT;
      case "*" -> Op.MULTIPLY;
      case "/" -> Op.DIVIDE;
      default -> Op.POWER;
    };
  }

  private int number(Token word) {
    double value;
    try {
      value = Double.parseDouble(word.getValue());
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (Double.isFinite(value)) return steps.number(value);
    throw wrong(
        word,
        ModelWords.of("expressionReader.noNumber", new Fragment(word.getValue(), 1, 1).quoted()));
  }

  private int name(Token word) {
    String name = word.getValue();
    if (name.equals(Names.NOISE)) {
      throw wrong(word, ModelWords.of("expressionReader.noiseAlone"));
    }
    return names
        .find(name)
        .map(statement -> defined(word, statement))
        .orElseGet(() -> given(word, name));
  }

  private int defined(Token word, Statement statement) {
    String name = statement.name().text();
    return switch (statement.form()) {
      case SPEED, NEXT -> steps.leaf(Op.STATE, names.state(name));
      case PARAMETER -> steps.leaf(Op.PARAMETER, names.parameters().indexOf(statement));
      case INPUT -> input(new Input(statement.right().text(), 0, statement.right()));
      case DEFINITION -> {
        Integer step = definitions.get(name);
        if (step == null) throw wrong(word, ModelWords.of("expressionReader.defined", name));
        yield step;
      }
      case START, OBSERVATION -> throw new IllegalStateException(name);
    };
  }

  private int given(Token word, String name) {
    if (Names.constant(name).isPresent()) return steps.number(Names.constant(name).get());
    if (name.equals(Names.TIME)) {
      if (time.isEmpty()) time = Optional.of(place(word));
      return steps.leaf(Op.TIME, 0);
    }
    if (Names.isAnyInput(name)) {
      int order = name.length() == 1 ? 0 : Integer.parseInt(name.substring(1)) - 1;
      return input(new Input("", order, place(word)));
    }
    throw wrong(word, names.advice(name));
  }

  private Fragment place(Token word) {
    int from = word.getStartPosition() - 1;
    return fragment.part(from, from + word.getValue().length());
  }

  private int input(Input wanted) {
    for (int i = 0; i < inputs.size(); i++) {
      Input known = inputs.get(i);
      if (known.column().equals(wanted.column()) && known.order() == wanted.order()) {
        return steps.leaf(Op.INPUT, i);
      }
    }
    inputs.add(wanted);
    return steps.leaf(Op.INPUT, inputs.size() - 1);
  }
}
