package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Curves;
import studio.backprop.lesson.play.SelfTest;
import studio.backprop.text.Message;

/** State machine of a step's question: hidden values, reveal of a prediction, monitoring of a task, outcome. */
public final class StepQuestion {
  private static final Message STOPPED = Message.of("lesson.stopped.reveal");

  private final Workbench bench;
  private final BenchOrders orders;
  private final Supplier<LessonStep> current;
  private final ObservableBooleanValue presented;
  private final Consumer<Outcome> became;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.PREPARING);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final StepWords words;
  private final Answering answering = new Answering();
  private final TaskHelp help = new TaskHelp(phase);
  private final TaskAttempt attempt;
  private final ClassTally tally = new ClassTally();
  /** Question counter: late callbacks of the bench are discarded. */
  private int opened;
  private long begun;

  /**
   * @param current current step, localized
   * @param presented whether in class
   * @param became receives the outcome
   */
  StepQuestion(
      Workbench bench, BenchOrders orders, Supplier<LessonStep> current, ObservableBooleanValue presented, Consumer<Outcome> became) {
    this.bench = bench;
    this.orders = orders;
    this.current = current;
    this.presented = presented;
    this.became = became;
    words = new StepWords(bench, current);
    attempt = new TaskAttempt(bench, help);
  }

  // --- state

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  Phase phase() {
    return phase.get();
  }

  /** Why the step could not be prepared or revealed. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it was cancelled by the user, which is no error. */
  boolean wasStopped() {
    return problem.get().filter(why -> why.equals(Workbench.STOPPED) || why.equals(STOPPED)).isPresent();
  }

  ReadOnlyObjectProperty<StepTexts> textsProperty() {
    return words.textsProperty();
  }

  Answering answering() {
    return answering;
  }

  public TaskHelp help() {
    return help;
  }

  public ClassTally tally() {
    return tally;
  }

  Asking asking() {
    return current.get().asking().orElse(null);
  }

  private Optional<Task> task() {
    return phase() == Phase.ASKING && asking() instanceof Task task ? Optional.of(task) : Optional.empty();
  }

  /** Seconds since the question was opened. */
  double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  // --- transitions

  /** A step is being prepared. @param step the next one, whose hidden values are hidden at once */
  void clear(LessonStep step) {
    opened++;
    bench.watch(Optional.empty(), null);
    if (StepPlan.hidden(step).isEmpty()) {
      bench.hide(List.of());
    } else {
      bench.hideAll();
    }
    prepare();
    words.clear();
    help.begin(Optional.empty());
    tally.begin(StepTexts.choices(step.asking().orElse(null)).size());
    answering.clear();
  }

  void prepare() {
    phase.set(Phase.PREPARING);
  }

  /** Prepares nothing further: the lesson is at its end. */
  void rest() {
    phase.set(Phase.DONE);
  }

  /** @param why something could not be carried out; empty where all could */
  void problem(Optional<Message> why) {
    problem.set(why);
  }

  /** The step is prepared. */
  void open() {
    opened++;
    attempt.begin();
    bench.beginStep(SelfTest.quantities(current.get()));
    bench.hide(StepPlan.hidden(current.get()));
    bench.focus(current.get().focus());
    begun = System.nanoTime();
    answering.clear();
    help.begin(current.get().asking());
    Asking asking = asking();
    if (asking instanceof PredictCurve curve) {
      int mine = opened;
      bench.number(Curves.now(curve.y()), value -> {
        if (opened == mine && phase() == Phase.ASKING) {
          answering.from(value);
        }
      });
    }
    phase.set(asking == null || asking instanceof Faulty ? Phase.READING : Phase.ASKING);
    fill();
    watch();
  }

  /** Refreshes the texts. */
  void fill() {
    words.fill(this::phase, help.hintsProperty().get(), answering);
  }

  /** Skips the step: nothing is hidden or checked, and what the step would have done can be done by hand. */
  void leaveOut() {
    bench.watch(Optional.empty(), null);
    bench.hide(List.of());
    boolean task = task().isPresent();
    prepare();
    if (task) {
      bench.putStartBack(); // the solution is one of the start, not of what was tried
    }
  }

  private void finish(Outcome.Kind kind, String answer, int sure) {
    bench.watch(Optional.empty(), null);
    bench.focus(Optional.empty());
    became.accept(new Outcome(kind, answer, sure));
    phase.set(Phase.DONE);
    fill();
  }

  // --- a task

  private void watch() {
    int mine = opened;
    task().ifPresent(task -> attempt.watch(task, () -> opened == mine && phase() == Phase.ASKING, kind -> finish(kind, "", 0)));
  }

  /** Restores the project as it was when the step began. */
  public void putStartBack() {
    attempt.startAgain();
    watch();
  }

  public void hint() {
    if (help.mayHint()) {
      help.hint();
      fill();
    }
  }

  /** Carries out the lesson's solution of the task. */
  public void playSolution() {
    if (help.mayPlaySolution()) {
      putStartBack();
      attempt.show();
      task().ifPresent(task -> orders.carryOut(task.solve(), problem::set));
    }
  }

  // --- an answer

  /** Selects an option; for a reason the reply is immediate. */
  public void choose(String key) {
    Asking asking = asking();
    if (phase() == Phase.ASKING) {
      answering.choose(key, asking);
      if (asking instanceof Explain explain) {
        bench.answered(explain.id(), Double.NaN, 0);
        finish(explain.answer().equals(key) ? Outcome.Kind.RIGHT : Outcome.Kind.WRONG, key, 0);
      }
    } else if (phase() == Phase.DONE && asking instanceof Explain) {
      answering.choose(key, asking); // to read the other replies
      fill();
    }
  }

  /** Whether the reveal is enabled: with an answer, always in class, and for a task with its solution. */
  public boolean mayReveal() {
    return phase() == Phase.ASKING && (presented.get() || asking() instanceof Predict predict && answering.isComplete(predict));
  }

  public void reveal() {
    if (!mayReveal()) {
      return;
    }
    if (asking() instanceof Predict predict) {
      reveal(predict);
    } else if (asking() instanceof Task task) {
      demonstrate(task);
    } else {
      finish(Outcome.Kind.READ, "", 0); // a reason: nothing has to be done to know it
    }
  }

  private void reveal(Predict predict) {
    phase.set(Phase.REVEALING);
    bench.hide(List.of());
    play(current.get().reveal().map(Reveal::commands).orElse(List.of()), refused -> {
      problem.set(wasStopped() ? refused : problem.get().or(() -> refused)); // the first is why the others are
      measure(predict);
    });
  }

  /** Carries out the lesson's solution from the start, without grading. */
  private void demonstrate(Task task) {
    bench.watch(Optional.empty(), null);
    phase.set(Phase.REVEALING);
    bench.putStartBack();
    play(task.solve(), refused -> {
      problem.set(refused);
      finish(Outcome.Kind.READ, "", 0);
    });
  }

  /** If cancelled, the question is open again. @param then receives why a command could not be carried out, if any */
  private void play(List<LessonCommand> commands, Consumer<Optional<Message>> then) {
    orders.carryOut(commands, refused -> {
      if (refused.equals(Optional.of(Workbench.STOPPED))) {
        askAgain();
      } else {
        then.accept(refused);
      }
    });
  }

  /** Reopens the question with the given answer. */
  private void askAgain() {
    problem.set(Optional.of(STOPPED));
    bench.putStartBack();
    bench.hide(StepPlan.hidden(current.get()));
    phase.set(Phase.ASKING);
    watch();
  }

  private void measure(Predict predict) {
    if (predict instanceof PredictNumber number) {
      orders.number(number.answer(), truth -> {
        answering.truth(truth);
        judge(predict);
      });
      return;
    }
    if (predict instanceof PredictCurve curve) {
      double[] values = bench.curve(curve.y(), curve.epochs());
      answering.measured(curve.epochs()
          ? DoubleStream.concat(DoubleStream.of(answering.from()), DoubleStream.of(values)).toArray() : values);
    }
    judge(predict);
  }

  private void judge(Predict predict) {
    boolean unknown = predict instanceof PredictNumber && (Double.isNaN(answering.truth()) || problem.get().isPresent());
    if (unknown) {
      answering.truth(Double.NaN);
      problem.set(problem.get().or(() -> Optional.of(Message.of("lesson.number.unknown"))));
    }
    if (unknown || !answering.isComplete(predict)) {
      finish(Outcome.Kind.READ, "", 0);
      return;
    }
    Outcome.Kind kind = answering.isRight(predict) ? Outcome.Kind.RIGHT : Outcome.Kind.WRONG;
    bench.answered(predict.id(), answering.value(), answering.sure());
    finish(kind, answering.written(predict), answering.sure());
  }

  // --- cancellation

  /** Whether a command is running so long that it can be cancelled. */
  public boolean mayCancel() {
    return isWaiting() && orders.takeLong();
  }

  private boolean isWaiting() {
    return phase() == Phase.PREPARING || phase() == Phase.REVEALING || bench.progressProperty().get() >= 0;
  }

  /** Cancels the command: after a reveal the question is open again. */
  public void cancel() {
    if (isWaiting()) {
      bench.cancel();
    }
  }
}
