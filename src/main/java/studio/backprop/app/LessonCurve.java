package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.RunModel;

/** What the run has measured since the step of the lesson began, as a curve that was to be drawn. */
final class LessonCurve {
  private final RunModel run;
  private RunHistory begunWith;
  /** Up to which of its own steps the run had come. */
  private double begunAt;

  LessonCurve(RunModel run) {
    this.run = run;
  }

  /** The step of the lesson begins. */
  void begin() {
    begunWith = run.history();
    begunAt = begunWith.lastStep();
  }

  /** @param y a quantity of a batch or an epoch: the reader of lessons has seen to that */
  double[] curve(Expression y, boolean epochs) {
    List<CheckedQuantity> asked = new ArrayList<>();
    y.each(asked::add);
    String name = asked.get(0).name();
    boolean validation = asked.get(0).subject() == CheckedQuantity.Subject.VALID;
    RunHistory now = run.history();
    boolean sameRun = now == begunWith;
    if (epochs) {
      long done = sameRun ? now.epochsUpTo((long) begunAt).size() : 0;
      return now.epochs().stream().skip(done).map(one -> validation ? one.validation() : one.train())
          .mapToDouble(scores -> SessionFacts.metric(scores, name)).toArray();
    }
    Curve curve = name.equals("loss") ? now.loss() : now.measure();
    double from = sameRun ? begunAt : 0;
    return IntStream.range(0, curve.size()).filter(i -> curve.lastStep(i) > from).mapToDouble(curve::mean).toArray();
  }
}
