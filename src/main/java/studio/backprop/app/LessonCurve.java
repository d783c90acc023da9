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

/** Measured curve since the start of the lesson's step, compared with the learner's sketch. */
final class LessonCurve {
  private final RunModel run;
  private RunHistory begunWith;
  /** Steps of the run at that time. */
  private double begunAt;

  LessonCurve(RunModel run) {
    this.run = run;
  }

  /** Start of the step. */
  void begin() {
    begunWith = run.history();
    begunAt = begunWith.lastStep();
  }

  /** @param y a metric of a batch or epoch, validated by the parser */
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
