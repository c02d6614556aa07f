package undercurrent.session;

/** Loads what is needed later on a thread of its own, while something else is waited for. */
public final class HeadStart {
  private HeadStart() {}

  /**
   * Begins, where there is a processor for it, and returns at once.
   *
   * @param loading of what whoever needs it before it is there loads as ever, and complains about
   */
  public static void begin(Runnable loading) {
    if (Runtime.getRuntime().availableProcessors() == 1) return;
    Thread thread = new Thread(loading, "head-start");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> {});
    thread.start();
  }
}
