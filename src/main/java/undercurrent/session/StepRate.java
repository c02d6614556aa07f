package undercurrent.session;

/** Measures steps per second over about the last two seconds of training. */
final class StepRate {
  private static final double SECONDS = 1e-9;
  private static final long WINDOW = 1_000_000_000L;
  private long began;
  private long steps;
  private double perSecond;

  /** Starts anew after a pause. */
  void start(long now) {
    began = now;
    steps = 0;
  }

  void step(long now) {
    steps++;
    double rate = steps / Math.max(SECONDS, (now - began) * SECONDS);
    if (perSecond == 0 || now - began >= WINDOW) perSecond = rate;
    if (now - began >= WINDOW) start(now);
  }

  double perSecond() {
    return perSecond;
  }
}
