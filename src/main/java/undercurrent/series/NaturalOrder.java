package undercurrent.series;

/** The order of names in which "frame 2" stands before "frame 10". */
final class NaturalOrder {
  private NaturalOrder() {}

  /** Compares runs of digits by their number and all else by its letters. */
  static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a, i) && isDigit(b, j)) {
        int endA = afterDigits(a, i);
        int endB = afterDigits(b, j);
        int order = digits(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) return order;
        i = endA;
        j = endB;
      } else {
        int order = Character.compare(a.charAt(i), b.charAt(j));
        if (order != 0) return order;
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int afterDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text, end)) end++;
    return end;
  }

  /** Two numbers of any length. */
  private static int digits(String a, String b) {
    String one = a.replaceFirst("^0+", "");
    String other = b.replaceFirst("^0+", "");
    int order = Integer.compare(one.length(), other.length());
    return order != 0 ? order : one.compareTo(other);
  }
}
