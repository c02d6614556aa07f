package undercurrent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentException;
import undercurrent.experiment.ExperimentFile;

/** What a window left unsaved when its process ended, and that nobody has decided about. */
public final class RecoveredWork {
  private static final System.Logger LOG = System.getLogger(RecoveredWork.class.getName());

  /** Where a side file says, in its view, which document it came from. */
  private static final String FILE = "unsaved.file";

  private final RecoverySlot slot;
  private final Experiment experiment;
  private final ExperimentSource source;
  private final Instant date;

  private RecoveredWork(
      RecoverySlot slot, Experiment experiment, ExperimentSource source, Instant date) {
    this.slot = slot;
    this.experiment = experiment;
    this.source = source;
    this.date = date;
  }

  /** All that lies in a folder and is of no program that runs, the newest first. Reads files. */
  public static List<RecoveredWork> in(Path folder) {
    List<RecoveredWork> all = new ArrayList<>();
    for (RecoverySlot slot : RecoverySlot.left(folder)) {
      try {
        Experiment kept = ExperimentFile.open(slot.file());
        Map<String, String> view = new HashMap<>(kept.view());
        ExperimentSource source =
            new ExperimentSource(
                Optional.ofNullable(view.remove(FILE)).flatMap(RecoveredWork::path), true);
        Instant date = Files.getLastModifiedTime(slot.file()).toInstant();
        all.add(new RecoveredWork(slot, kept.withView(view), source, date));
      } catch (ExperimentException | IOException e) {
        // It stays there, perhaps for a newer version that can read it.
        LOG.log(System.Logger.Level.WARNING, "What was unsaved cannot be read.", e);
        slot.release();
      }
    }
    all.sort(Comparator.comparing(RecoveredWork::date).reversed());
    return all;
  }

  /** The document of a side file. */
  static Experiment document(Experiment now, Map<String, String> look, Optional<Path> file) {
    Map<String, String> view = new HashMap<>(now.view());
    view.putAll(look);
    file.ifPresent(f -> view.put(FILE, f.toString()));
    return now.withView(view);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  public Experiment experiment() {
    return experiment;
  }

  /** The document that it came from, and that it is unsaved. */
  public ExperimentSource source() {
    return source;
  }

  /** When it was kept. */
  public Instant date() {
    return date;
  }

  /** When the document that it came from was last changed; nothing when it is not there. */
  public Optional<Instant> fileDate() {
    return source.file().flatMap(RecoveredWork::changed);
  }

  private static Optional<Instant> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  RecoverySlot slot() {
    return slot;
  }

  /** Deletes it. */
  public void discard() {
    slot.delete();
  }

  /** Leaves it for the next start. */
  public void leave() {
    slot.release();
  }
}
