package undercurrent.training;

/** Who computes the shards of a batch. What comes out does not depend on it, to the bit. */
public interface Workers {
  /** One: the caller. */
  Workers ALONE = Runnable::run;

  /** How many work at the same time, at least 1. */
  default int count() {
    return 1;
  }

  /**
   * Runs the same task on every worker at the same time and returns when all are done.
   *
   * @throws RuntimeException or an error that the task threw on one of them
   */
  void run(Runnable task);
}
