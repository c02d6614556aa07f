package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.Range;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ModelKind;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.PictureLook;
import undercurrent.report.RunFigures;
import undercurrent.series.SeriesSet;
import undercurrent.series.Stretch;
import undercurrent.training.Workers;

/** The figures of a trained experiment, made for one series, and written to files. */
final class Pictures {
  private final Experiment experiment;
  private final RunFigures figures;
  private final Results results;

  Pictures(Experiment experiment, Trained trained) {
    this.experiment = experiment;
    this.figures = new RunFigures(experiment, trained);
    this.results = figures.results();
  }

  /**
   * A figure by its name.
   *
   * @throws IllegalArgumentException one sentence, when the model does not have it
   */
  Figure figure(String name) {
    FigureCard card = card(name);
    Figure figure = card.figure(results);
    // Its summary says what is missing.
    if (card.isEmpty(figure)) throw new IllegalArgumentException(figure.summary());
    return figure;
  }

  /**
   * Some rows of a figure over time.
   *
   * @throws IllegalArgumentException one sentence, when the model does not have it, or it is not
   *     over time
   */
  Figure figure(String name, WantedStretch wanted) {
    Figure whole = figure(name);
    if (!whole.x().kind().isTime()) throw new BadUsage(Words.of("export.stretchTime", name));
    SeriesSet set = results.need(ResultKey.SET);
    int series = results.need(ResultKey.SERIES);
    Stretch rows = wanted.rows(set, series);
    double[] times = set.series().get(series).times();
    return whole.within(new Range(times[rows.from()], times[rows.end() - 1]));
  }

  /**
   * A figure that moves, by its name.
   *
   * @throws IllegalArgumentException one sentence, when it does not move or the model does not have
   *     it
   */
  MovingFigure moving(String name) {
    return card(name).moving(results);
  }

  private FigureCard card(String name) {
    ModelKind<?> kind = experiment.model().kind();
    List<FigureCard> own = kind.figures().stream().filter(FigureCard::isDrawn).toList();
    String names = String.join(", ", own.stream().map(FigureCard::id).toList());
    for (FigureCard card : own) if (card.id().equals(name)) return card;
    List<String> having = having(experiment.model().catalogue(), name);
    if (!having.isEmpty()) {
      throw new IllegalArgumentException(
          Words.of("figure.otherKind", name, kind.id(), String.join(", ", having)));
    }
    throw new BadUsage(Words.of("figure.unknown", name, names));
  }

  /** The kinds that have a figure. */
  private static List<String> having(Catalogue catalogue, String name) {
    List<String> having = new ArrayList<>();
    for (ModelKind<?> kind : catalogue.kinds()) {
      boolean has = kind.figures().stream().anyMatch(c -> c.isDrawn() && c.id().equals(name));
      if (has) having.add(kind.id());
    }
    return having;
  }

  /** What shows a finished training, as far as the model has it. */
  List<FigureCard> usual() {
    return figures.cards();
  }

  /**
   * Makes figures and writes them, each named after itself, as many at a time as there are workers:
   * those of long series take much memory.
   *
   * @param done hears the name of each when it is written, from any thread
   */
  void write(
      List<FigureCard> cards,
      List<String> formats,
      Path folder,
      Workers workers,
      Consumer<String> done)
      throws IOException {
    try {
      workers.each(
          cards,
          card -> {
            Figure figure = made(card);
            if (!card.isEmpty(figure)) write(card.id(), figure, formats, folder);
            done.accept(card.id());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** One after another, for they share what they are made of. */
  private synchronized Figure made(FigureCard card) {
    return card.figure(results);
  }

  private static void write(String name, Figure figure, List<String> formats, Path folder) {
    for (String format : formats) {
      try {
        write(figure, format, folder.resolve(name + "." + format));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** On white paper. */
  static void write(Figure figure, String format, Path file) throws IOException {
    write(figure, format, PictureLook.USUAL, file);
  }

  static void write(Figure figure, String format, PictureLook look, Path file) throws IOException {
    String known = format.toLowerCase(Locale.ROOT);
    if (!FigureFiles.FORMATS.contains(known) && !known.equals(FigureFiles.MUSIC)) {
      throw new BadUsage(Words.of("figure.format", format));
    }
    FigureFiles.write(figure, known, look, file);
  }
}
