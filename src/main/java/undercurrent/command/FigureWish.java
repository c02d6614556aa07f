package undercurrent.command;

import java.util.List;

/** Which pictures of a training are written. */
enum FigureWish {
  NONE,
  SVG,
  PNG,
  ALL;

  /** Ends of file names. */
  List<String> formats() {
    return switch (this) {
      case NONE -> List.of();
      case SVG -> List.of("svg");
      case PNG -> List.of("png");
      case ALL -> List.of("svg", "png");
    };
  }
}
