package studio.backprop.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Problem;
import studio.backprop.observe.SessionView;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.RunListener;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.learn.WeightedClasses;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.DamagedState;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;

/** Training of a project to its end on the calling thread. Not thread-safe. */
final class Training {
  private final Session session;
  private final Optional<Parameters> set;
  private final StepCurves curves;
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS); // precision of a file
  private boolean fresh = true;
  private double seconds;
  private long examples;
  private OptionalInt restored = OptionalInt.empty();
  private Optional<Message> forgotten = Optional.empty();

  private Training(Session session, Optional<Parameters> set) {
    this.session = session;
    this.set = set;
    this.curves = new StepCurves(session);
  }

  /** New training with manually set weights, or else those of the project's seed. */
  static Training fresh(Loaded loaded, Kernels kernels) throws Failure, DataProblem {
    Project project = loaded.project();
    Session session = session(project, kernels, () -> loaded.beginning().parameters(project).copy());
    return new Training(session, loaded.beginning().byHand(project).map(set -> session.parameters().copy()));
  }

  static Training resumed(Loaded loaded, Kernels kernels) throws Failure, DataProblem {
    Training training = new Training(
        session(loaded.project(), kernels, () -> loaded.saved().parameters().orElseGet(() -> Session.initialParameters(loaded.project()))),
        loaded.saved().start());
    int epochs = training.session.project().training().epochs(); // the requested number, not that of the saved run
    Optional<TrainingProgress> saved = loaded.saved().progressed().map(progressed -> progressed.endingAt(epochs));
    if (saved.isPresent()) {
      training.resume(saved.get());
    }
    return training;
  }

  private void resume(TrainingProgress saved) throws Failure {
    boolean agent = session.project().assignment().acts();
    boolean known = saved.kept().filter(session.regime()::reads).isPresent();
    forgotten = agent && !known && saved.step() > 0 ? Optional.of(Message.of("cli.agent_forgot", saved.epoch() + 1)) : Optional.empty();
    try {
      session.resume(saved);
    } catch (DamagedState damaged) {
      throw new Failure(damaged.sentence());
    }
  }

  /** Message on the metrics that a resumed run lacks. */
  Optional<Message> forgotten() {
    return forgotten;
  }

  private static Session session(Project project, Kernels kernels, Supplier<Parameters> first) throws Failure, DataProblem {
    PreparedData data = prepare(project);
    MemoryLimit.check(project, data, kernels, Purpose.TRAIN_LEAN);
    return Session.unwatched(project, data, kernels, first.get());
  }

  /** Loads the data of a project. @throws Failure if it cannot be trained */
  static PreparedData prepare(Project project) throws Failure, DataProblem {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Optional<Problem> problem =
        Readiness.problems(project, project.network().analyse(), DataForm.of(data)).stream().findFirst();
    if (problem.isPresent()) {
      throw new Failure(problem.get().sentence());
    }
    return data;
  }

  /** Takes steps until the end, a fault, or a requested stop. */
  void run(RunListener listener, BooleanSupplier stop) {
    long start = System.nanoTime();
    fresh = session.steps() == 0;
    Runs.drive(session, () -> !stop.getAsBoolean(), new RunListener() {
      @Override
      public void stepped(Session session) {
        examples += session.plan().batch();
        curves.add(session);
        listener.stepped(session);
      }

      @Override
      public void ended(Session session, boolean best) {
        restored = best ? session.bestEpoch() : OptionalInt.empty();
        seconds = (System.nanoTime() - start) / 1e9;
        listener.ended(session, best);
      }
    });
  }

  /** Manually set initial weights; empty if drawn from the seed. */
  Optional<Parameters> set() {
    return set;
  }

  Session session() {
    return session;
  }

  StepCurves curves() {
    return curves;
  }

  Optional<Fault> fault() {
    return session.fault();
  }

  RunRecord record(String projectName) {
    Ending ending = Ending.of(session.fault().isPresent(), session.stoppedEarly(), session.finished(), false);
    return new RunRecord(
        Message.of("tries.command_line"), projectName, session.project(), RunRecord.tableOf(session.project()), List.of(), begun,
        session.steps(), fresh ? seconds : Double.NaN, ending, session.fault().map(Fault::sentence), session.epochs(),
        curves.loss().forFile(), curves.measure().forFile(), true);
  }

  /** Evaluates all three parts with the current weights. @param asked additional quantities */
  Report report(List<Quantity> asked) {
    return new Report(
        session.epoch(),
        session.stoppedEarly(),
        restored,
        session.evaluate(Part.TRAIN),
        session.evaluate(Part.VALIDATION),
        session.evaluate(Part.TEST),
        session.task(),
        coverage(),
        session.regime().agent(),
        seconds,
        seconds > 0 ? examples / seconds : 0,
        session.parameters().sha256(),
        figures(asked),
        classWeights(),
        Stream.concat(forgotten.stream(), session.data().notes().stream()).toList());
  }

  /** Mode coverage of a generator; empty in other kinds of training. */
  private Optional<ModeCoverage> coverage() {
    return session.project().assignment().isAdversarial()
        ? new GeneratorEvaluator(session.project(), session.data(), session.kernels(), session.parameters().copy()).coverage()
        : Optional.empty();
  }

  private Map<String, Double> classWeights() {
    List<Double> byClass = WeightedClasses.of(session.project(), session.data()).byClass();
    Map<String, Double> named = new LinkedHashMap<>();
    for (int k = 0; k < byClass.size(); k++) {
      named.put(session.data().dataset().classNames().get(k), byClass.get(k));
    }
    return named;
  }

  private Map<String, Double> figures(List<Quantity> asked) {
    SessionView view = new SessionView(session);
    Map<String, Double> figures = new LinkedHashMap<>();
    asked.forEach(quantity -> figures.put(quantity.name(), quantity.read(view).orElse(Double.NaN)));
    return figures;
  }
}
