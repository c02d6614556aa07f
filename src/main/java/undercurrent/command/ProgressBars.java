package undercurrent.command;

import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import undercurrent.math.Progress;
import undercurrent.session.PassProgress;

/** Bars for what takes long, drawn only on a terminal. */
final class ProgressBars {
  /** Steps are divided into so many parts, for some are long. */
  static final long PARTS = 1000;

  private static final int WIDTH = 90;
  private static final int EVERY_MILLISECONDS = 200;

  private ProgressBars() {}

  /**
   * A step of a command: as far as passes over series say, and at last done.
   *
   * @param task whose words are under this key
   */
  static <T> T during(Console console, String task, Supplier<T> work) {
    PassProgress passes = new PassProgress();
    try (ProgressBar bar = bar(console, task, 1)) {
      T result = during(bar, 0, passes, () -> {}, work);
      bar.stepTo(PARTS);
      return result;
    }
  }

  /**
   * Moves a bar from a step towards the next while that is made.
   *
   * @param check may throw, and so end the step
   */
  static <T> T during(
      ProgressBar bar, long step, PassProgress passes, Runnable check, Supplier<T> work) {
    passes.begin();
    Progress shown =
        (done, of) -> {
          check.run();
          passes.at(done, of);
          bar.stepTo((long) (PARTS * (step + passes.share())));
        };
    return shown.during(work);
  }

  /**
   * A bar of so many steps.
   *
   * @param task whose words are under this key
   * @param steps each of {@link #PARTS} parts
   */
  static ProgressBar bar(Console console, String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(Words.of("bar." + task))
        .setInitialMax(PARTS * steps)
        .setUnit("", PARTS)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(WIDTH)
        .setUpdateIntervalMillis(EVERY_MILLISECONDS)
        .setConsumer(new Line(console))
        .build();
  }

  /** Draws over one line and ends it when the task is done. */
  private static final class Line extends DelegatingProgressBarConsumer {
    private final Console console;

    Line(Console console) {
      super(
          line -> {
            if (!console.progress()) return;
            console.err().print("\r" + line);
            console.err().flush();
          },
          WIDTH);
      this.console = console;
    }

    @Override
    public void close() {
      if (!console.progress()) return;
      console.err().println();
      console.err().flush();
    }
  }
}
