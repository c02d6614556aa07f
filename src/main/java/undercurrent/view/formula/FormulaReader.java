package undercurrent.view.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import undercurrent.view.formula.Formula.Accent;
import undercurrent.view.formula.Formula.Fraction;
import undercurrent.view.formula.Formula.Gap;
import undercurrent.view.formula.Formula.Letters;
import undercurrent.view.formula.Formula.Matrix;
import undercurrent.view.formula.Formula.Row;
import undercurrent.view.formula.Formula.Script;

/** Reads the part of LaTeX that the cards of kinds are written in. */
final class FormulaReader {
  private static final double RELATION = 0.28;
  private static final double BINARY = 0.2;
  private static final double AFTER_COMMA = 0.16;

  /** Commands that are a sign. */
  private static final Map<String, Letters> SIGNS =
      Map.ofEntries(
          variable("alpha", "α"),
          variable("beta", "β"),
          variable("gamma", "γ"),
          variable("varepsilon", "ε"),
          variable("zeta", "ζ"),
          variable("eta", "η"),
          variable("delta", "δ"),
          variable("lambda", "λ"),
          variable("pi", "π"),
          variable("tau", "τ"),
          variable("theta", "θ"),
          variable("mu", "μ"),
          variable("nu", "ν"),
          variable("xi", "ξ"),
          variable("rho", "ρ"),
          variable("sigma", "σ"),
          variable("phi", "φ"),
          variable("omega", "ω"),
          upright("Phi", "Φ", 0),
          upright("Sigma", "Σ", 0),
          upright("Theta", "Θ", 0),
          upright("sum", "Σ", 0.08),
          upright("partial", "∂", 0),
          upright("infty", "∞", 0),
          upright("sim", "~", RELATION),
          upright("in", "∈", RELATION),
          upright("le", "≤", RELATION),
          upright("ge", "≥", RELATION),
          upright("to", "→", RELATION),
          upright("times", "×", BINARY),
          upright("approx", "≈", RELATION),
          upright("propto", "∝", RELATION),
          upright("mid", "|", 0.12),
          upright("|", "‖", 0.12),
          upright("lVert", "‖", 0),
          upright("rVert", "‖", 0),
          upright("odot", "⊙", BINARY),
          upright("cdot", "·", BINARY),
          upright("top", "T", 0),
          upright("log", "log", 0.08),
          upright("exp", "exp", 0),
          upright("sin", "sin", 0.08),
          upright("cos", "cos", 0),
          upright("tanh", "tanh", 0),
          upright("det", "det", 0.08),
          upright("min", "min", 0.08),
          upright("{", "{", 0),
          upright("}", "}", 0));

  private static final Map<String, Double> GAPS =
      Map.of(",", 0.17, ";", 0.28, "quad", 1.0, "qquad", 2.0, "textstyle", 0.0, "!", 0.0);

  private static final Map<String, String> ACCENTS =
      Map.of("hat", "ˆ", "tilde", "˜", "bar", "¯", "dot", "˙", "ddot", "¨");

  private static final Pattern BEGIN = Pattern.compile("\\\\begin\\{[a-z]+\\}$");
  private final String text;
  private int at;

  private FormulaReader(String text) {
    this.text = text;
  }

  private static Map.Entry<String, Letters> variable(String name, String sign) {
    return Map.entry(name, new Letters(sign, true, 0));
  }

  private static Map.Entry<String, Letters> upright(String name, String sign, double space) {
    return Map.entry(name, new Letters(sign, false, space));
  }

  /**
   * Reads an equation.
   *
   * @throws IllegalArgumentException when it has a command that is not known
   */
  static Formula read(String latex) {
    FormulaReader reader = new FormulaReader(latex);
    Formula whole = reader.row();
    if (reader.at < latex.length()) throw reader.unknown(latex.substring(reader.at));
    return whole;
  }

  private IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException(
        "The equation '%s' has '%s', which is not known here.".formatted(text, what));
  }

  /** Up to the end, to a closing brace, or to what ends a cell. */
  private Row row() {
    List<Formula> parts = new ArrayList<>();
    while (at < text.length() && !isEnd()) {
      char next = text.charAt(at);
      if (next == ' ') at++;
      else if (next == '_' || next == '^') parts.add(script(parts));
      else parts.add(atom());
    }
    return new Row(parts);
  }

  private boolean isEnd() {
    return text.charAt(at) == '}'
        || text.charAt(at) == '&'
        || text.startsWith("\\\\", at)
        || text.startsWith("\\end{", at);
  }

  /** What stands below and above the last part, which is taken from the others. */
  private Script script(List<Formula> parts) {
    Formula base = parts.isEmpty() ? new Gap(0) : parts.removeLast();
    Optional<Formula> below = Optional.empty();
    Optional<Formula> above = Optional.empty();
    while (at < text.length() && (text.charAt(at) == '_' || text.charAt(at) == '^')) {
      boolean isBelow = text.charAt(at++) == '_';
      Optional<Formula> small = Optional.of(atom());
      if (isBelow) below = small;
      else above = small;
    }
    return new Script(base, below, above);
  }

  private Formula atom() {
    if (at >= text.length()) throw unknown("a sign at its end that something must follow");
    char next = text.charAt(at);
    if (next == '{') return group();
    if (next == '\\') return command();
    if (Character.isDigit(next)) return number();
    at++;
    return switch (next) {
      case '=' -> new Letters("=", false, RELATION);
      case '<', '>' -> new Letters(String.valueOf(next), false, RELATION);
      case '*' -> new Letters("*", false, BINARY);
      case '+' -> new Letters("+", false, isSigned() ? 0 : BINARY);
      case '-' -> new Letters("−", false, isSigned() ? 0 : BINARY);
      case ',' -> comma();
      case '\'' -> new Letters("′", false, 0);
      default -> new Letters(String.valueOf(next), Character.isLetter(next), 0);
    };
  }

  /** With a space after it, but not in braces, where it is a decimal sign. */
  private Formula comma() {
    Letters comma = new Letters(",", false, 0);
    boolean isDecimal = at > 1 && text.startsWith("{,}", at - 2);
    return isDecimal ? comma : new Row(List.of(comma, new Gap(AFTER_COMMA)));
  }

  /** Whether the sign that was just read belongs to what follows it, as in "(−1, 2)". */
  private boolean isSigned() {
    String before = text.substring(0, at - 1).stripTrailing();
    if (BEGIN.matcher(before).find()) return true;
    return before.isEmpty() || "({[,&=^_\\".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private Letters number() {
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || isPoint())) at++;
    return new Letters(text.substring(from, at), false, 0);
  }

  private boolean isPoint() {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private Row group() {
    at++;
    Row inside = row();
    close();
    return inside;
  }

  private void close() {
    if (at >= text.length() || text.charAt(at) != '}') throw unknown("a brace that is not closed");
    at++;
  }

  private String name() {
    at++;
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
    if (at == from) at++;
    return text.substring(from, at);
  }

  private Formula command() {
    String name = name();
    Letters sign = SIGNS.get(name);
    if (sign != null) return sign;
    Double gap = GAPS.get(name);
    if (gap != null) return new Gap(gap);
    String accent = ACCENTS.get(name);
    if (accent != null) return new Accent(argument(), accent);
    return switch (name) {
      case "mathrm", "operatorname", "text" -> new Letters(words(), false, 0.08);
      case "mathcal", "mathbb" -> new Letters(words(), false, 0);
      case "left", "right" -> atom();
      case "frac" -> new Fraction(argument(), argument());
      case "begin" -> matrix();
      default -> throw unknown("\\" + name);
    };
  }

  private Formula argument() {
    while (at < text.length() && text.charAt(at) == ' ') at++;
    if (at >= text.length()) throw unknown("a command without what it stands on");
    return atom();
  }

  /** Letters within braces, as they are. */
  private String words() {
    if (at >= text.length() || text.charAt(at) != '{') throw unknown("words without braces");
    int end = text.indexOf('}', at);
    if (end < 0) throw unknown("a brace that is not closed");
    String words = text.substring(at + 1, end);
    at = end + 1;
    return words;
  }

  private Matrix matrix() {
    String kind = words();
    List<List<Formula>> rows = new ArrayList<>();
    List<Formula> cells = new ArrayList<>();
    while (true) {
      cells.add(row());
      if (at >= text.length()) throw unknown("\\begin without \\end");
      if (text.charAt(at) == '&') {
        at++;
      } else if (text.startsWith("\\\\", at)) {
        at += 2;
        rows.add(cells);
        cells = new ArrayList<>();
      } else {
        break;
      }
    }
    rows.add(cells);
    String end = "\\end{" + kind + "}";
    if (!text.startsWith(end, at)) throw unknown(text.substring(at));
    at += end.length();
    return new Matrix(rows);
  }
}
