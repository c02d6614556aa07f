package undercurrent.figure;

/** What a figure is drawn on. */
public enum Paper {
  /** For print and for a light screen. */
  WHITE,
  /** None: what lies behind the picture is seen through it. The ink is that for a light ground. */
  TRANSPARENT,
  /** For a dark screen. */
  DARK;

  /** Of a theme of the window. */
  public static Paper of(boolean dark) {
    return dark ? DARK : WHITE;
  }

  Palette palette() {
    return Palette.of(this == DARK);
  }
}
