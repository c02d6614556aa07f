package undercurrent.session;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;

/**
 * Those who wait for the document of a training, which only the thread of the training can make.
 */
final class DocumentRequests {
  private final Queue<CompletableFuture<Experiment>> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /** From any thread. */
  CompletableFuture<Experiment> ask() {
    CompletableFuture<Experiment> answer = new CompletableFuture<>();
    waiting.add(answer);
    if (over) refuse();
    return answer;
  }

  /** Between two steps, on the thread of the training. */
  void serve(Run run) {
    if (waiting.isEmpty()) return;
    try {
      Experiment document = run.experiment();
      forAll(answer -> answer.complete(document));
    } catch (OutOfMemoryError e) {
      // The request fails; the training goes on.
      forAll(answer -> answer.completeExceptionally(e));
    }
  }

  /** The training is over: open and later requests fail. */
  void end() {
    over = true;
    refuse();
  }

  private void refuse() {
    forAll(
        answer ->
            answer.completeExceptionally(
                new IllegalStateException(SessionWords.of("documentRequests.over"))));
  }

  private void forAll(Consumer<CompletableFuture<Experiment>> action) {
    while (true) {
      CompletableFuture<Experiment> answer = waiting.poll();
      if (answer == null) return;
      action.accept(answer);
    }
  }
}
