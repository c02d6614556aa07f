package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MIDI files as the JDK writes them, and damaged ones. */
final class MidiReaderTest {
  private static final int QUARTER = 480;

  @TempDir private Path folder = Path.of("");

  private Reading read(byte[] bytes) throws IOException {
    return SeriesFiles.read(
        Files.write(folder.resolve("tune.mid"), bytes), ImportChoices.AUTOMATIC);
  }

  private static byte[] bytes(Sequence sequence, int format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MidiSystem.write(sequence, format, out);
    return out.toByteArray();
  }

  private static void note(Track track, int channel, int pitch, int from, int to)
      throws InvalidMidiDataException {
    add(track, new ShortMessage(ShortMessage.NOTE_ON, channel, pitch, 64), from);
    add(track, new ShortMessage(ShortMessage.NOTE_OFF, channel, pitch, 0), to);
  }

  private static void add(Track track, MidiMessage message, int tick) {
    track.add(new MidiEvent(message, tick));
  }

  /** C, E and G from quarter to quarter, the last one held for two. */
  private static Track arpeggio(Sequence sequence) throws InvalidMidiDataException {
    Track track = sequence.createTrack();
    note(track, 0, 60, 0, QUARTER);
    note(track, 0, 64, QUARTER, 2 * QUARTER);
    note(track, 0, 67, 2 * QUARTER, 4 * QUARTER);
    return track;
  }

  private static String keys(SeriesSet set, int step) {
    double[] row = set.series().getFirst().values()[step];
    StringBuilder keys = new StringBuilder();
    for (int c = 0; c < row.length; c++) {
      if (row[c] == 1) keys.append(set.channels().get(c).name()).append(' ');
    }
    return keys.toString().strip();
  }

  private static void assertNoted(Reading read, String words) {
    assertTrue(
        read.notes().stream().anyMatch(n -> n.contains(words)),
        () -> words + " not in " + read.notes());
  }

  @Test
  void notesBecomeARollOfQuarters() throws IOException, InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, QUARTER);
    Track track = arpeggio(sequence);
    add(track, new MetaMessage(0x51, new byte[] {0x09, (byte) 0x89, 0x68}, 3), 0);
    add(track, new MetaMessage(0x58, new byte[] {3, 2, 24, 8}, 4), 0);
    Reading read = read(bytes(sequence, 0));
    SeriesSet set = read.set();
    assertEquals(88, set.channels().size());
    assertEquals("A0", set.channels().getFirst().name());
    assertEquals("C8", set.channels().getLast().name());
    assertEquals(Support.BINARY, Support.of(set));
    assertEquals("[0.0, 1.0, 2.0, 3.0]", Arrays.toString(set.series().getFirst().times()));
    assertEquals("C4", keys(set, 0));
    assertEquals("E4", keys(set, 1));
    assertEquals("G4", keys(set, 2));
    assertEquals("G4", keys(set, 3));
    assertEquals(new Meter(3, 4, 96), Meter.of(set.time()).orElseThrow());
    assertTrue(set.time().regular());
    assertNoted(read, "3 notes on 88 keys became a roll whose time step is a quarter note");
  }

  @ParameterizedTest
  @CsvSource({"240,2", "120,4", "160,3", "80,6", "60,8", "40,12", "20,24", "7,4"})
  void theStepIsTheLongestThatAllNotesLieOn(int ticks, int perQuarter)
      throws IOException, InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, QUARTER);
    Track track = arpeggio(sequence);
    note(track, 0, 72, 3 * QUARTER + ticks, 3 * QUARTER + 2 * ticks);
    double[] times = read(bytes(sequence, 0)).set().series().getFirst().times();
    assertEquals(4 * perQuarter, times.length);
    assertEquals(1.0 / perQuarter, times[1]);
  }

  @Test
  void tracksSoundTogetherAndWhatIsLeftOutIsCounted() throws IOException, InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, QUARTER);
    arpeggio(sequence);
    Track second = sequence.createTrack();
    note(second, 1, 48, 0, 2 * QUARTER);
    note(second, 1, 60, 0, QUARTER);
    note(second, 9, 36, 0, QUARTER);
    note(second, 9, 38, QUARTER, 2 * QUARTER);
    note(second, 1, 12, 0, QUARTER);
    note(second, 1, 55, QUARTER, QUARTER);
    add(second, new ShortMessage(ShortMessage.PROGRAM_CHANGE, 1, 40, 0), 0);
    add(second, new ShortMessage(ShortMessage.NOTE_ON, 1, 50, 90), QUARTER);
    Reading read = read(bytes(sequence, 1));
    assertEquals("C3 C4", keys(read.set(), 0));
    assertEquals("C3 D3 G3 E4", keys(read.set(), 1));
    assertNoted(read, "2 notes of the drum channel (10) were left out.");
    assertNoted(read, "1 note outside the keys A0 to C8");
    assertNoted(read, "1 note shorter than half a time step");
    assertNoted(read, "1 note sounded while another one sounded on the same key");
    assertNoted(read, "1 note without an end");
    assertNoted(read, "velocities from 64 to 90");
    assertNoted(read, "(1 message)");
  }

  @Test
  void notesBesideAllStepsAreMovedWithANote() throws IOException, InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, QUARTER);
    Track track = sequence.createTrack();
    note(track, 0, 60, 0, QUARTER - 31);
    note(track, 0, 62, QUARTER, 2 * QUARTER - 31);
    note(track, 0, 64, 2 * QUARTER, 4 * QUARTER);
    Reading read = read(bytes(sequence, 0));
    assertEquals(4, read.set().series().getFirst().length());
    assertEquals("D4", keys(read.set(), 1));
    assertNoted(read, "2 notes were moved to the nearest time step");
  }

  @Test
  void damagedAndForeignFilesEndInOneSentence() throws IOException, InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, QUARTER);
    arpeggio(sequence);
    byte[] sound = bytes(sequence, 1);
    for (int cut = 5; cut < sound.length - 1; cut++) {
      assertRefused(Arrays.copyOf(sound, cut), "");
    }
    byte[] second = sound.clone();
    second[9] = 2;
    assertRefused(second, "format 2");
    byte[] timeless = sound.clone();
    timeless[12] = 0;
    timeless[13] = 0;
    assertRefused(timeless, "how long a tick is");
    byte[] long1 = sound.clone();
    long1[18] = 0x7F;
    assertRefused(long1, "damaged or cut off at byte 23");
  }

  /** A few bytes ask for 268 million steps. */
  @Test
  void aTrackOfHoursOfSilenceIsRefusedBeforeItTakesMemory() throws IOException {
    byte[] track = {
      0, (byte) 0x90, 60, 64, 1, (byte) 0x80, 60, 0, -1, -1, -1, 127, (byte) 0xFF, 0x2F, 0
    };
    byte[] head = {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 0, 1, 'M', 'T', 'r', 'k', 0, 0, 0};
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head);
    all.write(track.length);
    all.write(track);
    assertRefused(all.toByteArray(), "would have 268435456 time steps or more");
  }

  private void assertRefused(byte[] bytes, String words) {
    SeriesException e = assertThrows(SeriesException.class, () -> read(bytes));
    String said = Objects.requireNonNull(e.getMessage());
    assertTrue(said.startsWith("tune.mid: ") && said.endsWith("."), said);
    assertTrue(said.contains(words), said);
  }

  @Test
  void namesOfNotesAreThoseOfScientificPitch() {
    assertEquals("A0", Pitch.name(21));
    assertEquals("C4", Pitch.name(60));
    assertEquals("F#5", Pitch.name(78));
    assertEquals("C8", Pitch.name(108));
    for (int note = 0; note <= 127; note++) {
      assertEquals(note, Pitch.of(Pitch.name(note)).orElseThrow());
    }
    assertTrue(Pitch.of("H3").isEmpty() && Pitch.of("A9").isEmpty() && Pitch.of("z1").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"4/4, 120 bpm", "3/4, 96 bpm", "6/8, 80.5 bpm"})
  void aMeterIsReadAsItIsWritten(String written) {
    Meter meter = Meter.of(written).orElseThrow();
    assertEquals(written, meter.written().formatted(Locale.ROOT));
    assertTrue(Meter.of("5/3, 80 bpm").isEmpty() && Meter.of("4/4, 0 bpm").isEmpty());
  }
}
