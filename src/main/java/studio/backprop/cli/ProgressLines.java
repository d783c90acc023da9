package studio.backprop.cli;

import java.util.List;
import java.util.Locale;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.record.EpochRecord;

/** Progress listener that prints a line per epoch: for log files and non-interactive terminals. */
final class ProgressLines implements RunListener {
  private static final int WIDTH = 20;

  private final Terminal terminal;
  private final CountedModes modes = new CountedModes();
  private final long start = System.nanoTime();
  private long examples;
  private long rounds;

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
      session.regime().sight().ifPresentOrElse(sight -> print(newest, last, sight), () -> {
        if (CountedModes.suits(session)) {
          print(newest, last, session);
        } else {
          print(newest, last);
        }
      });
    }
  }

  /** Epoch of a GAN. */
  private void print(EpochRecord epoch, int last, Session session) {
    rounds += session.batchesPerEpoch();
    terminal.note("cli.rounds", count(epoch, last), bar(epoch, last), session.weightsStep(),
        CliTexts.covered(terminal, modes.after(session)), CliTexts.scores(terminal, epoch.train()), perSecond(rounds));
  }

  /** Epoch of an agent. */
  private void print(EpochRecord epoch, int last, AgentSnapshot sight) {
    terminal.note("cli.episodes", count(epoch, last), bar(epoch, last), sight.episodes().count(), CliTexts.returned(terminal, sight),
        terminal.numbers().significant(sight.episodes().look(sight.episodes().looks() - 1), 4), perSecond(sight.taken()));
  }

  private void print(EpochRecord epoch, int last) {
    String learned = CliTexts.scores(terminal, epoch.train());
    String held = Double.isNaN(epoch.validation().loss()) ? "–" : CliTexts.scores(terminal, epoch.validation());
    terminal.note("cli.epoch", count(epoch, last), bar(epoch, last), learned, held, perSecond(examples));
  }

  private static String count(EpochRecord epoch, int last) {
    return String.format(Locale.ROOT, "%" + String.valueOf(last).length() + "d/%d", epoch.epoch(), last);
  }

  private static String bar(EpochRecord epoch, int last) {
    return CliTexts.bar((double) epoch.epoch() / last, WIDTH);
  }

  private long perSecond(long done) {
    return Math.round(done / Math.max(1e-9, (System.nanoTime() - start) / 1e9));
  }

  @Override
  public void ended(Session session, boolean restored) {
    // the last line is already printed
  }
}
