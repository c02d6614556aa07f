package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimate;
import undercurrent.inference.PitHistogram;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ModelKind;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.picture.FigureFiles;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;
import undercurrent.training.Workers;

/** The figures of a trained experiment, made for one series, and written to files. */
final class Pictures {
  private final Experiment experiment;
  private final Trained trained;
  private final Answers answers;
  private final Results results;

  Pictures(Experiment experiment, Trained trained) {
    this.experiment = experiment;
    this.trained = trained;
    this.answers = trained.answers().getFirst();
    this.results = results();
  }

  private Results results() {
    SeriesSet set = trained.dataset().source();
    return Results.NONE
        .and(ResultKey.SET, set)
        .and(ResultKey.ORIGINAL, experiment.revision().readAs())
        .and(ResultKey.SERIES, answers.rows().series())
        .and(ResultKey.CHANNEL, Roll.shown(set))
        .and(ResultKey.CURVE, experiment.curve())
        .later(ResultKey.SEEN, () -> Optional.of(seenAndForecast()))
        .later(ResultKey.SMOOTHED, () -> Optional.of(answers.smoothed()))
        .later(ResultKey.PREDICTED, () -> Optional.of(answers.online().predicted()))
        .later(ResultKey.PIT, () -> PitHistogram.of(scoredRows()))
        .later(ResultKey.FINDINGS, () -> Optional.of(trained.findings()))
        .later(ResultKey.PHYSICAL, () -> trained.estimator().physical(answers.smoothed()))
        .later(ResultKey.MODES, () -> trained.estimator().modes(answers.smoothed()))
        .later(ResultKey.IMPUTATION, () -> trained.estimator().imputation())
        .later(ResultKey.DIAGNOSIS, trained::diagnosis)
        .later(ResultKey.DEGENERACY, answers::degeneracy)
        .later(ResultKey.DEPENDENCIES, () -> trained.estimator().dependencies())
        .later(ResultKey.DENSITY, () -> trained.estimator().density())
        .later(ResultKey.DENSITY_WEEK, () -> trained.estimator().densityWeek())
        .later(ResultKey.NOISE, () -> trained.estimator().noise());
  }

  /** The predictions of all rows that are scored. */
  private List<Estimate> scoredRows() {
    return trained.answers().stream()
        .map(a -> a.online().predicted().rows(a.rows().from(), a.rows().to()))
        .toList();
  }

  /** Filtered as far as the forecast has seen, then the forecast. */
  private List<Estimate> seenAndForecast() {
    int seen = answers.rows().seen(trained.dataset().source());
    Estimate filtered = answers.online().filtered().rows(0, seen);
    return Stream.concat(Stream.of(filtered), answers.forecast().stream()).toList();
  }

  /**
   * A figure by its name.
   *
   * @throws IllegalArgumentException one sentence, when the model does not have it
   */
  Figure figure(String name) {
    FigureCard card = card(name);
    Figure figure = card.figure(results);
    // A figure without marks says in its summary what is missing; a curve may not have begun.
    if (figure.marks().isEmpty() && !card.isCurve())
      throw new IllegalArgumentException(figure.summary());
    return figure;
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
          "There is no figure '%s' of kind %s; kinds that have it are %s."
              .formatted(name, kind.id(), String.join(", ", having)));
    }
    throw new BadUsage("There is no figure '%s'; choose one of %s.".formatted(name, names));
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
    return experiment.model().figures().stream()
        .filter(card -> card.isUsual() && card.isDrawn() && card.isPossible(results))
        .toList();
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
            boolean isEmpty = figure.marks().isEmpty() && !card.isCurve();
            if (!isEmpty) write(card.id(), figure, formats, folder);
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

  static void write(Figure figure, String format, Path file) throws IOException {
    String known = format.toLowerCase(Locale.ROOT);
    if (!FigureFiles.FORMATS.contains(known) && !known.equals(FigureFiles.MUSIC)) {
      throw new BadUsage(
          "There is no format '%s'; choose svg, png, csv, of a roll mid, or of frames gif and pngs."
              .formatted(format));
    }
    FigureFiles.write(figure, known, false, file);
  }
}
