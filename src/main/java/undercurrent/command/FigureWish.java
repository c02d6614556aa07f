package undercurrent.command;

import java.util.List;
import undercurrent.picture.FigureFiles;

/** Which pictures of a training are written. */
enum FigureWish {
  NONE,
  SVG,
  PNG,
  PDF,
  ALL;

  /** Ends of file names. */
  List<String> formats() {
    return switch (this) {
      case NONE -> List.of();
      case SVG -> List.of("svg");
      case PNG -> List.of("png");
      case PDF -> List.of("pdf");
      case ALL -> FigureFiles.PICTURES;
    };
  }
}
