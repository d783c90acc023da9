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

/**
 * A lesson played without a screen: commands are carried out at once, on the caller's thread. What a command does is what it does in the
 * window.
 */
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

  /** @param seed of the training where a start has no weights of its own; empty for that of the file */
  public LessonPlay(LessonFolder folder, Kernels kernels, OptionalLong seed) {
    this.folder = folder;
    this.kernels = kernels;
    training = new PlayedTraining(kernels, seed, this::around, this::stepped);
  }

  /** Ends what trains between two steps, and leaves further training out. @param wanted is asked whether to go on */
  public void whileWanted(BooleanSupplier wanted) {
    training.whileWanted(wanted);
  }

  // --- what there is to read

  public Project project() {
    return training.project();
  }

  /** The weights and biases of now. */
  public Parameters parameters() {
    return training.session().parameters();
  }

  /** The quantities of now. */
  public Facts facts() {
    return new VariantFacts(training.facts(), lanes.comparison(), this::around);
  }

  private Circumstances around() {
    PlayedDoctor doctor = training.doctor();
    doctor.examine();
    return new Circumstances(stepStart, project(), false, doctor.hasExamined(), doctor.findings(), Set.copyOf(seen), Map.copyOf(answers),
        Map.copyOf(sure), Map.copyOf(startValues), example, folds.numbers(), search.numbers());
  }

  /** A sum as it is now. */
  public double value(Expression sum) {
    return sum.value(facts(), true);
  }

  /** A text with its numbers, as they are now. */
  public String filled(String text, Locale locale) {
    return LessonNumbers.fill(text, facts(), locale);
  }

  // --- the steps of a lesson

  /** A step begins here. @param asked whose start values will be asked for */
  public void beginStep(List<CheckedQuantity> asked) {
    stepStart = project();
    seen.clear();
    asked.stream().filter(CheckedQuantity::start)
        .forEach(one -> startValues.put(SessionFacts.key(one), facts().number(one.now(), true)));
  }

  /** Judges a check from now on, at each step. @return its number, for {@link #verdict} */
  public int watch(Check check) {
    int number = watch.add(check);
    look(true);
    return number;
  }

  /** What a check has come to: yes once it was, else what it is now. */
  public Verdict verdict(int watched) {
    return watch.verdict(watched);
  }

  /** Whether the time of a check is over without its having held. */
  public boolean isLost(int watched) {
    return watch.isLost(watched);
  }

  /** Stops judging checks. */
  public void watchNone() {
    watch.clear();
  }

  /** @param thorough whether training rests, or an epoch has ended */
  private void look(boolean thorough) {
    watch.look(facts(), training.session().project().network(), thorough);
  }

  /** Follows what is to be drawn, from now on. */
  public void trace(PredictCurve curve) {
    watch.trace(curve, this::value);
  }

  /** Result so far; stops observing. */
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
   * A state that can be gone back to, with all that commands change.
   *
   * @param lanes that are set up, or were run
   * @param tried of the doctor's experiments; empty for none
   */
  record Mark(PlayedTraining.State training, PlayedVariants.State lanes, Set<String> seen, Map<String, Double> answers,
      Map<String, Integer> sure, Optional<Remedy> tried, Example example, FoldNumbers folds, SearchNumbers search) {}

  /** Where it stands. Lanes that were run can be gone back to until there is another mark. */
  Mark mark() {
    return new Mark(training.mark(), lanes.mark(), Set.copyOf(seen), Map.copyOf(answers), Map.copyOf(sure), tried, example,
        folds.numbers(), search.numbers());
  }

  /** Back to where it stood. @throws LineFault if data cannot be read */
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

  /** Carries out a command. @throws LineFault if it cannot be; the column is that of the whole command */
  public void carryOut(LessonCommand command) throws LineFault {
    command.on(doing).run();
    if (!watch.isEmpty() && training.isReady()) {
      look(true);
    }
  }

  /** Several edits may lead from one network to the next. @throws LineFault if the one that they have led to cannot be trained */
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
