package studio.backprop.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/** Progress bar on an interactive terminal, with epoch, loss, accuracy, examples per second and remaining time. */
final class ProgressView implements RunListener {
  private static final int INTERVAL_MILLIS = 100;
  private static final int LONGEST_BAR = 40;

  private final Terminal terminal;
  private final ProgressBar bar;
  private final long total;
  private final long start = System.nanoTime();
  private final CountedModes modes = new CountedModes();
  private Optional<ModeCoverage> covered = Optional.empty();
  private long examples;
  private long nextAt;

  private ProgressView(Terminal terminal, Session session) {
    this.terminal = terminal;
    this.total = (long) session.rows() * (session.project().training().epochs() - session.epoch());
    this.bar = new ProgressBarBuilder()
        .setInitialMax(total)
        .setUpdateIntervalMillis(INTERVAL_MILLIS)
        .setRenderer(ProgressView::line)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
        .build();
  }

  /** Listener for an interactive terminal or a log. */
  static RunListener of(Terminal terminal, Session session) {
    return terminal.interactive() ? new ProgressView(terminal, session) : new ProgressLines(terminal);
  }

  /** The text, preceded by a bar that fills the width. */
  private static String line(ProgressState state, int width) {
    String text = state.getExtraMessage();
    int length = Math.min(LONGEST_BAR, width - Table.width(text) - 1);
    return length < 1 ? text : CliTexts.bar(state.getNormalizedProgress(), length) + " " + text;
  }

  @Override
  public void stepped(Session session) {
    examples += session.plan().batch();
    if (session.batch() == 0 && CountedModes.suits(session)) {
      covered = modes.after(session);
    }
    long now = System.nanoTime();
    if (now >= nextAt) {
      show(session, (now - start) / 1e9);
      nextAt = now + INTERVAL_MILLIS * 1_000_000L;
    }
  }

  private void show(Session session, double seconds) {
    int last = session.project().training().epochs();
    double perSecond = examples / Math.max(1e-9, seconds);
    bar.stepTo(examples);
    bar.setExtraMessage(
        terminal.say(
            "cli.bar",
            Math.min(session.epoch() + 1, last),
            last,
            terminal.numbers().significant(session.loss(), 3),
            session.regime().sight().map(sight -> terminal.say("cli.bar.returned", CliTexts.returned(terminal, sight)))
                .orElseGet(() -> CountedModes.suits(session)
                    ? terminal.say("cli.bar.round", CliTexts.covered(terminal, covered), session.weightsStep())
                    : CliTexts.batchMeasure(terminal, session)),
            Math.round(perSecond),
            Math.round((total - examples) / perSecond)));
  }

  @Override
  public void ended(Session session, boolean restored) {
    if (examples > 0) {
      show(session, (System.nanoTime() - start) / 1e9);
    }
    bar.close();
  }
}
