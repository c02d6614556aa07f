package undercurrent.view;

import java.util.Optional;
import java.util.function.Supplier;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.figure.ReportTable;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Content;
import undercurrent.kind.Results;

/** Shows in a pane what a card makes of results, whatever it is, or why it makes nothing. */
final class CardDrawing {
  private final Lab lab;
  private final FilmFigurePanes films;
  private final ArithmeticPane arithmetic;
  private final ParameterPane parameters;
  private final LongDrawing drawing = new LongDrawing();
  private final Ghosts ghosts;

  /**
   * Made.
   *
   * @param films the figures that are drawn as frames
   */
  CardDrawing(Lab lab, FilmFigurePanes films) {
    this.lab = lab;
    this.films = films;
    ghosts = new Ghosts(lab);
    arithmetic = new ArithmeticPane(lab);
    parameters = new ParameterPane(lab);
  }

  /** The arithmetic of a row, which may stand in the place of the training curve. */
  ArithmeticPane arithmetic() {
    return arithmetic;
  }

  void show(FigurePane pane, Optional<FigureCard> card, Results results) {
    if (card.isEmpty()) return;
    drawing.forget(pane);
    Optional<String> reason = card.get().reasonAgainst(results);
    if (reason.isPresent()) {
      pane.say(card.get().title(), reason.get());
      return;
    }
    switch (card.get().content()) {
      case Content.Drawn drawn -> draw(pane, () -> drawn.figure().apply(results), results);
      case Content.Moving moving -> films.play(pane, () -> moving.figure().apply(results));
      case Content.Listed listed -> {
        ReportTable table = listed.table().apply(results);
        pane.show(table.title(), TableNode.of(table, new Pins(lab)));
      }
      case Content.Adjusted adjusted -> pane.show(card.get().title(), parameters);
      case Content.Stepwise stepwise -> pane.show(card.get().title(), arithmetic.node());
    }
  }

  private void draw(FigurePane pane, Supplier<Figure> maker, Results results) {
    drawing.draw(pane, results, maker, f -> show(pane, ghosts.on(f), () -> ghosts.on(maker.get())));
  }

  private void show(FigurePane pane, Figure figure, Supplier<Figure> maker) {
    boolean isFilm = figure.marks().stream().anyMatch(Mark.Film.class::isInstance);
    if (isFilm) films.show(pane, figure, maker);
    else pane.show(figure, maker);
  }

  /** Shows the curve of a training, with those of pinned runs. */
  void showCurve(FigurePane pane, Supplier<Figure> maker) {
    pane.show(() -> ghosts.on(maker.get()));
  }

  /** Shows a series of which nothing is estimated yet, nor forecast by a pinned run. */
  void showSeries(FigurePane pane, Results series, Supplier<Figure> maker) {
    drawing.draw(pane, series, maker, figure -> pane.show(figure, maker));
  }

  /** What is still being drawn for a pane is not wanted any more. */
  void forget(FigurePane pane) {
    drawing.forget(pane);
  }
}
