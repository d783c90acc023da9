package studio.backprop.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import studio.backprop.cli.Opener.LessonFigures;
import studio.backprop.cli.Opener.StepFigures;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.Answering;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Phase;
import studio.backprop.ui.learn.lesson.StepQuestion;

/**
 * Benchmark of lessons: plays them at full speed and measures the latency of the first text, each step, the begin and end of a reveal, and
 * a task's solution, each until painted.
 */
final class LessonMeasurement extends AnimationTimer {
  private final Texts texts;
  private final Deque<LessonFolder> toCome;
  private final CompletableFuture<List<LessonFigures>> result;
  private final List<LessonFigures> measured = new ArrayList<>();
  private final List<StepFigures> steps = new ArrayList<>();
  private LessonFolder folder;
  private WindowParts parts;
  private Wiring window;
  private LessonModel model;
  private double wordsMillis;
  private double workMillis;
  private long opened;
  private double nextMillis;
  private BooleanSupplier awaited = () -> false;
  private Runnable then = () -> {};

  LessonMeasurement(List<LessonFolder> lessons, Texts texts, CompletableFuture<List<LessonFigures>> result) {
    this.texts = texts;
    this.toCome = new ArrayDeque<>(lessons);
    this.result = result;
  }

  void begin() {
    start();
    open(System.nanoTime() - (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) * 1_000_000);
  }

  @Override
  public void handle(long now) {
    try {
      if (awaited.getAsBoolean()) {
        awaited = () -> false;
        then.run();
      }
    } catch (RuntimeException e) {
      stop();
      result.completeExceptionally(e);
      window.hide();
    }
  }

  private void await(BooleanSupplier what, Runnable action) {
    awaited = what;
    then = action;
  }

  /** Waits until the window is painted, and reports the time since a moment. */
  private void painted(long since, DoubleConsumer millis) {
    FirstPicture.then(parts.pulse(), () -> millis.accept((System.nanoTime() - since) / 1e6));
  }

  // --- a lesson

  private void open(long since) {
    folder = toCome.remove();
    opened = since;
    steps.clear();
    parts = new WindowParts(new Stage(), Preferences.none(), texts);
    LessonWindow lesson = new LessonWindow(parts,
        new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, AnswerKeeper.NONE));
    lesson.whenReady(room -> model = room.model());
    model = null;
    window = new Wiring(parts, lesson, new CopiedNodes());
    window.show(() -> {});
    painted(since, words -> wordsMillis = words);
    await(() -> model != null && isOpen(), () -> painted(opened, work -> {
      workMillis = work;
      nextMillis = work;
      act();
    }));
  }

  private boolean isOpen() {
    return model.phase() == Phase.READING || model.phase() == Phase.ASKING;
  }

  private void end() {
    measured.add(new LessonFigures(folder.id(), wordsMillis, workMillis, List.copyOf(steps)));
    Wiring before = window;
    if (toCome.isEmpty()) {
      stop();
      result.complete(List.copyOf(measured));
    } else {
      open(System.nanoTime());
    }
    before.hide();
  }

  // --- a step

  private void act() {
    Optional<Asking> asking = model.current().asking();
    if (model.phase() == Phase.READING) {
      goOn(Double.NaN, Double.NaN);
    } else if (asking.orElseThrow() instanceof Predict predict) {
      predict(predict);
    } else if (asking.get() instanceof Explain explain) {
      model.question().choose(explain.answer());
      await(() -> model.phase() == Phase.DONE, () -> goOn(Double.NaN, Double.NaN));
    } else {
      solve();
    }
  }

  private void predict(Predict predict) {
    give(predict, model.question(), model.answering());
    long asked = System.nanoTime();
    model.question().reveal();
    painted(asked, begins -> await(() -> model.phase() == Phase.DONE,
        () -> painted(asked, ends -> goOn(begins, ends / 1e3))));
  }

  /** Gives any answer. */
  private static void give(Predict predict, StepQuestion question, Answering answering) {
    if (predict instanceof PredictNumber) {
      answering.typedProperty().set("0");
    } else if (predict instanceof PredictCurve) {
      answering.draw(Answering.HANDLES - 1, 0);
    } else {
      predict.choices().stream().map(Choice::key).filter(key -> !answering.orderProperty().get().contains(key)).forEach(question::choose);
    }
    answering.sureProperty().set(1);
  }

  /** Executes the lesson's known solution. */
  private void solve() {
    int index = model.stepProperty().get();
    double waited = nextMillis;
    long asked = System.nanoTime();
    model.skip();
    await(() -> left(index), () -> painted(asked, millis -> {
      steps.add(new StepFigures(model.lesson().steps().get(index).id(), waited, Double.NaN, millis / 1e3));
      arrive(Double.NaN);
    }));
  }

  private void goOn(double revealMillis, double seconds) {
    int index = model.stepProperty().get();
    steps.add(new StepFigures(model.current().id(), nextMillis, revealMillis, seconds));
    long asked = System.nanoTime();
    model.next();
    await(() -> left(index), () -> painted(asked, this::arrive));
  }

  private boolean left(int index) {
    return model.endedProperty().get() || model.stepProperty().get() != index && isOpen();
  }

  private void arrive(double millis) {
    nextMillis = millis;
    if (model.endedProperty().get()) {
      end();
    } else {
      act();
    }
  }
}
