package undercurrent.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.experiment.TrainedSamples;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.training.Moment;
import undercurrent.training.Training;

/**
 * Makes the trained documents of the samples: {@code mvn -Ptrained test-compile exec:exec@trained}.
 * The first argument is their folder, the second one the ids of those that are wanted, joined by
 * commas, or {@code all}.
 */
final class TrainSamples {
  /** The first screen has the replay of a whole training; the others have fewer epochs of it. */
  private static final String FIRST = "sine";

  private static final String ALL = "all";
  private static final long BYTES_OF_FIRST = 700_000;
  private static final long BYTES = 88_000;
  private static final long LEAST = 6;

  /** Of models whose weights take more than so many bytes, fewer are kept. */
  private static final long LARGE = 32_768;

  private static final long LEAST_OF_LARGE = 3;

  private TrainSamples() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> wanted = List.of(arguments[1].split(",", -1));
    for (Sample sample : Samples.all()) {
      boolean isWanted = wanted.contains(ALL) || wanted.contains(sample.id());
      if (!isWanted || !TrainedSamples.has(sample)) continue;
      long began = System.nanoTime();
      Experiment trained = trained(sample);
      Path file = folder.resolve(TrainedSamples.fileName(sample));
      TrainedSamples.save(trained, file);
      System.out.printf(
          Locale.ROOT,
          "%-20s %6d epochs %2d kept %8d bytes %6.1f s%n",
          sample.id(),
          trained.checkpoint().orElseThrow().epoch(),
          trained.replay().size(),
          Files.size(file),
          (System.nanoTime() - began) * 1e-9);
    }
  }

  /** A sample that has been trained to its end. */
  static Experiment trained(Sample sample) {
    Run run = Run.of(TrainedSamples.untrained(sample));
    Training training = run.trainer();
    TrainingHistory history = new TrainingHistory();
    history.offer(training);
    while (training.status() == Training.Status.READY) {
      training.step();
      history.offer(training);
    }
    if (training.status() == Training.Status.DIVERGED) {
      throw new IllegalStateException(sample.id() + " diverged: " + training.diagnosis());
    }
    long most = sample.id().equals(FIRST) ? BYTES_OF_FIRST : BYTES;
    // The last one is the document's own.
    List<Moment> before = history.moments().subList(0, history.moments().size() - 1);
    return run.experiment().withReplay(thinned(before, most));
  }

  /**
   * Equally spaced among them, the first among them, as many as the bytes allow, at least a few.
   */
  static List<Moment> thinned(List<Moment> all, long most) {
    // A weight takes 16 bits in the file.
    long each = Math.max(1, all.getFirst().bytes() / 2);
    long least = each > LARGE ? LEAST_OF_LARGE : LEAST;
    int count = (int) Math.min(all.size(), Math.max(least, most / each));
    List<Moment> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) kept.add(all.get(i * all.size() / count));
    return kept;
  }
}
