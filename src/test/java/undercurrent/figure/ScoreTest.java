package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.series.Meter;
import undercurrent.series.MidiWriter.Note;
import undercurrent.series.Music;
import undercurrent.series.Pitch;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** The music of a roll, written as MIDI and read again. */
final class ScoreTest {
  @TempDir private Path folder = Path.of("");

  private static Music score(Figure figure) {
    return Score.of(figure).orElseThrow().music();
  }

  /** Random rolls in every time step that a file can have, with silence at both ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 24, 32, 99})
  void whatIsWrittenIsReadAgain(int perQuarter) throws IOException {
    Randomness random = Randomness.of(perQuarter).named("roll");
    int[][] sounding = new int[60][];
    for (int t = 0; t < sounding.length; t++) {
      int count = t < 3 || t > 50 ? 0 : random.below(5);
      sounding[t] = new int[count];
      for (int i = 0; i < count; i++) sounding[t][i] = Pitch.LOWEST + random.below(Pitch.KEYS);
    }
    Meter meter = new Meter(6, 8, 80.5);
    SeriesSet set = RollExamples.set(perQuarter, meter, sounding);
    byte[] midi = score(Figures.roll(set, 0, "roll", List.of())).midi();
    SeriesSet read = SeriesFiles.open(Files.write(folder.resolve("tune.mid"), midi));
    Series before = set.series().getFirst();
    Series after = read.series().getFirst();
    assertArrayEquals(before.times(), after.times());
    assertTrue(Arrays.deepEquals(before.values(), after.values()));
    assertEquals(meter, Meter.of(read.time()).orElseThrow());
  }

  @Test
  void theJdkReadsTheSameNotes() throws IOException, InvalidMidiDataException {
    byte[] midi = score(Figures.roll(RollExamples.thirds(), 0, "roll", List.of())).midi();
    Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(midi));
    assertEquals(2, sequence.getTracks().length);
    assertEquals(8 * 480, sequence.getTickLength());
    assertEquals(8 * 60e6 / 96, (double) sequence.getMicrosecondLength(), 20);
    // Name, end, and of 28 notes and two repeated ones that are held, both ends.
    int ends = 2 * (1 + 2 * 15);
    assertEquals(2 + ends, sequence.getTracks()[1].size());
  }

  @Test
  void aSampleFollowsWhatWasObserved() {
    SeriesSet set = RollExamples.thirds();
    Music score = score(Figures.rollSample(set, 0, "x", RollExamples.estimates(set)));
    assertEquals("observed", score.voices().getFirst().name());
    assertEquals("sample of the forecast", score.voices().get(1).name());
    assertTrue(score.voices().getFirst().notes().contains(new Note(48, 0, 5)));
    assertTrue(score.voices().get(1).notes().contains(new Note(49, 5, 8)));
    assertEquals(8, score.length());
    assertEquals(0.5, score.step());
  }

  /** The forecast's shades are more probable than not where the keys sound. */
  @Test
  void aForecastIsPlayedWhereItIsMoreProbableThanNot() {
    SeriesSet set = RollExamples.thirds();
    Music score = score(Figures.roll(set, 0, "x", RollExamples.estimates(set)));
    assertEquals(
        List.of("observed", "forecast probability (0 to 1)"),
        score.voices().stream().map(v -> v.name()).sorted((a, b) -> b.compareTo(a)).toList());
    assertTrue(
        score.voices().stream()
            .filter(v -> v.name().startsWith("forecast"))
            .allMatch(v -> v.notes().contains(new Note(48, 5, 8))));
  }

  @Test
  void otherFiguresHaveNoMusic() {
    FigureExamples.all()
        .forEach(
            (name, f) -> {
              if (!name.contains("roll")) assertTrue(Score.of(f).isEmpty(), name);
            });
  }
}
