package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.series.FloatRows;
import undercurrent.series.FrameShape;
import undercurrent.series.NpyBytes;

/** Films and fields on the command line: inspected, trained on, and kept in the document. */
class FilmCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path film() throws IOException {
    double[] values = new double[40 * 8 * 8];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(127 + 120 * Math.sin(i % 64 * 0.3 + Math.floorDiv(i, 64) * 0.5));
    }
    return Files.write(folder.resolve("film.npy"), NpyBytes.of("|u1", "(40, 8, 8)", values));
  }

  private Path field() throws IOException {
    StringBuilder text = new StringBuilder("month,0_10,0_20,0_30,5_10,5_20,5_30,9_10,9_20,9_30\n");
    for (int t = 0; t < 60; t++) {
      text.append(String.format(Locale.ROOT, "%d-%02d", 2000 + t / 12, t % 12 + 1));
      for (int c = 0; c < 9; c++) {
        double noise = (t * 7919 + c * 104_729) % 101 / 100.0;
        text.append(
            c == 4 ? "," : String.format(Locale.ROOT, ",%.3f", Math.sin(0.5 * t + c) + noise));
      }
      text.append('\n');
    }
    return Files.writeString(folder.resolve("sea.csv"), text);
  }

  @Test
  void inspectTellsTheSizeOfAFilmAndNotItsPixels() throws IOException {
    Spoken spoken = Spoken.of("inspect", film());
    assertEquals(0, spoken.exit(), spoken.err());
    assertTrue(spoken.out().contains("film: Film of 40 frames of 8 × 8"), spoken.out());
    assertTrue(!spoken.out().contains("r3 c3"), spoken.out());
    Spoken json = Spoken.of("inspect", field(), "--json");
    assertTrue(json.out().contains("Field of 60 frames of 3 × 3 cells"), json.out());
    assertTrue(json.out().contains("\"north\" : 9.0"), json.out());
  }

  @Test
  void otherReadingsAreChosenByAnOption() throws IOException {
    Spoken series = Spoken.of("inspect", field(), "--frames", "series");
    assertTrue(series.out().contains("name 5_30"), series.out());
    Spoken wrong = Spoken.of("inspect", field(), "--frames", "cinema");
    assertEquals(2, wrong.exit());
    assertTrue(wrong.err().contains("film, grey, series, counts, week"), wrong.err());
    Spoken week = Spoken.of("inspect", "new-pickups", "--frames", "week");
    assertTrue(week.out().contains("Field of 168 frames of 64 × 64 cells"), week.out());
  }

  @Test
  void aDeepKindTrainsOnAFilmAndTheDocumentKeepsItsFrames() throws IOException {
    Path out = folder.resolve("out");
    Spoken spoken =
        Spoken.of("train", film(), "--epochs", 2, "--latent", 2, "--hidden", 4, "--out", out);
    assertEquals(0, spoken.exit(), spoken.err());
    Experiment document = ExperimentFile.open(out.resolve("experiment.undercurrent"));
    assertEquals(new FrameShape(8, 8, 1), document.data().frame().orElseThrow());
    assertTrue(document.data().series().getFirst().rows() instanceof FloatRows);
    Spoken inferred =
        Spoken.of(
            "infer",
            out.resolve("experiment.undercurrent"),
            "--kind",
            "smoothed",
            "--out",
            folder.resolve("again"));
    assertEquals(0, inferred.exit(), inferred.err());
    exports(out.resolve("experiment.undercurrent"));
  }

  /** Scale and paper are those that were asked for, or refused. */
  private void exports(Path document) throws IOException {
    Path pictures = folder.resolve("pictures");
    Spoken made =
        Spoken.of(
            "export",
            document,
            "--figure",
            "frames",
            "--format",
            "pngs",
            "--paper",
            "transparent",
            "--scale",
            1,
            "--out",
            pictures);
    assertEquals(0, made.exit(), made.err());
    BufferedImage first = ImageIO.read(pictures.resolve("001.png").toFile());
    assertEquals(760, first.getWidth());
    assertTrue(first.getColorModel().hasAlpha());
    Path gif = folder.resolve("film.gif");
    Spoken refused =
        Spoken.of("export", document, "--figure", "frames", "--paper", "transparent", "--out", gif);
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("choose --paper white or dark"), refused.err());
    assertTrue(!Files.exists(gif));
  }

  @Test
  void aLinearKindTrainsOnAFieldWithLand() throws IOException {
    Path out = folder.resolve("out");
    Spoken spoken =
        Spoken.of("train", field(), "--set", "kind=linear", "--latent", 2, "--out", out);
    assertEquals(0, spoken.exit(), spoken.err());
    Experiment document = ExperimentFile.open(out.resolve("experiment.undercurrent"));
    assertEquals(8, document.data().frame().orElseThrow().size());
  }
}
