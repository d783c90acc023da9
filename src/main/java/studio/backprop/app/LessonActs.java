package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandTarget;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.train.observe.Example;
import studio.backprop.train.run.Run;
import studio.backprop.train.run.Status;
import studio.backprop.ui.compare.ComparisonModel;
import studio.backprop.ui.doctor.DoctorModel;
import studio.backprop.ui.evaluate.fold.FoldsModel;
import studio.backprop.ui.pad.PadModel;
import studio.backprop.ui.search.SearchModel;

/**
 * The commands of lessons, each carried out as a person would: through the models of the rooms. A command answers when it has come to its
 * end, or nothing where it has already. Longer than other classes, as each command has its method here.
 */
final class LessonActs implements CommandTarget<Optional<LessonActs.UnderWay>, LineFault> {
  /** A command that takes its time. */
  interface UnderWay {
    /** Whether it has come to its end. @throws LineFault if it cannot come to one */
    boolean hasEnded() throws LineFault;
  }

  private static final Optional<UnderWay> AT_ONCE = Optional.empty();
  /** In place of a step to come to. */
  private static final double LANES = -1;
  private static final double FOLDS = -2;
  private static final double SEARCH = -3;

  private final RoomContext at;
  private LessonFolder folder;
  private final DoctorModel doctor;
  private final LessonExperiments experiments;
  private final Consumer<Boolean> showDoctor;
  private final LessonPad pad;
  private final Runnable opened;
  private final LessonLanes lanes;
  private final LessonFolds folds;
  private final LessonSearch search;
  private Told told;
  private double goal = Double.NaN;
  private double from;

  /** @param opened hears when another project is open */
  LessonActs(RoomContext at, LessonFolder folder, ComparisonModel comparison, FoldsModel folds, SearchModel search,
      DoctorModel doctor, Consumer<Boolean> showDoctor, PadModel pad, Runnable opened) {
    this.at = at;
    this.folder = folder;
    this.lanes = new LessonLanes(at.document(), comparison);
    this.folds = new LessonFolds(at.run(), folds);
    this.search = new LessonSearch(search);
    this.doctor = doctor;
    this.experiments = new LessonExperiments(doctor);
    this.showDoctor = showDoctor;
    this.pad = new LessonPad(at.run(), pad);
    this.opened = opened;
  }

  /** Its projects are those of this state of the folder from now on. */
  void renew(LessonFolder read) {
    folder = read;
  }

  DoctorModel doctor() {
    return doctor;
  }

  /** How far the command is that is being carried out, from 0 to 1. */
  double share() {
    if (goal < 0) {
      return goal == FOLDS ? folds.share() : goal == SEARCH ? search.share() : lanes.share();
    }
    double done = at.run().history().isEmpty() ? 0 : at.run().history().lastStep();
    return Double.isNaN(goal) || goal <= from ? 0 : Math.max(0, Math.min(1, (done - from) / (goal - from)));
  }

  /** Ends what is under way. @return whether all rests */
  UnderWay stop() {
    at.run().control().cancelLoading();
    at.run().control().pause();
    lanes.pause();
    folds.cancel();
    search.cancel();
    doctor.drop();
    return settled().orElseThrow();
  }

  LessonLanes lanes() {
    return lanes;
  }

  LessonFolds folds() {
    return folds;
  }

  LessonSearch search() {
    return search;
  }

  /** Hears what a command does to what the lesson knows of the learner. */
  interface Told {
    void seen(String view);

    void answered(String id, double value, int sure);
  }

  void tell(Told hears) {
    told = hears;
  }

  /** @throws LineFault if it cannot be carried out here */
  Optional<UnderWay> carryOut(LessonCommand command) throws LineFault {
    goal = Double.NaN;
    return command.on(this);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Open command) throws LineFault {
    return open(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.OpenSample command) throws LineFault {
    return open(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Reset command) {
    at.run().restarts().reset();
    return settled();
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.NewWeights command) throws LineFault {
    return edit(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Steps command) {
    return steps(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunToEpoch command) {
    return runTo(command.epoch());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.GoToStep command) {
    at.run().past().goTo(command.step());
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Change command) throws LineFault {
    if (command.lane().isEmpty()) {
      return edit(command);
    }
    lanes.add(command);
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.SetNumber command) throws LineFault {
    NumberSetter.set(command, ids(command.node()), at);
    return settled();
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.AddLayer command) throws LineFault {
    return edit(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RemoveNode command) throws LineFault {
    return edit(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.DrawWire command) throws LineFault {
    return edit(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunLanes command) {
    goal = LANES;
    return Optional.of(lanes.runToEnd());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunFolds command) throws LineFault {
    goal = FOLDS;
    return Optional.of(folds.run(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunSearch command) throws LineFault {
    goal = SEARCH;
    return Optional.of(search.run(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunSeeds command) throws LineFault {
    goal = SEARCH;
    return Optional.of(search.seeds());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.TryExperiment command) {
    return Optional.of(experiments.attempt(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.KeepLane command) {
    UnderWay keeping = lanes.keep(command.lane());
    UnderWay[] settling = new UnderWay[1];
    return Optional.of(() -> { // once the run is there that goes on with it
      if (settling[0] == null && keeping.hasEnded()) {
        settling[0] = settled().orElseThrow();
      }
      return settling[0] != null && settling[0].hasEnded();
    });
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.KeepExperiment command) throws LineFault {
    experiments.keep();
    return settled();
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.OpenView command) {
    told.seen(command.view().id());
    showDoctor.accept(command.view() == LessonView.DOCTOR);
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.SelectNode command) throws LineFault {
    at.document().select(ids(command.node()));
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.ChooseExample command) {
    at.run().observation().chooseExample(new Example(command.part(), command.row()));
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Draw command) throws LineFault {
    return Optional.of(pad.draw(command.drawing()));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.DrawExample command) throws LineFault {
    return Optional.of(pad.begin());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.DrawPixel command) throws LineFault {
    return Optional.of(pad.pixel(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.LabelDrawing command) throws LineFault {
    return Optional.of(pad.label(command.label()));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.GiveAnswer command) {
    told.answered(command.id(), command.number(), command.sure());
    return AT_ONCE;
  }

  /** While it is hidden, the pad sends no drawing to the network: its answer would be seen before it is predicted. */
  void hidePad(boolean hidden) {
    pad.hide(hidden);
  }

  private List<Integer> ids(String name) throws LineFault {
    return ProjectEdits.found(name, at.document().network()).stream().map(Node::id).toList();
  }

  private Optional<UnderWay> open(LessonCommand.Opening command) throws LineFault {
    open(folder.project(command).saved(), command.name());
    return settled();
  }

  /** Opens a project in the place of the one before: a lesson's projects are nobody's work. */
  void open(Saved saved, String name) {
    lanes.clear();
    at.run().files().open(() -> at.document().open(saved.project(), name, Optional.empty()), saved);
    at.run().control().speedProperty().set(Double.POSITIVE_INFINITY);
    at.run().observation().chooseExample(Example.FIRST);
    opened.run();
  }

  /** The step begins here. */
  void beginStep() {
    lanes.beginStep();
    folds.beginStep();
    search.beginStep();
  }

  /** Back to the start of a step. @param saved what it began with */
  void putBack(Saved saved) throws LineFault {
    open(saved, at.document().nameProperty().get());
    lanes.putBack();
    folds.putBack();
    search.putBack();
  }

  /** Once the trainer has carried out all orders so far, rests, and the window knows all that was measured. */
  private Optional<UnderWay> settled() {
    CompletableFuture<?> reached = at.run().trainer().ask(session -> true);
    return Optional.of(() -> reached.isDone() && rests());
  }

  /** What was measured is taken over in the frame in which the rest is seen. */
  private boolean rests() {
    Status now = at.run().trainer().status();
    return now.state() != Status.State.PLAYING && now.state() != Status.State.LOADING && at.run().statusProperty().get() == now
        && at.run().runProperty().get() == at.run().trainer().run();
  }

  private Optional<UnderWay> edit(LessonCommand command) throws LineFault {
    Project changed = ProjectEdits.apply(command, at.document().project());
    at.document().applyAnyway(new Edit<>(ProjectEdits.name(command), project -> changed));
    opened.run();
    return settled();
  }

  private Optional<UnderWay> steps(LessonCommand.Steps steps) {
    if (steps.grain() == Grain.EPOCH) {
      return runTo(at.run().history().epochs().size() + steps.count());
    } else if (steps.grain() == Grain.OP) {
      for (int i = 0; i < steps.count(); i++) {
        at.run().control().stepOp();
      }
    } else {
      begin(at.run().history().lastStep() + steps.count());
      at.run().control().steps(steps.count());
    }
    return settled();
  }

  private void begin(double wanted) {
    from = at.run().history().isEmpty() ? 0 : at.run().history().lastStep();
    goal = wanted;
    at.run().control().speedProperty().set(Double.POSITIVE_INFINITY);
  }

  private Optional<UnderWay> runTo(int epoch) {
    Run run = at.run().runProperty().get();
    begin(run == null ? 0 : (double) epoch * run.batchesPerEpoch());
    at.run().control().playTo(epoch);
    return settled();
  }
}
