package undercurrent.series;

/** What stands before the fraction of a number. */
public enum DecimalSign {
  DOT('.'),
  COMMA(',');

  private final char sign;

  DecimalSign(char sign) {
    this.sign = sign;
  }

  public char sign() {
    return sign;
  }
}
