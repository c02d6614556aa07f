package undercurrent.text;

/** A mistake at a place of a text that a person typed; its message is one sentence. */
public final class TextMistake extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final int line;
  private final int column;
  private final int length;

  /**
   * A mistake.
   *
   * @param line from 1 on
   * @param column from 1 on
   * @param length of what is wrong, in characters; at least 1
   */
  public TextMistake(int line, int column, int length, String sentence) {
    super(sentence);
    this.line = line;
    this.column = column;
    this.length = length;
  }

  /** From 1 on. */
  public int line() {
    return line;
  }

  /** From 1 on. */
  public int column() {
    return column;
  }

  /** Of what is wrong, in characters. */
  public int length() {
    return length;
  }
}
