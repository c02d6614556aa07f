package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;
import undercurrent.series.Meter;
import undercurrent.series.MidiWriter.Note;
import undercurrent.series.MidiWriter.Voice;
import undercurrent.series.Music;
import undercurrent.session.Player.End;

/** Playing into a device that makes no sound. */
final class PlayerTest {
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

  private Player.Output output() {
    return new Player.Output() {
      @Override
      public void send(ShortMessage message) {
        String what = message.getCommand() == ShortMessage.NOTE_ON ? "on " : "off ";
        sent.add(what + message.getData1());
      }

      @Override
      public void close() {
        sent.add("closed");
      }
    };
  }

  /** 1000 quarter notes a minute. */
  private static Music music(double length) {
    List<Note> notes = List.of(new Note(60, 0, 1), new Note(64, 1, length), new Note(67, 1, 2));
    return new Music(List.of(new Voice("observed", notes)), new Meter(4, 4, 1000), 1, length);
  }

  private End end() throws InterruptedException {
    End end = ends.poll(30, TimeUnit.SECONDS);
    assertTrue(end != null);
    return end;
  }

  @Test
  void notesAreSentInOrderAndTheDeviceIsClosed() throws InterruptedException {
    try (Player player = new Player(this::output)) {
      player.play(music(3), times::add, ends::add);
      assertEquals(End.FINISHED, end());
    }
    assertEquals(List.of("on 60", "off 60", "on 64", "on 67", "off 67", "off 64", "closed"), sent);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), times);
  }

  @Test
  void aLongNoteIsStopped() throws InterruptedException {
    Player player = new Player(this::output);
    player.play(music(1e6), times::add, ends::add);
    player.close();
    assertEquals(End.STOPPED, end());
    assertEquals("closed", sent.getLast());
  }

  @Test
  void withoutSoundItEndsAtOnceAndSaysSo() throws InterruptedException {
    Player player =
        new Player(
            () -> {
              throw new MidiUnavailableException("none");
            });
    player.play(music(3), times::add, ends::add);
    assertEquals(End.NO_SOUND, end());
    assertFalse(sent.contains("closed"));
  }

  @Test
  void aSecondPieceTakesThePlaceOfTheFirst() throws InterruptedException {
    Player player = new Player(this::output);
    player.play(music(1e6), times::add, ends::add);
    player.play(music(2), times::add, ends::add);
    assertEquals(List.of(End.STOPPED, End.FINISHED), List.of(end(), end()));
  }
}
