package undercurrent.series;

import java.util.List;
import undercurrent.series.MidiWriter.Voice;

/**
 * Notes that can be played and written.
 *
 * @param voices each a track
 * @param meter time signature and tempo
 * @param step a time step in quarter notes
 * @param length of the whole in quarter notes
 */
public record Music(List<Voice> voices, Meter meter, double step, double length) {
  public Music {
    voices = List.copyOf(voices);
  }

  /** As a standard MIDI file. */
  public byte[] midi() {
    return MidiWriter.bytes(voices, meter, step, length);
  }
}
