package undercurrent.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a part, in the order that Maven specifies: numbers by value, qualifiers such as
 * {@code alpha}, {@code rc} and {@code snapshot} before the release, {@code sp} and unknown words
 * after it, and trailing zeros of no account.
 */
final class Version implements Comparable<Version> {
  private static final Pattern TOKEN = Pattern.compile("([0-9]+|[^0-9.\\-_]+)|([.\\-_])");
  private static final List<String> QUALIFIERS =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
  private static final int RELEASE = QUALIFIERS.indexOf("");

  private final String written;
  private final List<Token> tokens;

  private Version(String written, List<Token> tokens) {
    this.written = written;
    this.tokens = tokens;
  }

  /** Reads any version; every string is one. */
  static Version of(String written) {
    List<Token> tokens = new ArrayList<>();
    char prefix = '.';
    boolean separated = true;
    Matcher matcher = TOKEN.matcher(written.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String separator = matcher.group(2);
      if (separator != null) {
        if (separated) tokens.add(new Token(prefix, "0"));
        prefix = separator.charAt(0) == '.' ? '.' : '-';
        separated = true;
      } else {
        String text = matcher.group(1);
        boolean beforeNumber =
            matcher.end() < written.length() && isDigit(written.charAt(matcher.end()));
        tokens.add(new Token(separated ? prefix : '-', name(text, beforeNumber)));
        separated = false;
      }
    }
    return new Version(written, withoutTrailingZeros(tokens));
  }

  /** Takes away what counts nothing at the end and before each hyphen. */
  private static List<Token> withoutTrailingZeros(List<Token> tokens) {
    List<Token> kept = new ArrayList<>(tokens);
    for (int i = kept.size() - 1; i >= 0; i--) {
      boolean atEnd = i == kept.size() - 1 || kept.get(i + 1).prefix == '-';
      if (atEnd && kept.get(i).isNothing()) kept.remove(i);
    }
    return List.copyOf(kept);
  }

  private static String name(String text, boolean beforeNumber) {
    if (isDigit(text.charAt(0))) return new BigInteger(text).toString();
    return switch (text) {
      case "a" -> beforeNumber ? "alpha" : text;
      case "b" -> beforeNumber ? "beta" : text;
      case "m" -> beforeNumber ? "milestone" : text;
      case "cr" -> "rc";
      case "ga", "final", "release" -> "";
      default -> text;
    };
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  @Override
  public int compareTo(Version other) {
    int length = Math.max(tokens.size(), other.tokens.size());
    for (int i = 0; i < length; i++) {
      int order;
      if (i >= tokens.size()) order = -other.tokens.get(i).compareToNothing();
      else if (i >= other.tokens.size()) order = tokens.get(i).compareToNothing();
      else order = tokens.get(i).compareTo(other.tokens.get(i));
      if (order != 0) return order;
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return tokens.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }

  /** A number or a qualifier, with the sign before it. */
  private record Token(char prefix, String text) implements Comparable<Token> {
    boolean isNumber() {
      return !text.isEmpty() && isDigit(text.charAt(0));
    }

    boolean isNothing() {
      return compareToNothing() == 0;
    }

    int compareToNothing() {
      return isNumber() ? new BigInteger(text).signum() : Integer.compare(rank(), RELEASE);
    }

    @Override
    public int compareTo(Token other) {
      int kinds = Integer.compare(kind(), other.kind());
      if (kinds != 0) return kinds;
      if (isNumber()) return new BigInteger(text).compareTo(new BigInteger(other.text));
      int ranks = Integer.compare(rank(), other.rank());
      return ranks != 0 ? ranks : text.compareTo(other.text);
    }

    private int kind() {
      if (!isNumber()) return 0;
      return prefix == '-' ? 1 : 2;
    }

    private int rank() {
      int known = QUALIFIERS.indexOf(text);
      return known >= 0 ? known : QUALIFIERS.size();
    }
  }
}
