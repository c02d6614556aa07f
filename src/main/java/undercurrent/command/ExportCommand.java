package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.Paper;
import undercurrent.kind.Catalogue;
import undercurrent.output.WholeFile;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.FilmFiles;
import undercurrent.picture.PictureLook;
import undercurrent.report.JsonText;

/** {@code undercurrent export}: writes one figure of an experiment. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(paramLabel = "EXPERIMENT", descriptionKey = "experiment")
  private Path experiment = Path.of("");

  @Option(names = "--figure", required = true, paramLabel = "NAME")
  private String figure = "";

  @Option(names = "--format")
  private @Nullable String format;

  @Option(names = "--paper", paramLabel = "white|transparent|dark")
  private Paper paper = Paper.WHITE;

  @Option(names = "--scale", paramLabel = "1|2|4")
  private @Nullable Integer scale;

  @Option(names = "--stretch", paramLabel = "FROM-TO")
  private @Nullable String stretch;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out = Path.of(".");

  @Option(names = "--json")
  private boolean json;

  ExportCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(out.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String chosen = (format == null ? ending : format).toLowerCase(Locale.ROOT);
    PictureLook look = look(chosen);
    Optional<WantedStretch> wanted = Optional.ofNullable(stretch).map(WantedStretch::of);
    if (wanted.isPresent() && !FigureFiles.PICTURES.contains(chosen)) {
      throw new BadUsage(Words.of("export.stretchPicture", chosen));
    }
    if (!FilmFiles.FORMATS.contains(chosen)) WholeFile.require(out);
    Experiment saved =
        ProgressBars.during(
            console, "reading", () -> OpenedInput.document(experiment, catalogue, console));
    if (FilmFiles.FORMATS.contains(chosen)) {
      writeMoving(saved, chosen, look);
    } else {
      Pictures.write(drawn(saved, wanted), chosen, look, out);
    }
    if (json) {
      console.json(
          JsonText.JSON
              .createObjectNode()
              .put("figure", figure)
              .put("format", chosen)
              .put("out", out.toString()));
    } else {
      console.written(out);
    }
    return 0;
  }

  private PictureLook look(String chosen) {
    boolean isGif = chosen.equals(FilmFiles.GIF);
    if (isGif && paper == Paper.TRANSPARENT) {
      throw new BadUsage(Words.of("export.gifPaper"));
    }
    if (scale == null) return new PictureLook(paper, isGif ? 1 : PictureLook.USUAL.scale());
    if (!PictureLook.SCALES.contains(scale)) {
      throw new BadUsage(Words.of("export.scale", scale));
    }
    return new PictureLook(paper, scale);
  }

  /** All moments of a figure that moves. */
  private void writeMoving(Experiment saved, String chosen, PictureLook look) throws IOException {
    Trained trained = ProgressBars.during(console, "model", () -> Trained.of(saved));
    MovingFigure moving =
        ProgressBars.during(console, "figure", () -> new Pictures(saved, trained).moving(figure));
    try (ProgressBar bar = ProgressBars.bar(console, "frames", moving.length())) {
      FilmFiles.write(
          moving, chosen, look, out, () -> false, done -> bar.stepTo(ProgressBars.PARTS * done));
    }
  }

  private Figure drawn(Experiment saved, Optional<WantedStretch> wanted) {
    Trained trained = ProgressBars.during(console, "model", () -> Trained.of(saved));
    return ProgressBars.during(
        console,
        "figure",
        () -> {
          Pictures pictures = new Pictures(saved, trained);
          return wanted
              .map(rows -> pictures.figure(figure, rows))
              .orElseGet(() -> pictures.figure(figure));
        });
  }
}
