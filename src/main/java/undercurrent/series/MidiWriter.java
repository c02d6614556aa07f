package undercurrent.series;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes music as a standard MIDI file of format 1: a track with tempo, time signature and time
 * step, and a track for each voice. {@link MidiReader} reads the same roll.
 */
public final class MidiWriter {
  private static final int USUAL_TICKS = 480;
  private static final int MOST_STEPS = 99;
  private static final int VELOCITY = 80;

  /**
   * A note.
   *
   * @param pitch its MIDI number
   * @param from where it begins, in quarter notes
   * @param to where it ends
   */
  public record Note(int pitch, double from, double to) {}

  /**
   * Notes of one kind, which get a track of their own.
   *
   * @param name of the track
   */
  public record Voice(String name, List<Note> notes) {
    public Voice {
      notes = List.copyOf(notes);
    }
  }

  private record Event(long tick, boolean begins, int pitch) {}

  private MidiWriter() {}

  /**
   * The bytes of a file.
   *
   * @param step the time step in quarter notes
   * @param length of the whole, in quarter notes
   */
  public static byte[] bytes(List<Voice> voices, Meter meter, double step, double length) {
    double perQuarter = 1 / step;
    boolean isWhole =
        Math.abs(perQuarter - Math.rint(perQuarter)) < 1e-6
            && perQuarter > 0.5
            && perQuarter < MOST_STEPS + 0.5;
    int steps = isWhole ? (int) Math.rint(perQuarter) : 1;
    int ticks = steps * Math.max(1, USUAL_TICKS / steps);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    text(file, "MThd");
    number(file, 6, 4);
    number(file, 1, 2);
    number(file, 1L + voices.size(), 2);
    number(file, ticks, 2);
    long end = Math.round(length * ticks);
    chunk(file, head(meter, isWhole ? steps : 0, end));
    for (int v = 0; v < voices.size(); v++) chunk(file, track(voices.get(v), v, ticks, end));
    return file.toByteArray();
  }

  private static byte[] head(Meter meter, int steps, long end) {
    ByteArrayOutputStream track = new ByteArrayOutputStream();
    if (steps > 0) meta(track, 0x01, bytes(MidiEvents.STEPS + steps));
    long micros = Math.clamp(Math.round(60e6 / meter.tempo()), 1, 0xFFFFFF);
    meta(track, 0x51, new byte[] {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros});
    int power = Integer.numberOfTrailingZeros(meter.unit());
    meta(track, 0x58, new byte[] {(byte) meter.beats(), (byte) power, 24, 8});
    end(track, end);
    return track.toByteArray();
  }

  private static byte[] track(Voice voice, int number, int ticks, long end) {
    ByteArrayOutputStream track = new ByteArrayOutputStream();
    meta(track, 0x03, bytes(voice.name()));
    List<Event> events = new ArrayList<>();
    for (Note note : voice.notes()) {
      events.add(new Event(Math.round(note.from() * ticks), true, note.pitch()));
      events.add(new Event(Math.round(note.to() * ticks), false, note.pitch()));
    }
    // What ends at a tick ends before the same key is struck again.
    events.sort(
        Comparator.comparingLong(Event::tick)
            .thenComparing(Event::begins)
            .thenComparingInt(Event::pitch));
    int channel = number < 9 ? number : number % 9;
    long before = 0;
    for (Event event : events) {
      variable(track, event.tick() - before);
      before = event.tick();
      track.write((event.begins() ? 0x90 : 0x80) | channel);
      track.write(event.pitch());
      track.write(event.begins() ? VELOCITY : 0);
    }
    end(track, Math.max(0, end - before));
    return track.toByteArray();
  }

  private static void meta(ByteArrayOutputStream out, int type, byte[] content) {
    out.write(0);
    out.write(0xFF);
    out.write(type);
    variable(out, content.length);
    out.writeBytes(content);
  }

  private static void end(ByteArrayOutputStream out, long ticks) {
    variable(out, ticks);
    out.write(0xFF);
    out.write(0x2F);
    out.write(0);
  }

  private static void chunk(ByteArrayOutputStream file, byte[] track) {
    text(file, "MTrk");
    number(file, track.length, 4);
    file.writeBytes(track);
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.US_ASCII);
  }

  private static void text(ByteArrayOutputStream out, String words) {
    out.writeBytes(bytes(words));
  }

  private static void number(ByteArrayOutputStream out, long value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.write((int) (value >> shift));
  }

  /** Seven bits a byte, the highest first; at most four bytes, as the format has it. */
  private static void variable(ByteArrayOutputStream out, long value) {
    long within = Math.min(value, 0xFFFFFFF);
    for (int shift = 21; shift >= 0; shift -= 7) {
      if (shift > 0 && within >> shift == 0) continue;
      out.write((int) (within >> shift & 0x7F) | (shift > 0 ? 0x80 : 0));
    }
  }
}
