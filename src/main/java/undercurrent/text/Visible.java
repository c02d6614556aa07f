package undercurrent.text;

/**
 * Text from files, names and settings as it is printed, logged or drawn: signs that are not seen,
 * and would steer a terminal or turn the order of letters, are written out as Java and JSON write
 * them, such as {@code \u001b}.
 */
public final class Visible {
  /** The letters of a name or a cell that a sentence or a picture has room for. */
  public static final int MOST = 80;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Visible() {}

  /** The text; line breaks and tabs stay. */
  public static String of(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && isShown(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    if (i == length) return text;
    StringBuilder shown = new StringBuilder(text.substring(0, i));
    while (i < length) {
      int letter = text.codePointAt(i);
      if (isShown(letter)) {
        shown.appendCodePoint(letter);
      } else {
        for (char unit : Character.toChars(letter)) {
          shown.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            shown.append(Character.forDigit(unit >> shift & 0xF, 16));
          }
        }
      }
      i += Character.charCount(letter);
    }
    return shown.toString();
  }

  /** As much of a name or a cell as there is room for, on one line. */
  public static String name(String name) {
    String line = start(name).replaceAll("\\s+", " ");
    return of(line);
  }

  /** The first letters, and an ellipsis where there are more. */
  private static String start(String name) {
    if (name.length() <= MOST) return name;
    int end = Character.isHighSurrogate(name.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return name.substring(0, end) + "…";
  }

  private static boolean isShown(int letter) {
    if (letter == '\n' || letter == '\t') return true;
    // Some scripts need these two between their letters; neither moves anything.
    if (letter == ZERO_WIDTH_NON_JOINER || letter == ZERO_WIDTH_JOINER) return true;
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
