package undercurrent.command;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars for what takes long, drawn only where a person looks. */
final class Progress {
  private static final int WIDTH = 90;
  private static final int EVERY_MILLISECONDS = 200;

  private Progress() {}

  static ProgressBar bar(Console console, String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
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
