package undercurrent.series;

/** What stands between the cells of a text table. */
public enum Separator {
  TAB('\t'),
  SEMICOLON(';'),
  COMMA(','),
  BAR('|'),
  /** Any run of blanks. */
  SPACE(' ');

  private final char sign;

  Separator(char sign) {
    this.sign = sign;
  }

  public char sign() {
    return sign;
  }
}
