package studio.backprop.app.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import studio.backprop.train.Session;

/** A bar on a terminal that someone watches: examples learned from, time gone and left, speed, epoch, loss and accuracy. */
final class ProgressView implements Training.Listener {
  private static final long INTERVAL = 100_000_000;

  private final Terminal terminal;
  private final ProgressBar bar;
  private long examples;
  private long nextAt;

  private ProgressView(Terminal terminal, Session session) {
    this.terminal = terminal;
    int left = session.project().training().epochs() - session.epoch();
    this.bar = new ProgressBarBuilder()
        .setTaskName(terminal.say("cli.training"))
        .setInitialMax((long) session.rows() * left)
        .setUnit(" " + terminal.say("cli.samples"), 1)
        .showSpeed(new java.text.DecimalFormat("#,##0"))
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(100)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
        .build();
  }

  /** The view that suits a terminal. */
  static Training.Listener of(Terminal terminal, Session session) {
    return terminal.interactive() ? new ProgressView(terminal, session) : new ProgressLines(terminal);
  }

  @Override
  public void stepped(Session session) {
    examples += session.plan().batch();
    long now = System.nanoTime();
    if (now >= nextAt) {
      show(session);
      nextAt = now + INTERVAL;
    }
  }

  private void show(Session session) {
    int last = session.project().training().epochs();
    bar.stepTo(examples);
    bar.setExtraMessage(" " + terminal.say(
        "cli.bar",
        Math.min(session.epoch() + 1, last),
        last,
        terminal.numbers().significant(session.loss(), 3),
        Words.batchMeasure(terminal, session)));
  }

  @Override
  public void ended(Session session) {
    if (session.steps() > 0) {
      show(session);
    }
    bar.close();
  }
}
