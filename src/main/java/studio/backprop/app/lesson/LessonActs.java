package studio.backprop.app.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandTarget;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Executes lesson commands through the models, as a user would. A command returns a handle, or empty if it completed. Longer than other
 * classes: one method a command.
 */
public final class LessonActs implements CommandTarget<Optional<LessonActs.UnderWay>, LineFault> {
  /** Handle of a running command. */
  public interface UnderWay {
    /** @throws LineFault if it cannot complete */
    boolean hasEnded() throws LineFault;
  }

  private static final Optional<UnderWay> AT_ONCE = Optional.empty();

  private enum Goal {
    TRAINING, LANES, FOLDS, SEARCH
  }

  private final DocumentModel document;
  private final RunModel run;
  private LessonFolder folder;
  private final DoctorModel doctor;
  private final LessonExperiments experiments;
  private final Consumer<Boolean> showDoctor;
  private final LessonPad pad;
  private final Runnable opened;
  private final LessonVariants lanes;
  private final LessonFolds folds;
  private final LessonSearch search;
  private final LessonTraining training;
  private Told told;
  private Goal goal = Goal.TRAINING;

  /**
   * @param showDoctor opens or closes it
   * @param opened called when another project is open
   */
  public LessonActs(LessonModels models, LessonFolder folder, Consumer<Boolean> showDoctor, Runnable opened) {
    this.document = models.document();
    this.run = models.run();
    this.folder = folder;
    this.lanes = new LessonVariants(document, models.comparison());
    this.folds = new LessonFolds(run, models.folds());
    this.search = new LessonSearch(models.search());
    this.training = new LessonTraining(run);
    this.doctor = models.doctor();
    this.experiments = new LessonExperiments(doctor);
    this.showDoctor = showDoctor;
    this.pad = new LessonPad(run, models.pad());
    this.opened = opened;
  }

  /** Reloads the lesson's folder. */
  public void renew(LessonFolder read) {
    folder = read;
  }

  public DoctorModel doctor() {
    return doctor;
  }

  /** Progress of the current command in [0, 1]. */
  double share() {
    return switch (goal) {
      case TRAINING -> training.share();
      case LANES -> lanes.share();
      case FOLDS -> folds.share();
      case SEARCH -> search.share();
    };
  }

  /** Stops the current command; ends once everything rests. */
  UnderWay stop() {
    run.control().cancelLoading();
    run.control().pause();
    lanes.pause();
    folds.cancel();
    search.cancel();
    doctor.drop();
    return training.settled();
  }

  public LessonVariants lanes() {
    return lanes;
  }

  public LessonFolds folds() {
    return folds;
  }

  public LessonSearch search() {
    return search;
  }

  /** Listener to commands that affect what the lesson knows of the learner. */
  public interface Told {
    void seen(String view);

    void answered(String id, double value, int sure);
  }

  public void tell(Told hears) {
    told = hears;
  }

  /** @throws LineFault if it cannot be executed here */
  public Optional<UnderWay> carryOut(LessonCommand command) throws LineFault {
    goal = Goal.TRAINING;
    training.forget();
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
    run.restarts().reset();
    return Optional.of(training.settled());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.NewWeights command) throws LineFault {
    return edit(command);
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.Steps command) {
    return Optional.of(training.steps(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunToEpoch command) {
    return Optional.of(training.runTo(command.epoch()));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.GoToStep command) {
    run.past().goTo(command.step());
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
    NumberSetter.set(command, ids(command.node()), document, run);
    return Optional.of(training.settled());
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
    goal = Goal.LANES;
    return Optional.of(lanes.runToEnd());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunFolds command) throws LineFault {
    goal = Goal.FOLDS;
    return Optional.of(folds.run(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunSearch command) throws LineFault {
    goal = Goal.SEARCH;
    return Optional.of(search.run(command));
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.RunSeeds command) throws LineFault {
    goal = Goal.SEARCH;
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
    return Optional.of(() -> { // once the run that continues it exists
      if (settling[0] == null && keeping.hasEnded()) {
        settling[0] = training.settled();
      }
      return settling[0] != null && settling[0].hasEnded();
    });
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.KeepExperiment command) throws LineFault {
    experiments.keep();
    return Optional.of(training.settled());
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.OpenView command) {
    told.seen(command.view().id());
    showDoctor.accept(command.view() == LessonView.DOCTOR);
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.SelectNode command) throws LineFault {
    document.select(ids(command.node()));
    return AT_ONCE;
  }

  @Override
  public Optional<UnderWay> on(LessonCommand.ChooseExample command) {
    run.observation().chooseExample(new Example(command.part(), command.row()));
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

  /** While hidden, the pad sends no drawing to the network: the output would reveal the prediction. */
  public void hidePad(boolean hidden) {
    pad.hide(hidden);
  }

  private List<Integer> ids(String name) throws LineFault {
    return ProjectEdits.found(name, document.network()).stream().map(Node::id).toList();
  }

  private Optional<UnderWay> open(LessonCommand.Opening command) throws LineFault {
    open(folder.project(command).saved(), command.name());
    return Optional.of(training.settled());
  }

  /** Replaces the project; a lesson's projects are not saved. */
  public void open(Saved saved, String name) {
    lanes.clear();
    run.files().open(() -> document.open(saved.project(), name, Optional.empty()), saved);
    run.control().speedProperty().set(Double.POSITIVE_INFINITY);
    run.observation().chooseExample(Example.FIRST);
    opened.run();
  }

  /** Marks the start of a step. */
  public void beginStep() {
    lanes.beginStep();
    folds.beginStep();
    search.beginStep();
  }

  /**
   * Resets to the start of a step.
   *
   * @param saved its initial state
   */
  public void putBack(Saved saved) throws LineFault {
    open(saved, document.nameProperty().get());
    lanes.putBack();
    folds.putBack();
    search.putBack();
  }

  private Optional<UnderWay> edit(LessonCommand command) throws LineFault {
    Project changed = ProjectEdits.apply(command, document.project());
    document.applyAnyway(new Edit<>(ProjectEdits.name(command), project -> changed));
    opened.run();
    return Optional.of(training.settled());
  }
}
