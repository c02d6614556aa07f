package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notes of a standard MIDI file (format 0 or 1) and what it says about their time. Reads the
 * format by itself: the reader of the JDK takes memory and time that the size of a damaged file
 * does not explain.
 */
final class MidiEvents {
  /** The text by which {@link MidiWriter} says how long a time step was. */
  static final String STEPS = "time steps in a quarter note: ";

  private static final int MOST_NOTES = 1_000_000;
  private static final int CHANNELS = 16;
  private static final int DRUMS = 9;
  private static final Pattern STEPS_WRITTEN = Pattern.compile(STEPS + "(\\d{1,2})");

  private final String file;
  private final MidiBytes in;
  private final List<Note> notes = new ArrayList<>();
  private final TreeSet<Integer> velocities = new TreeSet<>();

  /** Where a note of a channel began in this track, one for each key; -1 where none sounds. */
  private final long[] began = new long[CHANNELS * (Pitch.MOST + 1)];

  private long ticksPerQuarter;
  private boolean isInSeconds;
  private long last;
  private int drums;
  private int restruck;
  private int unended;
  private int controls;
  private int tempos;
  private int signatures;
  private long tempoAt = Long.MAX_VALUE;
  private long signatureAt = Long.MAX_VALUE;
  private Meter signature = Meter.USUAL;
  private double tempo = Meter.USUAL.tempo();
  private int steps;

  /**
   * One note.
   *
   * @param from tick at which it begins
   * @param to tick at which it ends
   */
  record Note(int pitch, long from, long to) {}

  private MidiEvents(String file, byte[] bytes) {
    this.file = file;
    this.in = new MidiBytes(file, bytes);
  }

  /** True when a file begins as MIDI does. */
  static boolean isMidi(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'M'
        && bytes[1] == 'T'
        && bytes[2] == 'h'
        && bytes[3] == 'd';
  }

  static MidiEvents read(String file, byte[] bytes) {
    MidiEvents events = new MidiEvents(file, bytes);
    events.header();
    int number = 0;
    while (events.in.left() >= 8) {
      boolean isTrack = events.in.name().equals("MTrk");
      int outer = events.in.enter(events.in.four());
      if (isTrack) events.track(++number);
      events.in.leave(outer);
    }
    if (number == 0) throw SeriesException.in(file, SeriesWords.of("midiEvents.noTrack"));
    return events;
  }

  private void header() {
    in.name();
    int outer = in.enter(in.four());
    int format = in.two();
    in.two();
    int division = in.two();
    in.leave(outer);
    if (format > 1) {
      throw SeriesException.in(
          file,
          format == 2
              ? SeriesWords.of("midiEvents.severalPieces")
              : SeriesWords.of("midiEvents.unknown", format));
    }
    isInSeconds = division >= 0x8000;
    // Frames a second times ticks a frame; a quarter note then has half a second.
    ticksPerQuarter =
        isInSeconds ? (0x100 - (division >> 8)) * (long) (division & 0xFF) / 2 : division;
    if (ticksPerQuarter == 0) {
      throw SeriesException.in(file, SeriesWords.of("midiEvents.noTick"));
    }
  }

  private void track(int number) {
    Arrays.fill(began, -1);
    long tick = 0;
    int status = 0;
    while (in.left() > 0) {
      tick += in.variable();
      if (in.isStatus()) status = in.one();
      if (status < 0x80) throw in.damaged();
      if (status == 0xFF) {
        if (meta(tick)) break;
      } else if (status == 0xF0 || status == 0xF7) {
        in.skip(in.variable());
      } else if (status > 0xF0) {
        throw in.damaged();
      } else {
        message(status, tick, number);
      }
    }
    last = Math.max(last, tick);
    for (int i = 0; i < began.length; i++) {
      if (began[i] < 0) continue;
      unended++;
      end(i / (Pitch.MOST + 1), i % (Pitch.MOST + 1), tick);
    }
  }

  private void message(int status, long tick, int number) {
    int kind = status >> 4;
    int channel = status & 0xF;
    int first = in.data();
    if (kind == 0xC || kind == 0xD) {
      controls++;
      return;
    }
    int second = in.data();
    if (kind > 0x9) {
      controls++;
    } else if (kind == 0x9 && second > 0) {
      begin(channel, first, second, tick, number);
    } else {
      end(channel, first, tick);
    }
  }

  private void begin(int channel, int pitch, int velocity, long tick, int number) {
    if (channel == DRUMS) {
      drums++;
      return;
    }
    if (notes.size() >= MOST_NOTES) {
      throw SeriesException.in(file, SeriesWords.of("midiEvents.tooMany", number));
    }
    int place = channel * (Pitch.MOST + 1) + pitch;
    if (began[place] >= 0) {
      restruck++;
      end(channel, pitch, tick);
    }
    began[place] = tick;
    velocities.add(velocity);
  }

  private void end(int channel, int pitch, long tick) {
    int place = channel * (Pitch.MOST + 1) + pitch;
    if (began[place] < 0) return;
    notes.add(new Note(pitch, began[place], tick));
    began[place] = -1;
  }

  /** Reads what is no note; true at the end of a track. */
  private boolean meta(long tick) {
    int type = in.one();
    int length = in.variable();
    if (type == 0x01) {
      Matcher written = STEPS_WRITTEN.matcher(in.text(length));
      if (written.matches()) steps = Integer.parseInt(written.group(1));
    } else if (type == 0x51 && length == 3) {
      double quarters = 60e6 / Math.max(1, in.one() << 16 | in.two());
      tempos++;
      if (tick < tempoAt) {
        tempoAt = tick;
        tempo = quarters;
      }
    } else if (type == 0x58 && length >= 2) {
      int beats = in.one();
      int power = in.one();
      in.skip(length - 2);
      signatures++;
      if (tick < signatureAt && power < 7 && Meter.isSignature(beats, 1 << power)) {
        signatureAt = tick;
        signature = new Meter(beats, 1 << power, Meter.USUAL.tempo());
      }
    } else {
      in.skip(length);
    }
    return type == 0x2F;
  }

  /** All notes but drums, track by track, in the order of their ends. */
  List<Note> notes() {
    return notes;
  }

  long ticksPerQuarter() {
    return ticksPerQuarter;
  }

  /** The tick at which the last track ends. */
  long last() {
    return last;
  }

  /** How many time steps a quarter note has, if the file was written by Undercurrent. */
  Optional<Integer> steps() {
    return steps > 0 ? Optional.of(steps) : Optional.empty();
  }

  /** The first time signature with the first tempo. */
  Meter meter() {
    return signature.at(tempo);
  }

  /** What is not kept, a sentence each. */
  List<String> notesOfWhatIsLeftOut() {
    List<String> said = new ArrayList<>();
    if (drums > 0) {
      said.add(SeriesWords.counted("midiEvents.drums", drums, drums));
    }
    if (restruck > 0) {
      said.add(SeriesWords.counted("midiEvents.restruck", restruck, restruck));
    }
    if (unended > 0) {
      said.add(SeriesWords.counted("midiEvents.unended", unended, unended));
    }
    if (velocities.size() > 1) {
      said.add(SeriesWords.of("midiEvents.velocities", velocities.first(), velocities.last()));
    }
    if (controls > 0) {
      said.add(SeriesWords.counted("midiEvents.controls", controls, controls));
    }
    if (tempos > 1) {
      said.add(SeriesWords.of("midiEvents.tempos", tempos));
    }
    if (signatures > 1) {
      said.add(SeriesWords.of("midiEvents.signatures", signatures));
    }
    if (isInSeconds) {
      said.add(SeriesWords.of("midiEvents.seconds"));
    }
    return said;
  }
}
