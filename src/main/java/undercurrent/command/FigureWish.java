package undercurrent.command;

import java.util.List;

/** Which pictures of a training are written. */
enum FigureWish {
  NONE(),
  SVG("svg"),
  PNG("png"),
  ALL("svg", "png");

  private final List<String> formats;

  FigureWish(String... formats) {
    this.formats = List.of(formats);
  }

  /** Ends of file names. */
  List<String> formats() {
    return formats;
  }
}
