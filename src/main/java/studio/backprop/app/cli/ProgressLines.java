package studio.backprop.app.cli;

import java.util.List;
import java.util.Locale;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSight;
import studio.backprop.train.record.EpochRecord;

/** A line an epoch: for a log file, or a terminal that is not watched. */
final class ProgressLines implements RunListener {
  private static final int WIDTH = 20;

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long examples;

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void stepped(Session session) {
    examples += session.plan().batch();
    if (session.batch() == 0) {
      List<EpochRecord> epochs = session.epochs();
      EpochRecord newest = epochs.get(epochs.size() - 1);
      int last = session.project().training().epochs();
      session.regime().sight().ifPresentOrElse(sight -> print(newest, last, sight), () -> print(newest, last));
    }
  }

  /** How an agent's episodes went. */
  private void print(EpochRecord epoch, int last, AgentSight sight) {
    String count = String.format(Locale.ROOT, "%" + String.valueOf(last).length() + "d/%d", epoch.epoch(), last);
    long perSecond = Math.round(sight.taken() / Math.max(1e-9, (System.nanoTime() - start) / 1e9));
    terminal.note("cli.episodes", count, CliWords.bar((double) epoch.epoch() / last, WIDTH), sight.episodes().count(),
        CliWords.returned(terminal, sight),
        terminal.numbers().significant(sight.episodes().look(sight.episodes().looks() - 1), 4), perSecond);
  }

  private void print(EpochRecord epoch, int last) {
    long perSecond = Math.round(examples / Math.max(1e-9, (System.nanoTime() - start) / 1e9));
    String learned = CliWords.scores(terminal, epoch.train());
    String held = Double.isNaN(epoch.validation().loss()) ? "–" : CliWords.scores(terminal, epoch.validation());
    String count = String.format(Locale.ROOT, "%" + String.valueOf(last).length() + "d/%d", epoch.epoch(), last);
    terminal.note("cli.epoch", count, CliWords.bar((double) epoch.epoch() / last, WIDTH), learned, held, perSecond);
  }

  @Override
  public void ended(Session session, boolean restored) {
    // the last line is already there
  }
}
