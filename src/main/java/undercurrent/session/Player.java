package undercurrent.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Synthesizer;
import org.jspecify.annotations.Nullable;
import undercurrent.series.MidiWriter.Note;
import undercurrent.series.MidiWriter.Voice;
import undercurrent.series.Music;

/**
 * Plays music by the synthesizer of the JDK, on a thread of its own, one piece at a time. It is
 * opened with the first note and closed after the last.
 */
public final class Player implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Player.class.getName());
  private static final int VELOCITY = 80;

  /** Where messages go; closed after a piece. */
  @FunctionalInterface
  public interface Device {
    /**
     * Opens it.
     *
     * @throws MidiUnavailableException when nothing can sound
     */
    Output open() throws MidiUnavailableException;
  }

  /** An open device. */
  public interface Output extends AutoCloseable {
    void send(ShortMessage message);

    @Override
    void close();
  }

  /** How a piece ended. */
  public enum End {
    FINISHED,
    STOPPED,
    /** No sound could be made. */
    NO_SOUND
  }

  private record Event(double at, boolean begins, int channel, int pitch) {}

  private final Device device;
  private @Nullable Piece playing;

  /** With the synthesizer of the JDK. */
  public Player() {
    this(Player::synthesizer);
  }

  /** With another device. */
  Player(Device device) {
    this.device = device;
  }

  /**
   * Begins to play, in place of what was played before.
   *
   * @param at is told how many quarter notes have been played, at each change, on the player's
   *     thread
   * @param ended is told at the end, on the same thread
   */
  public synchronized void play(Music music, DoubleConsumer at, Consumer<End> ended) {
    close();
    Piece piece = new Piece(music, at, ended);
    playing = piece;
    Thread thread = new Thread(piece, "player");
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops what is played. */
  @Override
  public synchronized void close() {
    if (playing != null) playing.stop();
    playing = null;
  }

  private static Output synthesizer() throws MidiUnavailableException {
    Synthesizer synthesizer = MidiSystem.getSynthesizer();
    synthesizer.open();
    Receiver receiver = synthesizer.getReceiver();
    return new Output() {
      @Override
      public void send(ShortMessage message) {
        receiver.send(message, -1);
      }

      @Override
      public void close() {
        synthesizer.close();
      }
    };
  }

  /** One piece on its way through time. */
  private final class Piece implements Runnable {
    private final Music music;
    private final DoubleConsumer at;
    private final Consumer<End> ended;
    private boolean stopped;

    Piece(Music music, DoubleConsumer at, Consumer<End> ended) {
      this.music = music;
      this.at = at;
      this.ended = ended;
    }

    synchronized void stop() {
      stopped = true;
      notifyAll();
    }

    @Override
    public void run() {
      End end;
      try (Output output = device.open()) {
        end = play(output) ? End.FINISHED : End.STOPPED;
      } catch (MidiUnavailableException
          | InvalidMidiDataException
          | RuntimeException
          | LinkageError e) {
        // Without a device for sound the JDK throws one or the other of these.
        LOG.log(System.Logger.Level.INFO, "No sound", e);
        end = End.NO_SOUND;
      }
      ended.accept(end);
    }

    /** False when it was stopped. */
    private boolean play(Output output) throws InvalidMidiDataException {
      double second = 60 / music.meter().tempo();
      long began = System.nanoTime();
      double before = Double.NaN;
      for (Event event : events()) {
        if (!waited(began + (long) (1e9 * event.at() * second))) return false;
        if (event.at() != before) at.accept(event.at());
        before = event.at();
        output.send(
            new ShortMessage(
                event.begins() ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF,
                event.channel(),
                event.pitch(),
                event.begins() ? VELOCITY : 0));
      }
      // The last chord fades.
      return waited(System.nanoTime() + (long) (1e9 * second));
    }

    private synchronized boolean waited(long until) {
      try {
        while (!stopped) {
          long left = until - System.nanoTime();
          if (left <= 0) return true;
          wait(left / 1_000_000, (int) (left % 1_000_000));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    }

    private List<Event> events() {
      List<Event> events = new ArrayList<>();
      for (int v = 0; v < music.voices().size(); v++) {
        Voice voice = music.voices().get(v);
        for (Note note : voice.notes()) {
          events.add(new Event(note.from(), true, v % 9, note.pitch()));
          events.add(new Event(note.to(), false, v % 9, note.pitch()));
        }
      }
      events.sort(Comparator.comparingDouble(Event::at).thenComparing(Event::begins));
      return events;
    }
  }
}
