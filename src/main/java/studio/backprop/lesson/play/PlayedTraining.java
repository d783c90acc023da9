package studio.backprop.lesson.play;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.run.InitialWeights;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.RunListener;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;

/** Project and training in headless execution: applies edits and takes steps. */
final class PlayedTraining implements RunListener {
  private final Kernels kernels;
  private final OptionalLong seed;
  private final Supplier<Circumstances> around;
  private final Runnable afterStep;
  private final Map<Object, PreparedData> loaded = new HashMap<>();
  private Project project;
  private InitialWeights start = InitialWeights.DRAWN;
  private Session session;
  private SessionFacts facts;
  private PlayedDoctor doctor;
  private Optional<LineFault> unready = Optional.empty();
  private BooleanSupplier goesOn = () -> true;

  record State(Project project, InitialWeights start, Parameters parameters, Checkpoint checkpoint) {}

  /**
   * @param seed for a project without weights; empty for that of the file
   * @param around other quantities of checks
   * @param afterStep called after each step
   */
  PlayedTraining(Kernels kernels, OptionalLong seed, Supplier<Circumstances> around, Runnable afterStep) {
    this.kernels = kernels;
    this.seed = seed;
    this.around = around;
    this.afterStep = afterStep;
  }

  void whileWanted(BooleanSupplier wanted) {
    goesOn = wanted;
  }

  /** Seed that replaces those of files. */
  OptionalLong seed() {
    return seed;
  }

  boolean isWanted() {
    return goesOn.getAsBoolean();
  }

  Project project() {
    return project;
  }

  InitialWeights start() {
    return start;
  }

  Session session() {
    return session;
  }

  SessionFacts facts() {
    return facts;
  }

  PlayedDoctor doctor() {
    return doctor;
  }

  State mark() {
    return new State(project, start, session.parameters().copy(), session.checkpoint());
  }

  /** @throws LineFault if data cannot be read */
  void back(State state) throws LineFault {
    project = state.project;
    start = state.start;
    begin(state.parameters.copy());
    session.restore(state.checkpoint);
  }

  // --- validation

  boolean isReady() {
    return unready.isEmpty();
  }

  /** @throws LineFault if the edited network cannot be trained */
  void settle() throws LineFault {
    if (unready.isPresent()) {
      throw unready.get();
    }
  }

  /** @throws LineFault if a project, which need not be this one, cannot be trained */
  void require(Project wanted) throws LineFault {
    unready = fault(wanted);
    settle();
  }

  private Optional<LineFault> fault(Project of) throws LineFault {
    return Readiness.problems(of, of.network().analyse(), DataForm.of(data(of))).stream()
        .filter(problem -> problem.severity() == Problem.Severity.BROKEN).findFirst()
        .map(problem -> new LineFault(1, Message.of("lesson.play.not_ready", problem.sentence())));
  }

  private PreparedData data(Project of) throws LineFault {
    Object key = Arrays.asList(of.data(), of.table());
    PreparedData known = loaded.get(key);
    if (known == null) {
      try {
        known = PreparedData.load(of.data(), of.table(), Progress.NONE);
      } catch (DataProblem problem) {
        throw new LineFault(1, problem.sentence());
      }
      loaded.put(key, known);
    }
    return known;
  }

  // --- start

  void open(Saved saved) throws LineFault {
    project = saved.project();
    if (saved.parameters().isEmpty() && saved.start().isEmpty()) {
      project = project.withTraining(training -> seed.isPresent() ? training.withSeed(seed.getAsLong()) : training);
    }
    start = saved.beginning();
    begin(saved.parameters().map(Parameters::copy).orElseGet(() -> start.parameters(project)));
    saved.progressed().ifPresent(session::resume);
  }

  void keep(Session other) throws LineFault {
    project = other.project();
    Saved learned = Saved.of(other);
    begin(learned.parameters().orElseThrow());
    learned.progressed().ifPresent(session::resume);
  }

  void reset() throws LineFault {
    begin(start.parameters(project));
  }

  private void begin(Parameters parameters) throws LineFault {
    require(project);
    session = new Session(project, data(project), kernels, parameters);
    session.setRate(project.training().rate());
    doctor = new PlayedDoctor(session);
    facts = new SessionFacts(session, around, doctor.monitor()::newest);
  }

  // --- edits

  /**
   * As in the window: learning rate, epochs and freezing apply to the running session, and a threshold does not affect training; before the
   * first step the weights are drawn anew, later compatible weights are kept.
   */
  void edit(LessonCommand command) throws LineFault {
    Project before = project;
    project = ProjectEdits.apply(command, project);
    boolean live = before.withTraining(training -> training.withRate(project.training().rate()).withEpochs(project.training().epochs()))
        .withThreshold(threshold -> project.threshold()).withAssignment(kind -> kind.withLive(project.assignment())).equals(project);
    if (live) {
      session.setRate(project.training().rate());
      session.setAssignment(project.assignment());
      session.setLastEpoch(Math.max(session.epoch(), project.training().epochs()));
    } else {
      change(project, false);
    }
  }

  /** @param afresh whether to restart even after training */
  void change(Project to, boolean afresh) throws LineFault {
    project = to;
    if (afresh) {
      reset();
      return;
    }
    unready = fault(project);
    if (isReady()) {
      boolean learned = session.steps() > 0;
      Parameters old = session.parameters();
      begin(learned ? Parameters.renewed(project.network(), project.network().analyse(), new Seeds(project.training().seed()), old)
          : start.parameters(project));
    }
  }

  void set(LessonCommand.SetNumber set) throws LineFault {
    for (Node node : ProjectEdits.found(set.node(), project.network())) {
      Parameter parameter = session.parameters().find(node.weights(), set.parameter())
          .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_parameter", set.node(), set.parameter())));
      int place = MeasuredNodes.place(parameter.spec(), set.indices());
      if (place < 0) {
        throw new LineFault(1, Message.of("lesson.play.no_place", set.node(), set.parameter(),
            set.indices().stream().map(String::valueOf).collect(Collectors.joining(","))));
      }
      float[][] weights = session.parameters().room();
      session.parameters().copyTo(weights);
      weights[session.parameters().all().indexOf(parameter)][place] = (float) set.value();
      session.replace(weights);
      facts.forgetScores();
    }
  }

  // --- steps

  void steps(LessonCommand.Steps steps) {
    if (steps.grain() == Grain.OP) {
      for (int i = 0; i < steps.count() && !session.finished(); i++) {
        if (session.advance()) {
          stepped(session);
        }
      }
    } else if (steps.grain() == Grain.EPOCH) {
      runTo(session.epoch() + steps.count());
    } else {
      long end = session.steps() + steps.count();
      int epochs = (int) ((end + session.batchesPerEpoch() - 1) / session.batchesPerEpoch());
      session.setLastEpoch(Math.max(session.lastEpoch(), epochs));
      Runs.drive(session, () -> session.steps() < end && goesOn.getAsBoolean(), this);
    }
  }

  void runTo(int epoch) {
    session.setLastEpoch(Math.max(session.lastEpoch(), epoch));
    Runs.drive(session, () -> session.epoch() < epoch && goesOn.getAsBoolean(), this);
  }

  @Override
  public void stepped(Session taken) {
    doctor.monitor().see(taken);
    afterStep.run();
  }

  @Override
  public void ended(Session ended, boolean restored) {
    if (ended.finished()) {
      doctor.monitor().end(ended);
    }
    facts.forgetScores();
  }
}
