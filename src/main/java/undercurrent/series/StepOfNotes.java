package undercurrent.series;

import java.util.List;
import java.util.Optional;

/**
 * The time step of a roll: the longest one, from a quarter note on, that all notes begin and end
 * on; else the longest that they begin on; else a sixteenth note.
 *
 * @param perQuarter time steps in a quarter note
 * @param begin whether all notes begin on it
 */
record StepOfNotes(int perQuarter, boolean begin) {
  private static final int[] CHOICES = {1, 2, 3, 4, 6, 8, 12, 16, 24};
  private static final int SIXTEENTH = 4;

  static StepOfNotes of(List<MidiEvents.Note> notes, long ticksPerQuarter, Optional<Integer> said) {
    if (said.isPresent() && fits(notes, ticksPerQuarter, said.get(), true)) {
      return new StepOfNotes(said.get(), true);
    }
    for (boolean ends : new boolean[] {true, false}) {
      for (int choice : CHOICES) {
        if (fits(notes, ticksPerQuarter, choice, ends)) return new StepOfNotes(choice, true);
      }
    }
    return new StepOfNotes(SIXTEENTH, false);
  }

  private static boolean fits(
      List<MidiEvents.Note> notes, long ticksPerQuarter, int perQuarter, boolean ends) {
    for (MidiEvents.Note note : notes) {
      if (!isOn(note.from(), ticksPerQuarter, perQuarter)) return false;
      if (ends && !isOn(note.to(), ticksPerQuarter, perQuarter)) return false;
    }
    return true;
  }

  /** Whether a tick is on a step, to the rounding of a step that is no whole number of ticks. */
  static boolean isOn(long tick, long ticksPerQuarter, int perQuarter) {
    long off = Math.floorMod(tick * perQuarter, ticksPerQuarter);
    return Math.min(off, ticksPerQuarter - off) < perQuarter;
  }

  /** The step nearest to a tick. */
  long step(long tick, long ticksPerQuarter) {
    return (tick * perQuarter + ticksPerQuarter / 2) / ticksPerQuarter;
  }

  /** "a sixteenth note", or how many there are in a quarter note. */
  String words() {
    return switch (perQuarter) {
      case 1 -> SeriesWords.of("stepOfNotes.quarter");
      case 2 -> SeriesWords.of("stepOfNotes.eighth");
      case 4 -> SeriesWords.of("stepOfNotes.sixteenth");
      case 8 -> SeriesWords.of("stepOfNotes.thirtySecond");
      default -> SeriesWords.of("stepOfNotes.oneOf", perQuarter);
    };
  }
}
