package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.series.Meter;
import undercurrent.series.MidiWriter.Note;
import undercurrent.series.MidiWriter.Voice;
import undercurrent.series.Music;
import undercurrent.series.Pitch;

/**
 * The music of a roll: the keys that its bars show, and where it has no bars those that are more
 * probable than not. Without a tempo in the file a time step is a quarter note.
 *
 * @param music what was observed, sampled or forecast, each as a voice
 * @param start the time in the figure at which it begins
 * @param quarter a quarter note in the figure's unit of time
 */
public record Score(Music music, double start, double quarter) {
  /** The music of a figure; empty where it is no roll of keys, or no key of it sounds. */
  public static Optional<Score> of(Figure figure) {
    if (figure.y().kind() != Axis.Kind.PITCH) return Optional.empty();
    List<Mark.Roll> rolls = new ArrayList<>();
    for (Mark mark : figure.marks()) if (mark instanceof Mark.Roll roll) rolls.add(roll);
    rolls.removeIf(r -> r.form() == Mark.Roll.Form.FRAMES || r.starts().length == 0);
    if (rolls.isEmpty()) return Optional.empty();
    Optional<Meter> meter =
        figure.x().label().equals(Meter.AXIS) ? Meter.of(figure.x().unit()) : Optional.empty();
    double start = rolls.stream().mapToDouble(r -> r.edges()[0]).min().orElse(0);
    double end = rolls.stream().mapToDouble(Mark.Roll::end).max().orElse(0);
    double step = rolls.getFirst().edges()[1] - rolls.getFirst().edges()[0];
    double quarter = meter.isPresent() ? 1 : step;
    double barsEnd =
        rolls.stream()
            .filter(r -> r.form() == Mark.Roll.Form.BARS)
            .mapToDouble(Mark.Roll::end)
            .max()
            .orElse(start);
    List<Voice> voices = new ArrayList<>();
    for (Mark.Roll roll : rolls) {
      double from = roll.form() == Mark.Roll.Form.BARS ? start : barsEnd;
      List<Note> notes = notes(roll, from, start, quarter);
      if (!notes.isEmpty()) voices.add(new Voice(name(roll.legend()), notes));
    }
    return voices.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Score(
                new Music(
                    voices, meter.orElse(Meter.USUAL), step / quarter, (end - start) / quarter),
                start,
                quarter));
  }

  /** The keys from a time on; a key that sounds at steps that follow one another is one note. */
  private static List<Note> notes(Mark.Roll roll, double from, double start, double quarter) {
    List<Note> notes = new ArrayList<>();
    double[] edges = roll.edges();
    for (int k = 0; k < roll.shares()[0].length; k++) {
      int pitch = (int) roll.first() + k;
      if (pitch < 0 || pitch > Pitch.MOST) continue;
      for (int t = 0; t < roll.shares().length; t++) {
        if (!sounds(roll, t, k, from)) continue;
        int end = t + 1;
        while (end < roll.shares().length && sounds(roll, end, k, from)) end++;
        notes.add(new Note(pitch, (edges[t] - start) / quarter, (edges[end] - start) / quarter));
        t = end;
      }
    }
    return notes;
  }

  private static boolean sounds(Mark.Roll roll, int step, int key, double from) {
    return roll.edges()[step] >= from && roll.shares()[step][key] > Mark.Roll.SOUNDS;
  }

  private static String name(String legend) {
    int comma = legend.indexOf(',');
    return comma > 0 ? legend.substring(0, comma) : legend;
  }

  /** As a standard MIDI file. */
  public byte[] midi() {
    return music.midi();
  }

  /** The time of the figure at which so many quarter notes have been played. */
  public double time(double quarters) {
    return start + quarters * quarter;
  }
}
