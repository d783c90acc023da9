package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.project.Agent;
import studio.backprop.run.Run;
import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.PushCaption;
import studio.backprop.ui.workspace.run.RunModel;

/** Marks of the user's perturbations in the plot of returns: a line at the step, with an arrow in the direction of the push. */
final class PushMarks {
  private static final double NEAR = 5;
  private static final double HEAD = 5;
  private static final double SHAFT = 10;
  private static final double DASH = 3;

  private final RunModel run;
  private final Lang lang;

  PushMarks(RunModel run, Lang lang) {
    this.run = run;
    this.lang = lang;
  }

  private List<Perturbation> pushes() {
    return Optional.ofNullable(run.runProperty().get()).map(now -> now.checkpointLog().pushes()).orElse(List.of());
  }

  /** By environment steps, not updates. */
  private double x(Coordinates plane, Perturbation push) {
    Run now = run.runProperty().get();
    return now.project().assignment() instanceof Agent agent
        ? plane.x(agent.takenAfter(push.step(), now.project().training().batch())) : Double.NaN;
  }

  void paint(GraphicsContext g, Coordinates plane, Color color) {
    g.setStroke(color);
    g.setFill(color);
    g.setLineWidth(1);
    for (Perturbation push : pushes()) {
      double x = Math.floor(x(plane, push)) + 0.5;
      double way = Math.signum(push.impulse());
      double y = plane.top() + HEAD;
      g.setLineDashes(DASH, DASH);
      g.strokeLine(x, plane.top(), x, plane.bottom());
      g.setLineDashes();
      g.strokeLine(x, y, x + way * SHAFT, y);
      g.fillPolygon(new double[] {x + way * (SHAFT + HEAD), x + way * SHAFT, x + way * SHAFT}, new double[] {y, y - HEAD, y + HEAD}, 3);
    }
  }

  /** Text of the push near a position; empty for none. */
  Optional<String> at(Coordinates plane, double x) {
    return pushes().stream().filter(push -> Math.abs(x(plane, push) - x) <= NEAR).findFirst().map(push -> PushCaption.said(push, lang));
  }
}
