package undercurrent.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import undercurrent.view.WindowLauncher;

/**
 * What happens to an exception that was not caught: the log has it whole, the person reads of it in
 * one window. The same one again is counted, and not shown a second time.
 */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
  private static final System.Logger LOG = System.getLogger(UncaughtErrors.class.getName());
  private final Map<String, Integer> times = new ConcurrentHashMap<>();

  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    try {
      tell(thread, e);
    } catch (OutOfMemoryError noMemoryToSaySo) {
      // Java would print that on the console; the thread of the work reports it to those who wait.
    }
  }

  private void tell(Thread thread, Throwable e) {
    UnexpectedError trouble = UnexpectedError.of(sentence(e), e);
    int count = times.merge(trouble.code(), 1, Integer::sum);
    if (count == 1) {
      LOG.log(System.Logger.Level.ERROR, "%s in %s".formatted(trouble.code(), thread.getName()), e);
      WindowLauncher.report(trouble.sentence(), trouble.code(), trouble.details());
    } else if (Integer.bitCount(count) == 1) {
      // Said at 2, 4, 8 … times, so that one that comes with every frame does not fill the log.
      LOG.log(System.Logger.Level.ERROR, "{0} again, {1} times so far", trouble.code(), count);
    }
  }

  private static String sentence(Throwable e) {
    return e instanceof OutOfMemoryError
        ? Words.of("uncaught.memory")
        : Words.of("uncaught.inside");
  }
}
