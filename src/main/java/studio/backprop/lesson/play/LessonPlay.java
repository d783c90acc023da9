package studio.backprop.lesson.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import studio.backprop.doctor.Remedy;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.observe.Example;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;

/** Headless execution of a lesson: commands run synchronously on the caller's thread, with the same effects as in the window. */
public final class LessonPlay implements AutoCloseable {
  private final LessonFolder folder;
  private final Kernels kernels;
  private final PlayedTraining training;
  private final PlayedWatch watch = new PlayedWatch();
  private final PlayedVariants lanes = new PlayedVariants();
  private final PlayedFolds folds = new PlayedFolds();
  private final PlayedSearch search = new PlayedSearch();
  private final PlayedCommands doing = new PlayedCommands(this);
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Double> answers = new HashMap<>();
  private final Map<String, Integer> sure = new HashMap<>();
  private final Map<String, Double> startValues = new HashMap<>();
  private Project stepStart;
  private Example example = Example.FIRST;
  private Optional<Remedy> tried = Optional.empty();

  /** @param seed of the training for a project without weights; empty for the seed of its file */
  public LessonPlay(LessonFolder folder, Kernels kernels, OptionalLong seed) {
    this.folder = folder;
    this.kernels = kernels;
    training = new PlayedTraining(kernels, seed, this::around, this::stepped);
  }

  /** Cancels training between two steps, and skips further training. @param wanted polled for whether to continue */
  public void whileWanted(BooleanSupplier wanted) {
    training.whileWanted(wanted);
  }

  // --- state

  public Project project() {
    return training.project();
  }

  public Parameters parameters() {
    return training.session().parameters();
  }

  public Facts facts() {
    return new VariantFacts(training.facts(), lanes.comparison(), this::around);
  }

  private Circumstances around() {
    PlayedDoctor doctor = training.doctor();
    doctor.examine();
    return new Circumstances(stepStart, project(), false, doctor.hasExamined(), doctor.findings(), Set.copyOf(seen), Map.copyOf(answers),
        Map.copyOf(sure), Map.copyOf(startValues), example, folds.numbers(), search.numbers());
  }

  public double value(Expression sum) {
    return sum.value(facts(), true);
  }

  /** Text with its placeholders replaced by current values. */
  public String filled(String text, Locale locale) {
    return LessonNumbers.fill(text, facts(), locale);
  }

  // --- lesson steps

  /** Begins a step. @param quantities whose start values will be read */
  public void beginStep(List<CheckedQuantity> quantities) {
    stepStart = project();
    seen.clear();
    quantities.stream().filter(CheckedQuantity::start)
        .forEach(one -> startValues.put(SessionFacts.key(one), facts().number(one.now(), true)));
  }

  /** Evaluates a check from now on, at each step. @return its index, for {@link #verdict} */
  public int watch(Check check) {
    int number = watch.add(check);
    look(true);
    return number;
  }

  /** Verdict of a check: yes once it was, else the current one. */
  public Verdict verdict(int watched) {
    return watch.verdict(watched);
  }

  /** Whether the time of a check has passed without its holding. */
  public boolean isLost(int watched) {
    return watch.isLost(watched);
  }

  public void watchNone() {
    watch.clear();
  }

  /** @param thorough whether training is paused, or an epoch has ended */
  private void look(boolean thorough) {
    watch.look(facts(), training.session().project().network(), thorough);
  }

  /** Records a curve that learners draw, from now on. */
  public void trace(PredictCurve curve) {
    watch.trace(curve, this::value);
  }

  /** Values of the curve so far; stops recording. */
  public double[] traced() {
    return watch.traced();
  }

  private void stepped() {
    boolean atEpochEnd = training.facts().atEpochEnd();
    if (!watch.isEmpty()) {
      look(atEpochEnd);
    }
    watch.follow(atEpochEnd, this::value);
  }

  /**
   * Restorable state, with all that commands change.
   *
   * @param lanes variants, set up or trained
   * @param tried experiment of the doctor; empty for none
   */
  record Mark(PlayedTraining.State training, PlayedVariants.State lanes, Set<String> seen, Map<String, Double> answers,
      Map<String, Integer> sure, Optional<Remedy> tried, Example example, FoldNumbers folds, SearchNumbers search) {}

  /** Current state. Trained variants can be restored until the next mark. */
  Mark mark() {
    return new Mark(training.mark(), lanes.mark(), Set.copyOf(seen), Map.copyOf(answers), Map.copyOf(sure), tried, example,
        folds.numbers(), search.numbers());
  }

  /** Restores a state. @throws LineFault if data cannot be read */
  void back(Mark mark) throws LineFault {
    watchNone();
    training.back(mark.training);
    lanes.back(mark.lanes);
    seen.clear();
    seen.addAll(mark.seen);
    answers.clear();
    answers.putAll(mark.answers);
    sure.clear();
    sure.putAll(mark.sure);
    tried = mark.tried;
    example = mark.example;
    folds.set(mark.folds);
    search.set(mark.search);
  }

  // --- commands

  /** @throws LineFault if the command cannot be carried out; the column is that of the whole command */
  public void carryOut(LessonCommand command) throws LineFault {
    command.on(doing).run();
    if (!watch.isEmpty() && training.isReady()) {
      look(true);
    }
  }

  /** Rebuilds the training after a series of edits. @throws LineFault if the resulting network cannot be trained */
  public void settle() throws LineFault {
    training.settle();
  }

  PlayedTraining training() {
    return training;
  }

  PlayedVariants lanes() {
    return lanes;
  }

  void open(LessonCommand.Opening command) throws LineFault {
    Saved saved = folder.project(command).saved();
    lanes.clear();
    example = Example.FIRST;
    folds.set(FoldNumbers.NONE);
    search.plan(saved.search(), training.seed());
    training.open(saved);
  }

  void see(String view) {
    seen.add(view);
  }

  void choose(Example chosen) {
    example = chosen;
  }

  Example example() {
    return example;
  }

  void answer(String id, double value, int how) {
    answers.put(id, value);
    sure.put(id, how);
  }

  void runLanes() throws LineFault {
    List<Project> variants = lanes.variants(project());
    for (Project variant : variants) {
      training.require(variant);
    }
    lanes.run(variants, training.start(), kernels);
  }

  void runFolds(LessonCommand.RunFolds command) throws LineFault {
    folds.run(command, project(), training.session().data(), training::isWanted);
  }

  void runSearch(LessonCommand.RunSearch command) throws LineFault {
    search.run(command, project(), training.session().data(), training::isWanted);
  }

  void runSeeds() throws LineFault {
    search.seeds(training.session().data(), training::isWanted);
  }

  void tryExperiment(LessonCommand.TryExperiment attempt) throws LineFault {
    tried = Optional.of(training.doctor().experiment(attempt));
  }

  void keepExperiment() throws LineFault {
    Remedy remedy = tried.orElseThrow(() -> new LineFault(1, Message.of("lesson.play.nothing_tried")));
    Project before = project();
    training.change(remedy.edit().map(edit -> edit.change().apply(before)).orElse(before), remedy.afresh());
    tried = Optional.empty();
  }

  @Override
  public void close() {
    lanes.close();
  }
}
