package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds out whether the columns of a table are the cells of a field on a grid, or the pixels of a
 * film: each heading then says where its cell lies.
 */
final class FrameGuess {
  private static final int FEWEST = 6;

  /** Fewer cells of a grid are stations. */
  private static final double LEAST_SHARE = 0.25;

  private static final double POLE = 90;
  private static final double HALF_ROUND = 180;
  private static final double ROUND = 360;

  private FrameGuess() {}

  /** Makes a draft a field or a film, unless a person wants it as series. */
  static void decide(Draft draft, Optional<FrameReading> wanted) {
    List<Column> observed = draft.used(ColumnUse.OBSERVED);
    List<String> empty =
        draft.used(ColumnUse.LEFT_OUT).stream().filter(Column::isEmpty).map(Column::name).toList();
    Optional<FrameShape> shape = shape(observed.stream().map(Column::name).toList(), empty);
    draft.frameFound(shape.isPresent());
    boolean isSeries = wanted.isPresent() && wanted.get() != FrameReading.FILM;
    if (shape.isEmpty() || isSeries) return;
    draft.frame(shape.get());
    uniform(draft, observed, shape.get());
    note(draft, shape.get());
  }

  private static void note(Draft draft, FrameShape shape) {
    int none = shape.placeCount() - shape.size();
    boolean isField = shape.grid().isPresent();
    draft.note(
        none == 0
            ? SeriesWords.of(
                isField ? "frameGuess.field" : "frameGuess.film", shape.size(), shape.words())
            : SeriesWords.counted(
                isField ? "frameGuess.land" : "frameGuess.pixel",
                none,
                shape.size(),
                shape.words(),
                none));
  }

  /** All cells are of one kind; numbers from 0 to 1 of a film are those of pixels. */
  private static void uniform(Draft draft, List<Column> observed, FrameShape shape) {
    boolean isBinary = observed.stream().allMatch(c -> draft.kindOf(c) == Channel.Kind.BINARY);
    boolean isCount = observed.stream().allMatch(c -> draft.kindOf(c) == Channel.Kind.COUNT);
    if (isBinary || isCount) return;
    boolean isShare = shape.grid().isEmpty() && observed.stream().allMatch(c -> c.isWithin(0, 1));
    Channel.Kind kind = isShare ? Channel.Kind.PIXEL : Channel.Kind.REAL;
    for (Column column : observed) draft.kind(column, kind);
  }

  /**
   * The frame of cells with these headings.
   *
   * @param empty headings of columns without a value, which may belong to it
   */
  static Optional<FrameShape> shape(List<String> headings, List<String> empty) {
    List<CellPlace> cells = places(headings);
    if (cells.size() < FEWEST) return Optional.empty();
    List<CellPlace> all = new ArrayList<>(cells);
    for (String heading : empty) {
      CellPlace.of(heading).filter(p -> p.isLike(cells.getFirst())).ifPresent(all::add);
    }
    if (all.stream().map(c -> List.of(c.row(), c.column(), c.colour())).distinct().count()
        < all.size()) {
      return Optional.empty();
    }
    boolean isPixels = cells.getFirst().isPixel() || countsPlaces(all);
    return isPixels ? film(cells, all) : field(cells, all);
  }

  /** The places of all headings; none when one of them is no place, or of another form. */
  private static List<CellPlace> places(List<String> headings) {
    List<CellPlace> cells = new ArrayList<>(headings.size());
    for (String heading : headings) {
      Optional<CellPlace> cell = CellPlace.of(heading);
      if (cell.isEmpty() || (!cells.isEmpty() && !cell.get().isLike(cells.getFirst()))) {
        return List.of();
      }
      cells.add(cell.get());
    }
    return cells;
  }

  /** Rows and columns that are counted from 0 or 1 without a gap are no degrees. */
  private static boolean countsPlaces(List<CellPlace> cells) {
    return cells.stream().noneMatch(CellPlace::isDegrees)
        && isCounted(cells.stream().mapToDouble(CellPlace::row).toArray())
        && isCounted(cells.stream().mapToDouble(CellPlace::column).toArray());
  }

  private static boolean isCounted(double[] numbers) {
    double[] distinct = Arrays.stream(numbers).distinct().sorted().toArray();
    boolean starts = distinct[0] == 0 || distinct[0] == 1;
    return starts && distinct[distinct.length - 1] == distinct[0] + distinct.length - 1;
  }

  private static Optional<FrameShape> film(List<CellPlace> cells, List<CellPlace> all) {
    double top = all.stream().mapToDouble(CellPlace::row).min().orElse(0);
    double left = all.stream().mapToDouble(CellPlace::column).min().orElse(0);
    double height = all.stream().mapToDouble(CellPlace::row).max().orElse(0) - top + 1;
    double width = all.stream().mapToDouble(CellPlace::column).max().orElse(0) - left + 1;
    boolean isWhole = all.stream().allMatch(c -> c.row() % 1 == 0 && c.column() % 1 == 0);
    int colours = cells.getFirst().colour() < 0 ? 1 : CellPlace.COLOURS;
    if (!isWhole || isSparse(height * width * colours, cells)) return Optional.empty();
    List<Integer> places = new ArrayList<>(cells.size());
    for (CellPlace cell : cells) {
      int pixel = (int) ((cell.row() - top) * width + cell.column() - left);
      places.add(pixel * colours + Math.max(0, cell.colour()));
    }
    return Optional.of(shape(height, width, colours, places, Optional.empty()));
  }

  private static boolean isSparse(double places, List<CellPlace> cells) {
    return places < FEWEST || cells.size() < LEAST_SHARE * places;
  }

  private static Optional<FrameShape> field(List<CellPlace> cells, List<CellPlace> all) {
    boolean isEarth =
        all.stream()
            .allMatch(
                c ->
                    Math.abs(c.row()) <= POLE
                        && c.column() >= -HALF_ROUND
                        && c.column() <= ROUND
                        && c.colour() < 0);
    if (!isEarth) return Optional.empty();
    double turn = turn(all.stream().mapToDouble(CellPlace::column).distinct().sorted().toArray());
    TreeSet<Double> latitudes = new TreeSet<>(Comparator.reverseOrder());
    TreeSet<Double> longitudes = new TreeSet<>();
    for (CellPlace cell : all) {
      latitudes.add(cell.row());
      longitudes.add(turned(cell.column(), turn));
    }
    boolean isLine = latitudes.size() < 2 || longitudes.size() < 2;
    if (isLine || isSparse((double) latitudes.size() * longitudes.size(), cells)) {
      return Optional.empty();
    }
    List<Double> rows = List.copyOf(latitudes);
    List<Double> columns = List.copyOf(longitudes);
    List<Integer> places = new ArrayList<>(cells.size());
    for (CellPlace cell : cells) {
      places.add(
          rows.indexOf(cell.row()) * columns.size() + columns.indexOf(turned(cell.column(), turn)));
    }
    return Optional.of(
        shape(rows.size(), columns.size(), 1, places, Optional.of(new FrameGrid(rows, columns))));
  }

  /** Where a field lies across the date line, longitudes below this one are a round further. */
  private static double turn(double[] longitudes) {
    for (int i = 1; i < longitudes.length; i++) {
      if (longitudes[i] - longitudes[i - 1] > HALF_ROUND) return longitudes[i];
    }
    return Double.NEGATIVE_INFINITY;
  }

  private static double turned(double longitude, double turn) {
    return longitude < turn ? longitude + ROUND : longitude;
  }

  private static FrameShape shape(
      double height, double width, int colours, List<Integer> places, Optional<FrameGrid> grid) {
    boolean isWhole = places.size() == height * width * colours;
    for (int i = 0; i < places.size() && isWhole; i++) isWhole = places.get(i) == i;
    return new FrameShape((int) height, (int) width, colours, isWhole ? List.of() : places, grid);
  }
}
