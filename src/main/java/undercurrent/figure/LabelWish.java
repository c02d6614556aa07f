package undercurrent.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that should stand beside a mark.
 *
 * @param places of the mark in the plot, in pixels, in the order along the mark
 * @param isNeeded whether a legend has them, too
 * @param rank those that have fewer places come first
 */
record LabelWish(String words, int rgb, List<Place> places, boolean isNeeded, int rank) {
  private static final int MOST_PLACES = 32;
  private static final double[] WITHIN = {0.5, 0.25, 0.75};

  /**
   * A place of a mark.
   *
   * @param isInside whether words may lie on it
   */
  record Place(double x, double y, boolean isInside) {}

  /** Those of some marks; of a mark that is not in the plot, none. */
  static List<LabelWish> of(List<Mark> marks, Scales scales, Palette palette) {
    Draft draft = new Draft(scales, palette);
    Set<String> shown = new HashSet<>();
    for (Mark mark : marks) {
      String words = words(mark);
      if (mark instanceof Mark.Path path && !path.groups().isEmpty()) {
        draft.groups(path);
      } else if (!words.isEmpty() && shown.add(words)) {
        draft.add(mark, words);
      }
      if (mark instanceof Mark.Path path && shown.add("start")) draft.ends(path);
    }
    draft.wishes.sort(Comparator.comparingInt(LabelWish::rank));
    return draft.wishes;
  }

  private static String words(Mark mark) {
    return switch (mark) {
      case Mark.Cells _, Mark.Film _ -> "";
      case Mark.Rule m when m.legend().isEmpty() -> m.label();
      case Mark.Span m when m.legend().isEmpty() -> m.label();
      default -> mark.legend();
    };
  }

  private static final class Draft {
    private final List<LabelWish> wishes = new ArrayList<>();
    private final Scales scales;
    private final Box plot;
    private final Palette palette;

    Draft(Scales scales, Palette palette) {
      this.scales = scales;
      this.plot = scales.plot();
      this.palette = palette;
    }

    void add(Mark mark, String words) {
      switch (mark) {
        case Mark.Line m -> {
          boolean faint = m.stroke() == Mark.Stroke.FAINT;
          add(words, palette.words(m.ink()), along(m.x(), m.y(), faint), true, faint ? 5 : 3);
        }
        case Mark.Path m -> add(words, palette.text(), along(m.x(), m.y(), false), true, 3);
        case Mark.Points m ->
            add(words, palette.words(m.ink()), along(m.x(), m.y(), false), true, 2);
        case Mark.Band m ->
            add(words, palette.words(m.ink()), across(m.x(), m.lower(), m.upper()), true, 4);
        case Mark.Layer m ->
            add(words, palette.words(m.ink()), across(m.x(), m.lower(), m.upper()), true, 4);
        case Mark.Rule m -> add(words, palette.quietText(), along(m), !m.legend().isEmpty(), 1);
        case Mark.Span m -> add(words, palette.quietText(), along(m), !m.legend().isEmpty(), 1);
        case Mark.Area m -> {
          List<Place> places = new ArrayList<>();
          for (double[] ring : m.rings()) {
            for (int i = 0; i + 1 < ring.length; i += 2) {
              place(scales.x(ring[i]), scales.y(ring[i + 1]), true, places);
            }
          }
          add(words, palette.quietText(), thinned(places), true, 6);
        }
        case Mark.Roll m -> add(words, palette.words(m.ink()), along(m), true, 2);
        case Mark.Cells _, Mark.Film _ -> {}
      }
    }

    private void add(String words, int rgb, List<Place> places, boolean isNeeded, int rank) {
      if (places.isEmpty()) return;
      int early = places.size() < 3 ? 0 : rank;
      wishes.add(new LabelWish(words, rgb, places, isNeeded, early));
    }

    void ends(Mark.Path path) {
      List<Place> all = new ArrayList<>();
      for (int i = 0; i < path.x().length; i++) at(path.x()[i], path.y()[i], false, all);
      if (all.isEmpty()) return;
      add(Words.of("start"), palette.text(), List.of(all.getFirst()), true, 0);
      add(Words.of("end"), palette.text(), List.of(all.getLast()), true, 0);
    }

    void groups(Mark.Path path) {
      for (int k = 0; k < path.groups().names().size(); k++) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < path.x().length; i++) {
          if (path.groups().of()[i] == k) at(path.x()[i], path.y()[i], false, places);
        }
        int rgb = palette.words(LatentFigure.INKS.get(k));
        add(path.groups().names().get(k), rgb, thinned(places), true, 3);
      }
    }

    private List<Place> along(double[] x, double[] y, boolean isInside) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < x.length; i++) at(x[i], y[i], isInside, places);
      return thinned(places);
    }

    /** At three heights within, the upper and the lower edge. */
    private List<Place> across(double[] x, double[] lower, double[] upper) {
      List<Place> middle = new ArrayList<>();
      List<Place> edges = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        double top = Math.clamp(scales.y(upper[i]), plot.y(), plot.bottom());
        double bottom = Math.clamp(scales.y(lower[i]), plot.y(), plot.bottom());
        if (!(bottom > top)) continue;
        for (double share : WITHIN) {
          place(scales.x(x[i]), top + share * (bottom - top), true, middle);
        }
        place(scales.x(x[i]), top, false, edges);
        place(scales.x(x[i]), bottom, false, edges);
      }
      List<Place> all = new ArrayList<>(thinned(middle, WITHIN.length * MOST_PLACES));
      all.addAll(thinned(edges));
      return all;
    }

    private List<Place> along(Mark.Rule m) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i <= MOST_PLACES; i++) {
        double share = (double) i / MOST_PLACES;
        if (m.vertical()) {
          place(scales.x(m.at()), plot.y() + share * plot.height(), false, places);
        } else {
          place(plot.right() - share * plot.width(), scales.y(m.at()), false, places);
        }
      }
      return places;
    }

    /** The middles of the cells that are not nearly empty. */
    private List<Place> along(Mark.Roll m) {
      double least = m.form() == Mark.Roll.Form.SHADES ? 0.1 : Mark.Roll.SOUNDS;
      List<Place> places = new ArrayList<>();
      for (int t = 0; t < m.shares().length; t++) {
        double x = (m.edges()[t] + m.edges()[t + 1]) / 2;
        for (int k = 0; k < m.shares()[t].length; k++) {
          if (m.shares()[t][k] > least) at(x, m.first() + k, false, places);
        }
      }
      return thinned(places);
    }

    private List<Place> along(Mark.Span m) {
      double from = Math.clamp(scales.x(m.from()), plot.x(), plot.right());
      double to = Math.clamp(scales.x(m.to()), plot.x(), plot.right());
      List<Place> places = new ArrayList<>();
      if (!(from < to)) return places;
      for (int i = 1; i < MOST_PLACES; i++) {
        double share = (double) i / MOST_PLACES;
        place((from + to) / 2, plot.y() + share * plot.height(), true, places);
      }
      return places;
    }

    private void at(double x, double y, boolean isInside, List<Place> places) {
      if (Double.isFinite(x) && Double.isFinite(y)) {
        place(scales.x(x), scales.y(y), isInside, places);
      }
    }

    private void place(double x, double y, boolean isInside, List<Place> places) {
      boolean isIn =
          x >= plot.x() - 1 && x <= plot.right() + 1 && y >= plot.y() - 1 && y <= plot.bottom() + 1;
      if (isIn) places.add(new Place(x, y, isInside));
    }

    private static List<Place> thinned(List<Place> all) {
      return thinned(all, MOST_PLACES);
    }

    private static List<Place> thinned(List<Place> all, int most) {
      if (all.size() <= most) return all;
      List<Place> some = new ArrayList<>(most);
      for (int i = 0; i < most; i++) {
        some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
      }
      return some;
    }
  }
}
