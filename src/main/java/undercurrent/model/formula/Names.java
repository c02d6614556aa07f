package undercurrent.model.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import undercurrent.model.ModelWords;
import undercurrent.text.TextMistake;

/** The names that the left sides of equations define. */
final class Names {
  static final String TIME = "t";
  static final String NOISE = "noise";
  private static final Map<String, Double> CONSTANTS =
      Map.of("pi", StrictMath.PI, "π", StrictMath.PI, "e", StrictMath.E);
  private static final Set<String> TAKEN = Set.of(TIME, NOISE, "input");
  private static final Pattern ANY_INPUT = Pattern.compile("u([1-9]\\d?)?");
  private static final int MOST_STATES = 20;
  private static final int MOST_PARAMETERS = 12;
  private final Map<String, Statement> defined = new LinkedHashMap<>();
  private final List<Statement> states = new ArrayList<>();
  private final List<Statement> parameters = new ArrayList<>();

  /**
   * Those of some statements.
   *
   * @throws TextMistake where a name is defined twice, or cannot be one
   */
  Names(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement.form()) {
        case SPEED, NEXT -> {
          define(statement);
          requireRoom(states, statement, MOST_STATES, "names.room.state");
          requireOneForm(statement);
        }
        case PARAMETER -> {
          define(statement);
          requireRoom(parameters, statement, MOST_PARAMETERS, "names.room.parameter");
        }
        case DEFINITION, INPUT -> define(statement);
        case START, OBSERVATION -> {}
      }
    }
  }

  private void define(Statement statement) {
    Fragment name = statement.name();
    String text = name.text();
    if (CONSTANTS.containsKey(text) || TAKEN.contains(text) || Op.FUNCTIONS.containsKey(text)) {
      throw name.mistake(ModelWords.of("names.reserved", text));
    }
    Statement before = defined.putIfAbsent(text, statement);
    if (before != null) {
      throw name.mistake(ModelWords.of("names.twice", text, before.name().line()));
    }
  }

  private static void requireRoom(List<Statement> list, Statement statement, int most, String key) {
    if (list.size() == most) {
      throw statement.name().mistake(ModelWords.of(key, most + 1, most));
    }
    list.add(statement);
  }

  private void requireOneForm(Statement statement) {
    if (states.getFirst().form() == statement.form()) return;
    throw statement.name().mistake(ModelWords.of("names.oneForm", states.getFirst().name().line()));
  }

  List<Statement> states() {
    return states;
  }

  List<Statement> parameters() {
    return parameters;
  }

  Optional<Statement> find(String name) {
    return Optional.ofNullable(defined.get(name));
  }

  int state(String name) {
    for (int i = 0; i < states.size(); i++) if (states.get(i).name().text().equals(name)) return i;
    return -1;
  }

  static Optional<Double> constant(String name) {
    return Optional.ofNullable(CONSTANTS.get(name));
  }

  /** Whether it is u, u1, u2 …: the inputs by their order. */
  static boolean isAnyInput(String name) {
    return ANY_INPUT.matcher(name).matches();
  }

  /** What to do about a name that nothing defines. */
  String advice(String name) {
    if (name.matches("y\\d*")) {
      return ModelWords.of("names.observed", name);
    }
    for (String known : defined.keySet()) {
      if (known.equalsIgnoreCase(name)) {
        return ModelWords.of("names.letterCase", name, known);
      }
    }
    for (int i = 1; i < name.length(); i++) {
      if (isKnown(name.substring(0, i)) && isKnown(name.substring(i))) {
        return ModelWords.of("names.product", name, name.substring(0, i), name.substring(i));
      }
    }
    String shown = new Fragment(name, 1, 1).quoted();
    return ModelWords.of("names.undefined", shown);
  }

  private boolean isKnown(String name) {
    return defined.containsKey(name) || CONSTANTS.containsKey(name) || name.equals(TIME);
  }
}
