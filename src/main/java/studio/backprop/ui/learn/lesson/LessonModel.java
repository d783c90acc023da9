package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/**
 * View model of a lesson being played: current step, outcomes of previous ones, and requests of each step to the workbench. A step's
 * question is its {@link StepQuestion}. Longer than other classes, since all transitions share their end.
 */
public final class LessonModel implements AutoCloseable {
  private LessonFolder folder;
  private Map<String, Lesson> lessons;
  private final Workbench bench;
  private final Lang lang;
  private final AnswerKeeper keeper;
  private final BenchOrders orders;
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step", -1);
  private final BooleanProperty presented = new SimpleBooleanProperty(this, "presented");
  private final ReadOnlyIntegerWrapper renewals = new ReadOnlyIntegerWrapper(this, "renewals");
  private final BooleanProperty ended = new SimpleBooleanProperty(this, "ended");
  /** Whether the learner experiments beyond the step's question. */
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private final StepQuestion question;
  private final Map<Integer, Outcome> outcomes = new TreeMap<>();
  private final Subscription subscriptions;
  /** Whether the learner has returned to the step. */
  private boolean returned;

  /** @param lessons by language; includes English, or the only one is shown */
  public LessonModel(LessonFolder folder, Map<String, Lesson> lessons, Workbench bench, Lang lang, AnswerKeeper keeper) {
    this.folder = folder;
    this.lessons = Map.copyOf(lessons);
    this.bench = bench;
    this.lang = lang;
    this.keeper = keeper;
    orders = new BenchOrders(bench);
    question = new StepQuestion(bench, orders, this::current, presented, this::became);
    outcomes.putAll(keeper.known(lesson()));
    outcomes.forEach(this::known);
    subscriptions = lang.textsProperty().subscribe((before, now) -> fill());
  }

  /** A stored answer, for checks. */
  private void known(int index, Outcome outcome) {
    if (!outcome.isSkipped()) {
      lesson().steps().get(index).asking().ifPresent(
          asking -> bench.answered(asking.id(), Answering.number(outcome.answer()).orElse(Double.NaN), outcome.sure()));
    }
  }

  // --- state

  /** The lesson in the current language, or in the available one. */
  public Lesson lesson() {
    return read(lessons, lang);
  }

  /** The lesson in the current language, or in the available one. */
  public static Lesson read(Map<String, Lesson> lessons, Lang lang) {
    Lesson own = lessons.get(lang.texts().locale().getLanguage());
    return own != null ? own : lessons.getOrDefault("en", lessons.values().iterator().next());
  }

  public LessonFolder folder() {
    return folder;
  }

  /** Index of the step; below 0 before the lesson begins. */
  public ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  public LessonStep current() {
    return lesson().steps().get(Math.max(0, step.get()));
  }

  public StepQuestion question() {
    return question;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return question.phaseProperty();
  }

  public Phase phase() {
    return question.phase();
  }

  /** Texts of the step, with the engine's numbers. */
  public ReadOnlyObjectProperty<StepTexts> textsProperty() {
    return question.textsProperty();
  }

  /** Why a step could not be prepared or revealed. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return question.problemProperty();
  }

  /** Whether it was cancelled by the user, which is no error. */
  boolean wasStopped() {
    return question.wasStopped();
  }

  /** The answer in progress. */
  public Answering answering() {
    return question.answering();
  }

  /** Whether the last page is shown. */
  public BooleanProperty endedProperty() {
    return ended;
  }

  /** Whether the lesson is presented to a class. */
  public BooleanProperty presentedProperty() {
    return presented;
  }

  /** Outcome of a step, if completed. */
  public Optional<Outcome> outcome(int index) {
    return Optional.ofNullable(outcomes.get(index));
  }

  /** Values hidden until the reveal. */
  public List<Expression> hidden() {
    return StepPlan.hidden(current());
  }

  public Workbench bench() {
    return bench;
  }

  /** Whether the arrow keys train step by step in this step. */
  boolean stepsByKey() {
    return phase() == Phase.ASKING ? plan().whileAsking(step.get()).controls().contains("step")
        : step.get() >= 0 && plan().shown(step.get()).controls().contains("step");
  }

  private StepPlan plan() {
    return new StepPlan(lesson());
  }

  private void fill() {
    if (step.get() >= 0) {
      question.fill();
    }
  }

  // --- reload

  /** Number of reloads after the author has saved. */
  public ReadOnlyIntegerProperty renewalsProperty() {
    return renewals.getReadOnlyProperty();
  }

  /** Reloads a saved lesson and stays at the step; if only texts differ, the step's state is kept. */
  public void renew(LessonFolder read, Map<String, Lesson> texts) {
    Lesson before = lesson();
    boolean sameFiles = StepTexts.sameProjects(folder, read);
    folder = read;
    lessons = Map.copyOf(texts);
    if (step.get() < 0) {
      return;
    }
    int last = lesson().steps().size() - 1;
    int index = lesson().indexOf(before.steps().get(step.get()).id()).orElse(Math.min(step.get(), last));
    boolean rests = phase() != Phase.PREPARING && phase() != Phase.REVEALING;
    LessonChange change = sameFiles && index == step.get() && rests ? LessonChange.between(before, lesson(), index) : LessonChange.ALL;
    if (ended.get() || change == LessonChange.WORDS) {
      step.set(index);
      question.fill();
    } else if (change == LessonChange.STEP) {
      clear(index);
      bench.putStartBack();
      bench.show(plan().whileAsking(index));
      question.open();
    } else {
      begin(index);
    }
    renewals.set(renewals.get() + 1);
  }

  // --- navigation

  /** Shows the text of a step that is being loaded. */
  public void prepare(int index) {
    clear(index);
    ended.set(false);
    step.set(index);
    bench.show(plan().whileAsking(index));
  }

  /** Opens the lesson's initial project, and goes to a step; earlier steps are carried out. */
  public void begin(int index) {
    prepare(index);
    orders.carryOut(plan().upTo(index), refused -> enter(index, refused));
  }

  /** @param before why an earlier step could not be carried out */
  private void enter(int index, Optional<Message> before) {
    prepare(index);
    question.problem(before);
    keeper().at(lesson(), index);
    orders.carryOut(current().setUp(), refused -> {
      question.problem(before.or(() -> refused));
      question.open();
    });
  }

  private void clear(int index) {
    playing.set(false);
    question.clear(lesson().steps().get(index));
  }

  /** To the next step, or to the last page. */
  public void next() {
    if (phase() != Phase.DONE && phase() != Phase.READING) {
      return;
    }
    if (phase() == Phase.READING) {
      outcomes.put(step.get(), new Outcome(Outcome.Kind.READ, "", 0));
    }
    goOn(Optional.empty());
  }

  /** @param refused why this step could not be carried out */
  private void goOn(Optional<Message> refused) {
    returned = false;
    bench.watch(Optional.empty(), null);
    if (step.get() + 1 < lesson().steps().size()) {
      if (playing.get()) {
        begin(step.get() + 1); // from what the steps before do, whatever was played
      } else {
        enter(step.get() + 1, refused);
      }
    } else {
      bench.hide(List.of());
      ended.set(true);
      question.rest();
      bench.focus(Optional.empty());
      keeper().done(lesson());
    }
  }

  /** To the initial state of the previous step. */
  public void back() {
    boolean left = outcome(step.get()).filter(Outcome::isSkipped).isPresent();
    if (ended.get() && !left) {
      ended.set(false);
    } else if (ended.get()) {
      begin(step.get()); // its question is open again
    } else if (step.get() > 0 && phase() != Phase.REVEALING) {
      returned = true;
      begin(step.get() - 1);
    }
  }

  /** Whether the learner returned to the step, so that the lesson's solutions replace the learner's settings. */
  boolean replaysSolutions() {
    return returned && lesson().steps().subList(0, step.get() + 1).stream().anyMatch(one -> one.asking().orElse(null) instanceof Task);
  }

  /** Skips the question; the step is carried out. */
  public void skip() {
    if (phase() == Phase.REVEALING || phase() == Phase.PREPARING || ended.get()) {
      return;
    }
    if (phase() == Phase.ASKING) {
      if (outcome(step.get()).isEmpty()) { // after going back it is answered already
        keep(new Outcome(Outcome.Kind.SKIPPED, "", 0));
      }
      question.leaveOut();
      orders.carryOut(StepPlan.effect(current()), this::goOn);
    } else {
      next();
    }
  }

  /** After the question: unlocks all controls until the learner continues. */
  public void stay() {
    if (phase() == Phase.DONE && !ended.get()) {
      playing.set(true);
      bench.show(plan().afterwards(step.get()).freed());
    }
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  // --- outcomes

  private void became(Outcome outcome) {
    keep(outcome);
    if (question.asking() instanceof Predict) {
      bench.show(plan().afterwards(step.get())); // now everything of the step can be tried out
    }
  }

  /** Answers that were only read, as in class, are not recorded. */
  private void keep(Outcome outcome) {
    outcomes.put(step.get(), outcome);
    Asking asking = question.asking();
    if (outcome.kind() != Outcome.Kind.READ && asking != null) {
      keeper().answered(lesson(), current(), asking, outcome, question.help().triesProperty().get(),
          question.help().hintsProperty().get(), question.seconds());
    }
  }

  /** In class, progress is not recorded. */
  private AnswerKeeper keeper() {
    return presented.get() ? AnswerKeeper.NONE : keeper;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    bench.watch(Optional.empty(), null);
    bench.hide(List.of());
  }
}
