package studio.backprop.cli;

import java.util.Optional;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Mode coverage of a generator during training: computed after the first epoch, each tenth of the training, and the last epoch. Runs on the
 * training thread with its own random generator: training is not affected.
 */
final class CountedModes {
  private static final int COUNTS = 10;

  private GeneratorEvaluator judge;
  private Optional<ModeCoverage> newest = Optional.empty();

  static boolean suits(Session session) {
    return session.project().assignment().isAdversarial();
  }

  /** Called after an epoch. @return the last coverage; empty where no modes are known */
  Optional<ModeCoverage> after(Session session) {
    int last = session.project().training().epochs();
    long tenths = (long) session.epoch() * COUNTS / last;
    boolean due = newest.isEmpty() || session.epoch() == last || tenths > (long) (session.epoch() - 1) * COUNTS / last;
    if (due && GeneratorEvaluator.canCount(session.data())) {
      judge = new GeneratorEvaluator(session.project(), session.data(), session.kernels(), session.parameters().copy()).knowing(judge);
      newest = judge.coverage();
    }
    return newest;
  }
}
