package studio.backprop.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.doctor.Remedy;
import studio.backprop.observe.SessionView;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Fault;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Quantity;

/** A training from its first step to its outputs. If saving fails, the trained weights are saved elsewhere, and the place is printed. */
final class TrainRun {
  private final Terminal terminal;
  private final Trainings trainings;
  private final Loaded loaded;
  private final Optional<OutFolder> out;

  /** @param out folder of the results; without one nothing is written, unless a signal interrupts */
  TrainRun(Terminal terminal, Trainings trainings, Loaded loaded, Optional<OutFolder> out) {
    this.terminal = terminal;
    this.trainings = trainings;
    this.loaded = loaded;
    this.out = out;
  }

  /**
   * Report options of a training.
   *
   * @param json whether as a line of JSON
   * @param figures additional figures, by the names of {@link Quantity}
   */
  record Reporting(boolean json, List<String> figures) {
    static final Reporting USUAL = new Reporting(false, List.of());

    /** @throws Failure if the training has no figure of a requested name */
    List<Quantity> quantities(Session session) throws Failure {
      List<Quantity> there = new SessionView(session).quantities();
      List<Quantity> asked = new ArrayList<>();
      for (String name : figures) {
        Optional<Quantity> quantity = Quantity.parse(name).filter(there::contains);
        asked.add(quantity.orElseThrow(() -> Failure.option(
            "cli.problem.figure", name, there.stream().map(Quantity::name).collect(Collectors.joining(", ")))));
      }
      return asked;
    }
  }

  /**
   * Trains, reports and saves.
   *
   * @param slot of the interrupted training that is resumed
   * @return the exit code
   */
  int run(Training training, Optional<RecoverySlot> slot, Reporting reporting) throws Failure {
    List<Quantity> asked = reporting.quantities(training.session());
    if (out.isPresent()) {
      out.get().check(training);
    }
    training.session().data().notes().forEach(terminal::dataNote);
    if (training.session().project().assignment().learners() > 1) {
      terminal.note("cli.adversarial");
    }
    RunListener view = ProgressView.of(terminal, training.session());
    try (Interrupt interrupt = Interrupt.watched();
        Keeper keeper = new Keeper(terminal, trainings, loaded.from(training.set()), out, slot, view, System::nanoTime)) {
      training.run(keeper, interrupt::requested);
      report(training.report(asked), reporting.json());
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

  private void report(Report report, boolean json) {
    if (json) {
      terminal.print(report.json(terminal));
    } else {
      report.print(terminal);
    }
  }

  private void save(Training training, OutFolder folder, Keeper keeper, boolean painted) throws Failure {
    try {
      folder.keep(loaded.from(training.set()).ended(training));
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
