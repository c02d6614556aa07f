package undercurrent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.figure.Figures;
import undercurrent.figure.SvgWriter;
import undercurrent.inference.Answers;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.Findings;
import undercurrent.inference.Residuals;
import undercurrent.model.ModelKind;
import undercurrent.picture.PngWriter;
import undercurrent.series.SeriesSet;

/** The figures of a trained experiment, made for one series, and written to files. */
final class Pictures {
  static final List<String> NAMES =
      List.of(
          "elbo",
          "terms",
          "kl",
          "observed",
          "smoothed",
          "latent",
          "phase",
          "regimes",
          "matrices",
          "errors",
          "map",
          "series",
          "residuals",
          "autocorrelation",
          "quantiles",
          "between",
          "particles");

  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private final Experiment experiment;
  private final Trained trained;
  private final Answers answers;

  Pictures(Experiment experiment, Trained trained) {
    this.experiment = experiment;
    this.trained = trained;
    this.answers = trained.answers().getFirst();
  }

  /** Filtered as far as the forecast has seen, then the forecast. */
  private List<Estimate> seenAndForecast() {
    int seen = answers.rows().seen(trained.dataset().source());
    Estimate filtered = answers.online().filtered().rows(0, seen);
    return Stream.concat(Stream.of(filtered), answers.forecast().stream()).toList();
  }

  Figure figure(String name) {
    SeriesSet set = trained.dataset().source();
    int series = answers.rows().series();
    return switch (name) {
      case "elbo" -> Figures.elbo(experiment.curve());
      case "terms" -> Figures.terms(experiment.curve());
      case "kl" -> Figures.kl(experiment.curve());
      case "observed" ->
          Figures.observed(set, series, set.observedChannels()[0], seenAndForecast());
      case "smoothed" ->
          Figures.observed(set, series, set.observedChannels()[0], List.of(answers.smoothed()));
      case "residuals" -> Figures.residuals(set, residuals());
      case "autocorrelation" -> Figures.autocorrelation(set, residuals());
      case "quantiles" -> Figures.quantiles(set, residuals());
      case "between" ->
          Figures.between(
              set,
              diagnosis()
                  .between(set.observedChannels()[0])
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "The model moves from row to row, so there is nothing between them;"
                                  + " train with --set kind=continuous.")));
      case "latent" -> Figures.latent(set, series, List.of(answers.smoothed()));
      case "phase" -> Figures.phase(set, answers.smoothed());
      case "regimes" -> there(Figures.regimes(set, answers.smoothed()));
      case "matrices" -> there(Figures.matrices(trained.findings()));
      case "errors" -> there(Figures.errors(trained.findings()));
      case "map" -> {
        if (!set.isTrack()) {
          throw new IllegalArgumentException(
              "'%s' has no latitude and longitude, so there is no map; choose another figure."
                  .formatted(set.name()));
        }
        yield Figures.map(set, series, seenAndForecast());
      }
      case "series" -> Figures.series(set, series);
      case "particles" ->
          Figures.particles(
              set,
              degeneracy()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "This model has no particles that are weighed; train a known kind"
                                  + " with --set filter=bootstrap, or choose another figure.")));
      default ->
          throw new BadUsage(
              "There is no figure '%s'; choose one of %s."
                  .formatted(name, String.join(", ", NAMES)));
    };
  }

  /** Refuses a figure of what the model does not have. */
  private static Figure there(Figure figure) {
    if (!figure.marks().isEmpty()) return figure;
    throw new IllegalArgumentException(figure.summary());
  }

  private Optional<Degeneracy> degeneracy() {
    return answers.degeneracy();
  }

  private Diagnosis diagnosis() {
    return trained
        .diagnosis()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Residuals are those of an exact linear model, and this one is none; choose"
                        + " another figure."));
  }

  private Residuals residuals() {
    return diagnosis().residuals(trained.dataset().source().observedChannels()[0]);
  }

  /** The figures that a finished training is told by. */
  List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("elbo", "observed", "smoothed", "latent", "phase"));
    trained
        .diagnosis()
        .ifPresent(
            d -> {
              names.addAll(List.of("residuals", "autocorrelation", "quantiles"));
              if (!d.between().isEmpty()) names.add("between");
            });
    if (trained.dataset().source().isTrack()) names.add("map");
    if (experiment.model().kind() == ModelKind.SWITCHING) names.add("regimes");
    Findings findings = trained.findings();
    if (!findings.matrices().isEmpty()) names.add("matrices");
    if (findings.filters().isPresent()) names.add("errors");
    if (degeneracy().isPresent()) names.add("particles");
    return names;
  }

  /** Writes a figure as SVG and PNG, named after it. */
  void write(String name, Path folder) throws IOException {
    Figure figure = figure(name);
    for (String format : List.of("svg", "png")) {
      write(figure, format, folder.resolve(name + "." + format));
    }
  }

  static void write(Figure figure, String format, Path file) throws IOException {
    switch (format.toLowerCase(Locale.ROOT)) {
      case "svg" -> Files.writeString(file, SvgWriter.svg(figure, WIDTH, HEIGHT, false));
      case "png" -> PngWriter.write(figure, WIDTH, HEIGHT, false, 2, file);
      case "csv" -> Files.writeString(file, FigureCsv.csv(figure));
      default ->
          throw new BadUsage("There is no format '%s'; choose svg, png or csv.".formatted(format));
    }
  }
}
