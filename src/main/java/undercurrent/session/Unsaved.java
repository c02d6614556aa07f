package undercurrent.session;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.experiment.Experiment;

/**
 * What a session has that no file has.
 *
 * @param source where its experiment came from
 * @param kept where it stood when it was opened or last saved
 */
public record Unsaved(Session session, Source source, Standing kept) {

  /** Of a session that begins with an experiment. */
  public static Unsaved of(Session session, Experiment experiment, Source source) {
    return new Unsaved(session, source, Standing.of(experiment));
  }

  /** True when it was trained, or its settings were changed. */
  public boolean any() {
    return source.unsaved() || !session.standing().equals(kept);
  }

  /** True when steps of training would be lost. */
  public boolean trained() {
    long step = session.standing().step();
    return step > 0 && (source.unsaved() || step != kept.step());
  }

  /** After a document of this session was saved. */
  public Unsaved saved(Experiment document, Path file) {
    return new Unsaved(session, Source.of(file), Standing.of(document));
  }

  /** Where the experiment as it is now comes from, for whoever opens it again. */
  public Source now() {
    return new Source(source.file(), any());
  }

  /**
   * Where the same data come from when they start over.
   *
   * @param changed whether other settings are used
   */
  public Source startedOver(boolean changed) {
    boolean already = source.unsaved() && session.standing().step() == 0;
    return new Source(source.file(), already || changed);
  }

  Optional<Path> file() {
    return source.file();
  }
}
