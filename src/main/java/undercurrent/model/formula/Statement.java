package undercurrent.model.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.model.ModelWords;

/**
 * One line of equations, such as {@code dx/dt = v}.
 *
 * @param name that its left side defines
 * @param right what stands behind the sign
 */
record Statement(Form form, Fragment name, Fragment right) {
  /** What a left side says. */
  enum Form {
    /** {@code dx/dt = …}: the speed of a state in continuous time. */
    SPEED,
    /** {@code x' = …}: a state one row later. */
    NEXT,
    /** {@code x(0) = mean +- deviation}: a state at the first row. */
    START,
    /** {@code y = …}, {@code y1 = …}: what is observed. */
    OBSERVATION,
    /** {@code k = …}: a given value, or a name for an expression. */
    DEFINITION,
    /** {@code k ~ 2}: a parameter that is learned from this value on. */
    PARAMETER,
    /** {@code input q} or {@code input q = column}: a column of inputs. */
    INPUT
  }

  private static final int MOST_CHARACTERS = 4000;
  private static final int MOST_STATEMENTS = 100;
  private static final String NAME = "(\\p{L}[\\p{L}\\p{Nd}_]*)";
  private static final Pattern SPEED = Pattern.compile("d" + NAME + "\\s*/\\s*dt");
  private static final Pattern NEXT = Pattern.compile(NAME + "\\s*['′]");
  private static final Pattern START = Pattern.compile(NAME + "\\s*\\(\\s*0\\s*\\)");
  private static final Pattern PLAIN = Pattern.compile(NAME);
  private static final Pattern OBSERVED = Pattern.compile("y\\d{0,3}");
  private static final Pattern INPUT = Pattern.compile("input(\\s.*)?");
  private static final int WORD = "input".length();

  /**
   * The statements of a text, which lines or semicolons end; what follows a # is a remark.
   *
   * @throws undercurrent.text.TextMistake where something is wrong
   */
  static List<Statement> of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new Fragment(text, 1, 1)
          .mistake(0, 1, ModelWords.of("statement.tooLong", text.length(), MOST_CHARACTERS));
    }
    List<Statement> statements = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      Fragment line = new Fragment(lines[i], i + 1, 1);
      int end = (lines[i] + "#").indexOf('#');
      int from = 0;
      while (from <= end) {
        int stop = (lines[i].substring(0, end) + ";").indexOf(';', from);
        Fragment one = line.part(from, stop);
        if (!one.isEmpty()) statements.add(read(one));
        from = stop + 1;
      }
    }
    if (statements.size() > MOST_STATEMENTS) {
      throw statements
          .get(MOST_STATEMENTS)
          .name
          .mistake(ModelWords.of("statement.tooMany", MOST_STATEMENTS + 1));
    }
    return statements;
  }

  private static Statement read(Fragment line) {
    String text = line.text();
    if (INPUT.matcher(text).matches()) return input(line);
    int sign = 0;
    while (sign < text.length() && text.charAt(sign) != '=' && text.charAt(sign) != '~') sign++;
    if (sign == text.length()) {
      throw line.mistake(ModelWords.of("statement.noSign", line.quoted()));
    }
    Fragment left = line.part(0, sign);
    Fragment right = line.part(sign + 1, text.length());
    if (right.isEmpty()) {
      throw line.mistake(sign, 1, ModelWords.of("statement.emptyRight"));
    }
    boolean isLearned = text.charAt(sign) == '~';
    if (isLearned) return new Statement(Form.PARAMETER, name(left, PLAIN, "k ~ 2"), right);
    for (Form form : List.of(Form.SPEED, Form.NEXT, Form.START)) {
      Matcher matcher = pattern(form).matcher(left.text());
      if (matcher.matches()) {
        return new Statement(form, left.part(matcher.start(1), matcher.end(1)), right);
      }
    }
    Fragment name = name(left, PLAIN, "dx/dt, x', x(0), y or k");
    boolean isObserved = OBSERVED.matcher(name.text()).matches();
    return new Statement(isObserved ? Form.OBSERVATION : Form.DEFINITION, name, right);
  }

  private static Pattern pattern(Form form) {
    return form == Form.SPEED ? SPEED : form == Form.NEXT ? NEXT : START;
  }

  private static Fragment name(Fragment left, Pattern pattern, String example) {
    if (pattern.matcher(left.text()).matches()) return left;
    if (left.isEmpty()) {
      throw left.mistake(0, 1, ModelWords.of("statement.emptyLeft", example));
    }
    throw left.mistake(ModelWords.of("statement.impossibleLeft", left.quoted(), example));
  }

  private static Statement input(Fragment line) {
    Fragment rest = line.part(WORD, line.text().length());
    int sign = rest.text().indexOf('=');
    Fragment name = sign < 0 ? rest : rest.part(0, sign);
    if (!PLAIN.matcher(name.text()).matches()) {
      throw (rest.isEmpty() ? line : rest).mistake(ModelWords.of("statement.input"));
    }
    Fragment column = sign < 0 ? name : rest.part(sign + 1, rest.text().length());
    return new Statement(Form.INPUT, name, column);
  }
}
