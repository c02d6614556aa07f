package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a {@link Table} of a standard MIDI file: the roll of all its tracks together, 88 keys a
 * time step.
 */
final class MidiReader {
  private final String file;
  private final MidiEvents events;
  private final List<boolean[]> steps = new ArrayList<>();
  private int outside;
  private int moved;
  private int lengthened;
  private int together;

  private MidiReader(String file, MidiEvents events) {
    this.file = file;
    this.events = events;
  }

  static Table read(String file, byte[] bytes) {
    return new MidiReader(file, MidiEvents.read(file, bytes)).table();
  }

  private Table table() {
    long tick = events.ticksPerQuarter();
    List<MidiEvents.Note> kept =
        events.notes().stream().filter(n -> Pitch.isKey(n.pitch())).toList();
    outside = events.notes().size() - kept.size();
    if (kept.isEmpty()) {
      throw SeriesException.in(file, SeriesWords.of("midiReader.noKey", outside));
    }
    StepOfNotes step = StepOfNotes.of(kept, tick, events.steps());
    long length = events.last() * step.perQuarter() / tick;
    for (MidiEvents.Note note : kept) {
      length =
          Math.max(length, Math.max(step.step(note.from(), tick) + 1, step.step(note.to(), tick)));
    }
    RollTable roll = new RollTable(file, FileForm.MIDI);
    if (length > RollTable.MOST_STEPS) throw roll.tooLong(length);
    for (long t = 0; t < length; t++) {
      roll.count();
      steps.add(new boolean[Pitch.KEYS]);
    }
    for (MidiEvents.Note note : kept) sound(note, step);
    roll.add("", "", steps);
    return roll.table(step.perQuarter(), Optional.of(events.meter()), notes(kept.size(), step));
  }

  /** What is said of notes that a piano does not have. */
  static String outside(int count) {
    return SeriesWords.counted("midiReader.outside", count, count);
  }

  private void sound(MidiEvents.Note note, StepOfNotes step) {
    long tick = events.ticksPerQuarter();
    int from = (int) step.step(note.from(), tick);
    int to = (int) step.step(note.to(), tick);
    if (to <= from) {
      lengthened++;
      to = from + 1;
    } else if (!StepOfNotes.isOn(note.from(), tick, step.perQuarter())
        || !StepOfNotes.isOn(note.to(), tick, step.perQuarter())) {
      moved++;
    }
    int key = note.pitch() - Pitch.LOWEST;
    boolean isDouble = false;
    for (int t = from; t < to; t++) {
      isDouble |= steps.get(t)[key];
      steps.get(t)[key] = true;
    }
    if (isDouble) together++;
  }

  private List<String> notes(int kept, StepOfNotes step) {
    List<String> said = new ArrayList<>();
    said.add(
        SeriesWords.counted("midiReader.roll", kept, kept, step.words(), events.meter().written()));
    if (outside > 0) {
      said.add(outside(outside));
    }
    if (moved > 0) {
      said.add(SeriesWords.counted("midiReader.moved", moved, moved));
    }
    if (lengthened > 0) {
      said.add(SeriesWords.counted("midiReader.lengthened", lengthened, lengthened));
    }
    if (together > 0) {
      said.add(SeriesWords.counted("midiReader.together", together, together));
    }
    said.addAll(events.notesOfWhatIsLeftOut());
    return said;
  }
}
