package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.Judge;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.RunListener;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.compare.Comparison;
import studio.backprop.train.doctor.Doctor;
import studio.backprop.train.doctor.Finding;
import studio.backprop.train.doctor.HealthMonitor;
import studio.backprop.train.doctor.HealthStats;
import studio.backprop.train.doctor.Remedy;
import studio.backprop.train.observe.Example;
import studio.backprop.train.run.Start;

/**
 * A lesson played without a screen: commands are carried out at once, on the caller's thread. What a command does is what it does in the
 * window. Longer than other classes, as each command has its method here.
 */
public final class LessonPlay implements RunListener, AutoCloseable {
  private final LessonFolder folder;
  private final Kernels kernels;
  private final OptionalLong seed;
  private final Map<Object, PreparedData> loaded = new HashMap<>();
  private final List<Judge> judges = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Double> answers = new HashMap<>();
  private final Map<String, Integer> sure = new HashMap<>();
  private final Map<String, Double> startValues = new HashMap<>();
  private final TreeMap<Character, List<Change>> lanes = new TreeMap<>();
  private Project project;
  private Project stepStart;
  private Start start = Start.DRAWN;
  private Session session;
  private SessionFacts facts;
  private HealthMonitor monitor;
  private Doctor doctor;
  private HealthStats judged;
  private Set<String> findings = Set.of();
  private List<Finding> found = List.of();
  private Example example = Example.FIRST;
  private Comparison comparison;
  /** That of the last mark, which is not closed with the lanes. */
  private Comparison marked;
  private Remedy tried;
  private Optional<LineFault> unready = Optional.empty();
  private final PlayedCommands doing = new PlayedCommands(this);
  private BooleanSupplier goesOn = () -> true;
  private Optional<PredictCurve> traced = Optional.empty();
  private final List<Double> trace = new ArrayList<>();

  /** @param seed of the training where a start has no weights of its own; empty for that of the file */
  public LessonPlay(LessonFolder folder, Kernels kernels, OptionalLong seed) {
    this.folder = folder;
    this.kernels = kernels;
    this.seed = seed;
  }

  /** Ends what trains between two steps, and leaves further training out. @param wanted is asked whether to go on */
  public void whileWanted(BooleanSupplier wanted) {
    goesOn = wanted;
  }

  // --- what there is to read

  public Project project() {
    return project;
  }

  /** The quantities of now. */
  public Facts facts() {
    return new LaneFacts(facts, Optional.ofNullable(comparison), this::around);
  }

  private Circumstances around() {
    examine();
    return new Circumstances(stepStart, project, false, judged != null, findings, Set.copyOf(seen), Map.copyOf(answers), Map.copyOf(sure),
        Map.copyOf(startValues), example);
  }

  private void examine() {
    HealthStats newest = monitor.newest().orElse(null);
    if (newest != null && newest != judged) {
      doctor = doctor == null ? new Doctor(session.project(), session.data()) : doctor;
      judged = newest;
      found = doctor.examine(newest);
      findings = found.stream().map(one -> one.kind().id()).collect(Collectors.toSet());
    }
  }

  /** A text with its numbers, as they are now. */
  public String filled(String text, Locale locale) {
    Facts now = facts();
    return LessonText.filled(text, place -> place.word().map(word -> String.valueOf(now.word(word)))
        .orElseGet(() -> LessonNumbers.write(place.sum().orElseThrow().value(now, true), place.decimals(), place.power(), locale)));
  }

  // --- the steps of a lesson

  /** A step begins here. @param asked whose start values will be asked for */
  public void beginStep(List<CheckedQuantity> asked) {
    stepStart = project;
    seen.clear();
    asked.stream().filter(CheckedQuantity::start)
        .forEach(one -> startValues.put(SessionFacts.key(one), facts().number(one.now(), true)));
  }

  /** Judges a check from now on, at each step. @return its number, for {@link #verdict} */
  public int watch(Check check) {
    judges.add(new Judge(check));
    verdicts.add(Verdict.NOT_YET);
    look(true);
    return judges.size() - 1;
  }

  /** What a check has come to: yes once it was, else what it is now. */
  public Verdict verdict(int watched) {
    return verdicts.get(watched);
  }

  /** Judges no check any more. */
  public void watchNone() {
    judges.clear();
    verdicts.clear();
  }

  /** @param thorough whether training rests, or an epoch has ended */
  private void look(boolean thorough) {
    Facts now = facts();
    for (int i = 0; i < judges.size(); i++) {
      Verdict verdict = judges.get(i).look(now, session.project().network(), thorough);
      if (verdicts.get(i) != Verdict.YES || thorough) {
        verdicts.set(i, verdict);
      }
    }
  }

  /** Follows what is to be drawn, from now on. */
  public void trace(PredictCurve curve) {
    traced = Optional.of(curve);
    trace.clear();
    if (curve.epochs()) { // of a step the value of now is the first that is measured
      trace.add(value(Curves.now(curve.y())));
    }
  }

  /** What came of it so far; it is not followed any more. */
  public double[] traced() {
    traced = Optional.empty();
    return trace.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A state that can be gone back to, with all that commands change.
   *
   * @param lanes that are set up
   * @param comparison of lanes that were run; empty for none
   * @param tried of the doctor's experiments; empty for none
   */
  public record Mark(Project project, Start start, Parameters parameters, Checkpoint checkpoint, Set<String> seen,
      Map<String, Double> answers, Map<String, Integer> sure, Map<Character, List<Change>> lanes, Optional<Comparison> comparison,
      Optional<Remedy> tried, Example example) {}

  /** Where it stands. Lanes that were run can be gone back to until there is another mark. */
  public Mark mark() {
    if (marked != comparison) {
      close(marked);
    }
    marked = comparison;
    Map<Character, List<Change>> setUp = new HashMap<>();
    lanes.forEach((lane, changes) -> setUp.put(lane, List.copyOf(changes)));
    return new Mark(project, start, session.parameters().copy(), session.checkpoint(), Set.copyOf(seen), Map.copyOf(answers),
        Map.copyOf(sure), setUp, Optional.ofNullable(comparison), Optional.ofNullable(tried), example);
  }

  /** Back to where it stood. @throws LineFault if data cannot be read */
  public void back(Mark mark) throws LineFault {
    watchNone();
    project = mark.project;
    start = mark.start;
    begin(mark.parameters.copy());
    session.restore(mark.checkpoint);
    seen.clear();
    seen.addAll(mark.seen);
    answers.clear();
    answers.putAll(mark.answers);
    sure.clear();
    sure.putAll(mark.sure);
    lanes.clear();
    mark.lanes.forEach((lane, changes) -> lanes.put(lane, new ArrayList<>(changes)));
    closeLanes();
    comparison = mark.comparison.orElse(null);
    tried = mark.tried.orElse(null);
    example = mark.example;
  }

  // --- commands

  /** Carries out a command. @throws LineFault if it cannot be; the column is that of the whole command */
  public void carryOut(LessonCommand command) throws LineFault {
    command.on(doing).run();
    if (!judges.isEmpty() && unready.isEmpty()) {
      look(true);
    }
  }

  /** Several edits may lead from one network to the next. @throws LineFault if the one that they have led to cannot be trained */
  public void settle() throws LineFault {
    if (unready.isPresent()) {
      throw unready.get();
    }
  }

  private Optional<LineFault> fault(Project of) throws LineFault {
    return Readiness.problems(of, of.network().analyse(), DataForm.of(data(of))).stream()
        .filter(problem -> problem.severity() == Problem.Severity.BROKEN).findFirst()
        .map(problem -> new LineFault(1, Message.of("lesson.play.not_ready", problem.sentence())));
  }

  void reset() throws LineFault {
    begin(start.parameters(project));
  }

  void lane(Change change) {
    lanes.computeIfAbsent(change.lane().orElseThrow(), lane -> new ArrayList<>()).add(change);
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

  PreparedData data() {
    return session.data();
  }

  void answer(String id, double value, int how) {
    answers.put(id, value);
    sure.put(id, how);
  }

  void open(String name) throws LineFault {
    Saved saved = folder.project(name).saved();
    project = saved.project();
    if (saved.parameters().isEmpty() && saved.start().isEmpty()) {
      project = project.withTraining(training -> seed.isPresent() ? training.withSeed(seed.getAsLong()) : training);
    }
    start = saved.beginning();
    lanes.clear();
    closeLanes();
    example = Example.FIRST;
    begin(saved.parameters().map(Parameters::copy).orElseGet(() -> start.parameters(project)));
    saved.progressed().ifPresent(session::resume);
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

  private void begin(Parameters parameters) throws LineFault {
    unready = fault(project);
    settle();
    session = new Session(project, data(project), kernels, parameters);
    session.setRate(project.training().rate());
    facts = new SessionFacts(session, this::around, () -> monitor.newest());
    monitor = new HealthMonitor(session);
    doctor = null;
    judged = null;
    found = List.of();
    findings = Set.of();
  }

  /** As in the window: rate and epochs are set while it runs; before the first step the start is drawn anew, later what fits is kept. */
  void edit(LessonCommand command) throws LineFault {
    Project before = project;
    project = ProjectEdits.apply(command, project);
    boolean rateOnly = before.withTraining(training -> training.withRate(project.training().rate()).withEpochs(project.training().epochs()))
        .equals(project);
    if (rateOnly) {
      session.setRate(project.training().rate());
      session.setLastEpoch(Math.max(session.epoch(), project.training().epochs()));
    } else {
      change();
    }
  }

  private void change() throws LineFault {
    unready = fault(project);
    if (unready.isPresent()) {
      return;
    }
    boolean learned = session.steps() > 0;
    Parameters old = session.parameters();
    begin(learned ? Parameters.renewed(project.network(), project.network().analyse(), new Seeds(project.training().seed()), old)
        : start.parameters(project));
  }

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
    monitor.see(taken);
    if (!judges.isEmpty()) {
      look(facts.atEpochEnd());
    }
    traced.filter(curve -> !curve.epochs() || facts.atEpochEnd()).ifPresent(curve -> trace.add(value(curve.y())));
  }

  @Override
  public void ended(Session ended, boolean restored) {
    if (ended.finished()) {
      monitor.end(ended);
    }
    facts.forgetScores();
  }

  void set(LessonCommand.SetNumber set) throws LineFault {
    for (Node node : ProjectEdits.found(set.node(), project.network())) {
      Parameter parameter = session.parameters().find(node.weights(), set.parameter())
          .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_parameter", set.node(), set.parameter())));
      int place = SessionFacts.place(parameter.spec(), set.indices());
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

  void runLanes() throws LineFault {
    closeLanes();
    List<Project> projects = ProjectEdits.variants(project, lanes);
    for (Project variant : projects) {
      unready = fault(variant);
      settle();
    }
    try {
      comparison = Comparison.of(projects, start, kernels, 1, Progress.NONE);
      comparison.take(Integer.MAX_VALUE);
    } catch (DataProblem problem) {
      throw new LineFault(1, problem.sentence());
    }
  }

  private void closeLanes() {
    if (comparison != marked) {
      close(comparison);
    }
    comparison = null;
  }

  private static void close(Comparison lanes) {
    if (lanes != null) {
      lanes.close();
    }
  }

  void tryExperiment(LessonCommand.TryExperiment attempt) throws LineFault {
    examine();
    Finding finding = found.stream().filter(one -> one.kind().id().equals(attempt.finding())).findFirst()
        .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_finding", attempt.finding(), String.join(", ", findings))));
    if (finding.experiments().size() < attempt.number()) {
      throw new LineFault(1, Message.of("lesson.play.no_experiment", attempt.finding(), finding.experiments().size()));
    }
    tried = finding.experiments().get(attempt.number() - 1);
  }

  void keep(char letter) throws LineFault {
    int place = letter - 'A';
    if (comparison == null || place >= comparison.lanes().size()) {
      throw new LineFault(1, Message.of("lesson.play.no_lane", String.valueOf(letter)));
    }
    Session lane = comparison.lanes().get(place).session();
    project = lane.project();
    Saved learned = Saved.of(lane);
    begin(learned.parameters().orElseThrow());
    learned.progressed().ifPresent(session::resume);
  }

  void keepExperiment() throws LineFault {
    if (tried == null) {
      throw new LineFault(1, Message.of("lesson.play.nothing_tried"));
    }
    Project before = project;
    project = tried.edit().map(edit -> edit.change().apply(before)).orElse(before);
    if (tried.afresh()) {
      begin(start.parameters(project));
    } else {
      change();
    }
    tried = null;
  }

  /** A sum as it is now. */
  public double value(Expression sum) {
    return sum.value(facts(), true);
  }

  @Override
  public void close() {
    closeLanes();
    close(marked);
    marked = null;
  }
}
