package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.series.Meter;
import undercurrent.series.MidiWriter;
import undercurrent.series.MidiWriter.Note;
import undercurrent.series.MidiWriter.Voice;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;

/** A MIDI file that opens, trains, forecasts and is exported. */
final class MusicCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path tune() throws IOException {
    List<Note> notes = new ArrayList<>();
    int[] scale = {60, 62, 64, 65, 67, 65, 64, 62};
    for (int t = 0; t < 20; t++) notes.add(new Note(scale[t % 8], t, t + 1));
    byte[] midi = MidiWriter.bytes(List.of(new Voice("scale", notes)), new Meter(2, 4, 90), 1, 20);
    return Files.write(folder.resolve("tune.mid"), midi);
  }

  @Test
  void aMidiFileIsTrainedForecastAndExported() throws IOException {
    Path tune = tune();
    Path out = folder.resolve("out");
    Spoken spoken =
        Spoken.of(
            "train",
            tune,
            "--epochs",
            "1",
            "--set",
            "hiddenUnits=4",
            "--figures",
            "all",
            "--out",
            out);
    assertEquals(0, spoken.exit(), spoken.err());
    assertTrue(Files.exists(out.resolve("roll.svg")) && Files.exists(out.resolve("roll.png")));
    Path experiment = out.resolve("experiment.undercurrent");
    Path written = folder.resolve("sample.mid");
    spoken = Spoken.of("export", experiment, "--figure", "roll-sample", "--out", written);
    assertEquals(0, spoken.exit(), spoken.err());
    Series sample = SeriesFiles.open(written).series().getFirst();
    Series before = SeriesFiles.open(tune).series().getFirst();
    assertEquals(20, sample.length());
    assertTrue(
        Arrays.deepEquals(Arrays.copyOf(before.values(), 17), Arrays.copyOf(sample.values(), 17)),
        "what the forecast has seen is as it was");
    Path midi = out.resolve("elbo.mid");
    spoken = Spoken.of("export", experiment, "--figure", "elbo", "--out", midi);
    assertEquals(1, spoken.exit());
    assertTrue(spoken.err().contains("'elbo' has no keys that sound"), spoken.err());
  }

  @Test
  void aSeriesWithoutARollSaysSo() {
    Spoken spoken =
        Spoken.of("train", "nile", "--set", "kind=deep", "--epochs", "1", "--out", folder);
    assertEquals(0, spoken.exit(), spoken.err());
    Path experiment = folder.resolve("experiment.undercurrent");
    spoken =
        Spoken.of("export", experiment, "--figure", "roll", "--out", folder.resolve("roll.svg"));
    assertEquals(1, spoken.exit());
    assertTrue(spoken.err().contains("no twelve binary channels"), spoken.err());
  }
}
