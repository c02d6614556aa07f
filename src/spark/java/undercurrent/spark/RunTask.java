package undercurrent.spark;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;
import undercurrent.sweep.Plan;
import undercurrent.sweep.PlanFiles;
import undercurrent.sweep.RunResult;

/**
 * Makes one run on an executor. What is sent for it is its number; the plan is sent once to each
 * machine, and opened once by each of its processes.
 */
final class RunTask extends AbstractFunction2<TaskContext, Iterator<Integer>, MadeRun>
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final double NANOSECONDS = 1e9;

  /** Plans of this process by the number of their broadcast. */
  private static final Map<Long, Plan> OPENED = new ConcurrentHashMap<>();

  private final Broadcast<PlanFiles> plan;

  RunTask(Broadcast<PlanFiles> plan) {
    this.plan = plan;
  }

  @Override
  public MadeRun apply(TaskContext context, Iterator<Integer> numbers) {
    long began = System.nanoTime();
    Plan opened = OPENED.computeIfAbsent(plan.id(), id -> open(plan.value()));
    RunResult result =
        RunResult.of(opened, opened.point(numbers.next()), context::isInterrupted)
            .orElseThrow(() -> new IllegalStateException("The task was ended."));
    double seconds = (System.nanoTime() - began) / NANOSECONDS;
    return new MadeRun(new TreeMap<>(result.files()), seconds);
  }

  private static Plan open(PlanFiles files) {
    try {
      return files.plan();
    } catch (IOException e) {
      throw new IllegalStateException("The plan of the sweep cannot be opened.", e);
    }
  }
}
