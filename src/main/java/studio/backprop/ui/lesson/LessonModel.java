package studio.backprop.ui.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Curves;
import studio.backprop.lesson.play.SelfTest;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/**
 * A lesson that is being played: which step it is at, what was answered, and what the window is asked to do. It is one room, since each act
 * of a learner ends in the next state of the same step.
 */
public final class LessonModel implements AutoCloseable {
  private static final long HINT_AFTER = 30_000_000_000L;
  /** What takes longer may be stopped. */
  private static final long CANCEL_AFTER = 2_000_000_000L;
  private static final List<Message> STOPPED = List.of(Workbench.STOPPED, Message.of("lesson.stopped.reveal"));

  private LessonFolder folder;
  private Map<String, Lesson> lessons;
  private final Workbench bench;
  private final Lang lang;
  private final Record record;
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step", -1);
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.PREPARING);
  private final ReadOnlyObjectWrapper<StepTexts> texts = new ReadOnlyObjectWrapper<>(this, "texts", StepTexts.NONE);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ReadOnlyIntegerWrapper hints = new ReadOnlyIntegerWrapper(this, "hints");
  private final ReadOnlyIntegerWrapper tries = new ReadOnlyIntegerWrapper(this, "tries");
  private final BooleanProperty presented = new SimpleBooleanProperty(this, "presented");
  private final ReadOnlyObjectWrapper<List<Integer>> tally = new ReadOnlyObjectWrapper<>(this, "tally", List.of());
  private final ReadOnlyIntegerWrapper renewals = new ReadOnlyIntegerWrapper(this, "renewals");
  private final BooleanProperty ended = new SimpleBooleanProperty(this, "ended");
  private final Answering answering = new Answering();
  private final Map<Integer, Outcome> outcomes = new TreeMap<>();
  private final Subscription subscriptions;
  /** Whether the learner does with the network what the step does not ask for. */
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  /** The step whose texts are there, in the language in which they are. */
  private LessonStep filledFor;
  /** Whether the learner has come back to the step. */
  private boolean returned;
  private long begun;
  private long entered;
  /** Counts what the bench was asked to do: who is answered late is not heard. */
  private long asked;
  private long askedAt;

  /** Where answers are kept. */
  public interface Record {
    /** Nobody keeps them. */
    Record NONE = new Record() {};

    /** What became of steps before, by their numbers. */
    default Map<Integer, Outcome> known(Lesson lesson) {
      return Map.of();
    }

    /** An answer was given. */
    default void answered(Lesson lesson, LessonStep step, Asking asking, Outcome outcome, int tries, int hints, double seconds) {}

    /** A step is entered. */
    default void at(Lesson lesson, int step) {}

    /** The lesson was played to its end. */
    default void done(Lesson lesson) {}
  }

  /** @param lessons by language; English is among them or the only one is shown */
  public LessonModel(LessonFolder folder, Map<String, Lesson> lessons, Workbench bench, Lang lang, Record record) {
    this.folder = folder;
    this.lessons = Map.copyOf(lessons);
    this.bench = bench;
    this.lang = lang;
    this.record = record;
    outcomes.putAll(record.known(lesson()));
    outcomes.forEach(this::known);
    this.subscriptions = lang.textsProperty().subscribe((before, now) -> fill());
  }

  /** An answer of another day, for checks. */
  private void known(int index, Outcome outcome) {
    if (!outcome.isSkipped()) {
      lesson().steps().get(index).asking().ifPresent(
          asking -> bench.answered(asking.id(), Answering.number(outcome.answer()).orElse(Double.NaN), outcome.sure()));
    }
  }

  // --- what there is to see

  /** The lesson in the reader's language, or in the one that there is. */
  public Lesson lesson() {
    return read(lessons, lang);
  }

  /** Of a lesson in several languages the one that is shown. */
  public static Lesson read(Map<String, Lesson> lessons, Lang lang) {
    Lesson own = lessons.get(lang.texts().locale().getLanguage());
    return own != null ? own : lessons.getOrDefault("en", lessons.values().iterator().next());
  }

  public LessonFolder folder() {
    return folder;
  }

  /** The number of the step, from 0; below 0 before the lesson begins. */
  public ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  public LessonStep current() {
    return lesson().steps().get(Math.max(0, step.get()));
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public Phase phase() {
    return phase.get();
  }

  /** What the step says, with the numbers of the engine. */
  public ReadOnlyObjectProperty<StepTexts> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  /** Why a step could not be prepared or revealed. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether somebody has stopped it, which is no error. */
  boolean wasStopped() {
    return problem.get().filter(STOPPED::contains).isPresent();
  }

  /** How many hints are shown. */
  public ReadOnlyIntegerProperty hintsProperty() {
    return hints.getReadOnlyProperty();
  }

  /** How often the task was missed in this step. */
  public ReadOnlyIntegerProperty triesProperty() {
    return tries.getReadOnlyProperty();
  }

  /** Whether the last page is shown. */
  public BooleanProperty endedProperty() {
    return ended;
  }

  /** What the learner is about to answer. */
  public Answering answering() {
    return answering;
  }

  /** What became of the step with this number, if it was gone through. */
  public Optional<Outcome> outcome(int index) {
    return Optional.ofNullable(outcomes.get(index));
  }

  /** What the step keeps hidden until the reveal. */
  public List<Expression> hidden() {
    return StepPlan.hidden(current());
  }

  public Workbench bench() {
    return bench;
  }

  /** Whether a hint may be asked for: some time has passed, or the task was missed. */
  public boolean mayHint() {
    boolean waited = System.nanoTime() - entered > HINT_AFTER;
    return phase() == Phase.ASKING && current().asking().orElse(null) instanceof Task task && hints.get() < task.hints().size()
        && (waited || tries.get() > 0 || hints.get() > 0);
  }

  /** Whether there is no further hint, or none at all. */
  public boolean hintsExhausted() {
    return !(current().asking().orElse(null) instanceof Task task) || hints.get() >= task.hints().size();
  }

  /** Whether the solution may be played: all hints are shown. */
  public boolean mayPlaySolution() {
    return phase() == Phase.ASKING && current().asking().orElse(null) instanceof Task task && hints.get() >= task.hints().size()
        && (tries.get() > 0 || hints.get() > 0);
  }

  // --- its author has saved it

  /** Counts how often its author has saved it while it was played. */
  public ReadOnlyIntegerProperty renewalsProperty() {
    return renewals.getReadOnlyProperty();
  }

  /** Takes over what its author has saved, and stays at the step; where only words are others, the step goes on as it is. */
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
      fill();
    } else if (change == LessonChange.STEP) {
      clear(index);
      bench.putStartBack();
      bench.show(plan().whileAsking(index));
      open();
    } else {
      begin(index);
    }
    renewals.set(renewals.get() + 1);
  }

  // --- walking

  /** Opens the lesson's start, and goes to a step; what the steps before it do is done. */
  public void begin(int index) {
    phase.set(Phase.PREPARING);
    bench.show(plan().whileAsking(index));
    carryOut(plan().upTo(index), refused -> enter(index, refused));
  }

  private StepPlan plan() {
    return new StepPlan(lesson());
  }

  /** @param before why what leads to the step could not be done */
  private void enter(int index, Optional<Message> before) {
    clear(index);
    problem.set(before);
    ended.set(false);
    step.set(index);
    record().at(lesson(), index);
    bench.show(plan().whileAsking(index));
    carryOut(current().setUp(), refused -> {
      problem.set(before.or(() -> refused));
      open();
    });
  }

  /** Lets the bench do something; whoever has asked for something else meanwhile hears no more of it. */
  private void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> then) {
    long mine = ++asked;
    askedAt = System.nanoTime();
    bench.carryOut(commands, refused -> {
      if (asked == mine) {
        then.accept(refused);
      }
    });
  }

  /** Whether something is being done for so long that it may be stopped. */
  public boolean mayCancel() {
    return isWaiting() && System.nanoTime() - askedAt > CANCEL_AFTER;
  }

  private boolean isWaiting() {
    return phase() == Phase.PREPARING || phase() == Phase.REVEALING || bench.progressProperty().get() >= 0;
  }

  /** Stops what is being done: after a reveal the question is open again, anything else goes on with what there is. */
  public void cancel() {
    if (isWaiting()) {
      bench.cancel();
    }
  }

  /** What happens before a class is nobody's progress. */
  private Record record() {
    return presented.get() ? Record.NONE : record;
  }

  /** After the question: the learner stays at the step and can use everything, until going on. */
  public void stay() {
    if (phase() == Phase.DONE && !ended.get()) {
      playing.set(true);
      bench.show(plan().afterwards(step.get()).freed());
    }
  }

  /** Whether the learner stays at the step to play with it. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  private void clear(int index) {
    playing.set(false);
    bench.watch(Optional.empty(), null);
    if (StepPlan.hidden(lesson().steps().get(index)).isEmpty()) {
      bench.hide(List.of());
    } else {
      bench.hideAll();
    }
    phase.set(Phase.PREPARING);
    texts.set(StepTexts.NONE);
    filledFor = null;
    hints.set(0);
    tries.set(0);
    tally.set(List.of());
    answering.clear();
  }

  private void open() {
    bench.beginStep(SelfTest.quantities(current()));
    bench.hide(hidden());
    bench.focus(current().focus());
    begun = System.nanoTime();
    entered = begun;
    Asking asking = current().asking().orElse(null);
    answering.clear();
    if (asking instanceof Directive.PredictCurve curve) {
      int at = step.get();
      bench.number(Curves.now(curve.y()), value -> {
        if (step.get() == at && phase() == Phase.ASKING) {
          answering.from(value);
        }
      });
    }
    phase.set(asking == null || asking instanceof Faulty ? Phase.READING : Phase.ASKING);
    fill();
    if (asking instanceof Task task && task.check() != null) {
      watch(task);
    }
  }

  /** On to the next step, or to the last page. */
  public void next() {
    if (phase() != Phase.DONE && phase() != Phase.READING) {
      return;
    }
    if (phase() == Phase.READING) {
      outcomes.put(step.get(), new Outcome(Outcome.Kind.READ, "", 0));
    }
    goOn(Optional.empty());
  }

  /** @param refused why what this step would have done could not be done */
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
      bench.focus(Optional.empty());
      record().done(lesson());
    }
  }

  /** Back to the step before, as it began. */
  public void back() {
    if (ended.get()) {
      ended.set(false);
    } else if (step.get() > 0 && phase() != Phase.REVEALING) {
      returned = true;
      begin(step.get() - 1);
    }
  }

  /** Whether the step was come back to, and what the learner had set by hand up to it has given way to the lesson's own solutions. */
  boolean replaysSolutions() {
    return returned && lesson().steps().subList(0, step.get() + 1).stream().anyMatch(one -> one.asking().orElse(null) instanceof Task);
  }

  /** Leaves the question out; what the step would have done is done. */
  public void skip() {
    if (phase() == Phase.REVEALING || phase() == Phase.PREPARING || ended.get()) {
      return;
    }
    if (phase() == Phase.ASKING) {
      if (outcome(step.get()).isEmpty()) { // whoever went back has answered already
        outcomes.put(step.get(), new Outcome(Outcome.Kind.SKIPPED, "", 0));
        tell(outcomes.get(step.get()));
      }
      bench.watch(Optional.empty(), null);
      bench.hide(List.of());
      phase.set(Phase.PREPARING);
      if (current().asking().orElse(null) instanceof Task) {
        bench.putStartBack(); // the solution is one of the start, not of what was tried
      }
      carryOut(StepPlan.effect(current()), this::goOn);
    } else {
      next();
    }
  }

  /** The project as it was when the step began. */
  public void putStartBack() {
    bench.putStartBack();
    if (phase() == Phase.ASKING && current().asking().orElse(null) instanceof Task task && task.check() != null) {
      watch(task);
    }
  }

  // --- answering

  private void watch(Task task) {
    int at = step.get();
    bench.watch(Optional.of(task.check()), new Workbench.Judged() {
      @Override
      public void met() {
        if (step.get() == at && phase() == Phase.ASKING) {
          finish(new Outcome(Outcome.Kind.DONE, "", 0), task);
        }
      }

      @Override
      public void missed() {
        if (step.get() == at && phase() == Phase.ASKING) {
          tries.set(tries.get() + 1);
        }
      }
    });
  }

  private void finish(Outcome outcome, Asking asking) {
    bench.watch(Optional.empty(), null);
    bench.focus(Optional.empty());
    outcomes.put(step.get(), outcome);
    phase.set(Phase.DONE);
    if (asking instanceof Predict) {
      bench.show(plan().afterwards(step.get())); // now everything of the step can be tried out
    }
    tell(outcome);
    fill();
  }

  /** What was only read, as before a class, is nobody's answer. */
  private void tell(Outcome outcome) {
    current().asking().filter(asking -> outcome.kind() != Outcome.Kind.READ).ifPresent(asking -> record().answered(
        lesson(), current(), asking, outcome, tries.get(), hints.get(), (System.nanoTime() - begun) / 1e9));
  }

  /** Shows the next hint. */
  public void hint() {
    if (mayHint()) {
      hints.set(hints.get() + 1);
      fill();
    }
  }

  /** Does what the lesson knows as a way to do the task. */
  public void playSolution() {
    if (mayPlaySolution() && current().asking().orElse(null) instanceof Task task) {
      bench.putStartBack();
      watch(task);
      carryOut(task.solve(), problem::set);
    }
  }

  /** Whether there is enough to reveal; before a class, whose answers are counted or called out, there always is. */
  public boolean mayReveal() {
    return phase() == Phase.ASKING && current().asking().orElse(null) instanceof Predict predict
        && (presented.get() || answering.isComplete(predict));
  }

  /** Whether the lesson is presented to a class. */
  public BooleanProperty presentedProperty() {
    return presented;
  }

  /** Whether the step lets the learner train step by step, which the arrow keys then do. */
  boolean stepsByKey() {
    return phase() == Phase.ASKING ? plan().whileAsking(step.get()).controls().contains("step")
        : step.get() >= 0 && plan().shown(step.get()).controls().contains("step");
  }

  /** Counts one more of the class for an answer, or none any more. @param place of the answer, from 0; below 0 to begin anew */
  public void count(int place) {
    tally.set(place < 0 ? List.of() : RaisedCards.with(tally.get(), place, StepTexts.choices(current().asking().orElse(null)).size()));
  }

  /** How many of the class are for each answer; empty before anybody was counted. */
  public ReadOnlyObjectProperty<List<Integer>> tallyProperty() {
    return tally.getReadOnlyProperty();
  }

  /** Shows what happens. */
  public void reveal() {
    if (!mayReveal()) {
      return;
    }
    Predict predict = (Predict) current().asking().orElseThrow();
    Optional<Reveal> reveal = current().reveal();
    phase.set(Phase.REVEALING);
    bench.hide(List.of());
    carryOut(reveal.map(Reveal::commands).orElse(List.of()), refused -> {
      if (refused.equals(Optional.of(Workbench.STOPPED))) {
        askAgain();
      } else {
        problem.set(problem.get().filter(before -> !STOPPED.contains(before)).or(() -> refused)); // the first is why the others are
        judge(predict);
      }
    });
  }

  /** The question is open as it was, with the answer that was given. */
  private void askAgain() {
    problem.set(Optional.of(STOPPED.get(1)));
    bench.putStartBack();
    bench.hide(hidden());
    phase.set(Phase.ASKING);
  }

  private void judge(Predict predict) {
    if (predict instanceof PredictNumber number) {
      long mine = ++asked;
      bench.number(number.answer(), truth -> {
        if (asked == mine) {
          answering.truth(truth);
          judged(predict);
        }
      });
    } else {
      if (predict instanceof Directive.PredictCurve curve) {
        answering.measured(curve.epochs() ? DoubleStream.concat(DoubleStream.of(answering.from()),
            DoubleStream.of(bench.curve(curve.y(), true))).toArray() : bench.curve(curve.y(), false));
      }
      judged(predict);
    }
  }

  private void judged(Predict predict) {
    boolean unknown = predict instanceof PredictNumber && (Double.isNaN(answering.truth()) || problem.get().isPresent());
    if (unknown) {
      answering.truth(Double.NaN);
      problem.set(problem.get().or(() -> Optional.of(Message.of("lesson.number.unknown"))));
    }
    if (unknown || !answering.isComplete(predict)) {
      finish(new Outcome(Outcome.Kind.READ, "", 0), predict);
      return;
    }
    boolean right = answering.isRight(predict);
    bench.answered(predict.id(), answering.value(), answering.sure());
    finish(new Outcome(right ? Outcome.Kind.RIGHT : Outcome.Kind.WRONG, answering.written(predict), answering.sure()), predict);
  }

  /** Chooses one of several answers; of a reason the reply comes at once. */
  public void choose(String key) {
    Asking asking = current().asking().orElse(null);
    if (phase() == Phase.ASKING) {
      answering.choose(key, asking);
      if (asking instanceof Explain explain) {
        boolean right = explain.answer().equals(key);
        bench.answered(explain.id(), Double.NaN, 0);
        finish(new Outcome(right ? Outcome.Kind.RIGHT : Outcome.Kind.WRONG, key, 0), explain);
      }
    } else if (phase() == Phase.DONE && asking instanceof Explain) {
      answering.choose(key, asking); // to read the other replies
      fill();
    }
  }

  // --- texts

  private void fill() {
    if (step.get() < 0) {
      return;
    }
    LessonStep now = current();
    Phase at = phase();
    StepTexts before = filledFor == now ? texts.get() : StepTexts.NONE;
    bench.fill(StepTexts.wanted(now, at, hints.get(), answering), filled -> {
      if (current() == now && phase() == at) {
        filledFor = now;
        texts.set(StepTexts.of(now, at, hints.get(), filled).after(before));
      }
    });
  }

  /** What learners often believe, for the last page. */
  public String believes() {
    return lesson().believes();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    bench.watch(Optional.empty(), null);
    bench.hide(List.of());
  }
}
