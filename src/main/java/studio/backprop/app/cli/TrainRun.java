package studio.backprop.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import studio.backprop.project.Adversarial;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Fault;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.doctor.Remedy;

/**
 * A training from its first step to what it leaves. Whatever happens at its end, what was learned is kept somewhere, and it is said where.
 */
final class TrainRun {
  private final Terminal terminal;
  private final Trainings trainings;
  private final Loaded loaded;
  private final Optional<OutFolder> out;

  /** @param out the folder of the results; without one nothing is written, unless a signal would have lost it */
  TrainRun(Terminal terminal, Trainings trainings, Loaded loaded, Optional<OutFolder> out) {
    this.terminal = terminal;
    this.trainings = trainings;
    this.loaded = loaded;
    this.out = out;
  }

  /**
   * Trains, reports and saves.
   *
   * @param slot in which an interrupted training was found that goes on here
   * @param json whether the report is a line of JSON
   * @return the exit code
   */
  int run(Training training, Optional<RecoverySlot> slot, boolean json) throws Failure {
    if (out.isPresent()) {
      out.get().check(training);
    }
    training.session().data().notes().forEach(terminal::dataNote);
    if (training.session().project().assignment() instanceof Adversarial) {
      terminal.note("cli.adversarial");
    }
    RunListener view = ProgressView.of(terminal, training.session());
    try (Interrupt interrupt = Interrupt.watched();
        Keeper keeper = new Keeper(terminal, trainings, loaded.from(training.set()), out, slot, view, System::nanoTime)) {
      training.run(keeper, interrupt::requested);
      report(training, json);
      if (out.isPresent()) {
        save(training, out.get(), keeper, true);
      } else if (interrupt.requested()) {
        save(training, OutFolder.usual(terminal, loaded.name()), keeper, false);
      }
      keeper.done();
      if (training.fault().isPresent()) {
        throw failure(training.session(), training.fault().get());
      }
      return interrupt.exitCode();
    }
  }

  private void report(Training training, boolean json) {
    Report report = training.report();
    if (json) {
      terminal.print(report.json(terminal));
    } else {
      report.print(terminal);
    }
  }

  private void save(Training training, OutFolder folder, Keeper keeper, boolean painted) throws Failure {
    try {
      folder.keep(loaded.from(training.set()).reached(training.session()));
    } catch (Failure lost) {
      throw rescued(training.session(), keeper, lost);
    }
    try {
      if (painted) {
        folder.paint(training, new LineCharts());
      }
    } finally {
      keeper.done();
      folder.announce();
    }
  }

  private Failure rescued(Session session, Keeper keeper, Failure lost) {
    try {
      Path file = keeper.rescue(session);
      return Failure.of("cli.problem.rescued", lost.sentence(), file.toString());
    } catch (StoreProblem e) {
      return lost;
    }
  }

  private static Failure failure(Session session, Fault fault) {
    Remedy likeliest = Remedy.of(fault, session.project(), session.data(), true).get(0);
    return Failure.of("cli.problem.fault", fault.sentence(), likeliest.title());
  }
}
