package studio.backprop.ui.design.designer.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.LoopPlaces;

/** Arrows and cards of an agent's data: from the environment to the memory or rollout, and from there to the losses. */
final class LoopFlows extends Pane {
  private static final double HEAD = 5;
  private static final double PORT = 76;
  private static final double LOW = 0.78;
  private static final double GAP = 6;
  private static final double UNDER = 24;

  private final CanvasDesk desk;
  private final RememberedView remembered;
  private final TargetView target;
  private final Polyline transition = LoopView.line("loop-transition");
  private final Label transitionLabel = LoopView.label("loop-flow-label");
  private final Label batchLabel = LoopView.label("loop-flow-label");
  private final Polyline targetLine = LoopView.line("loop-batch");
  private final Label targetLabel = LoopView.label("loop-flow-label");
  private final Pane batches = new Pane();

  LoopFlows(CanvasDesk desk) {
    this.desk = desk;
    this.remembered = new RememberedView(desk);
    this.target = new TargetView(desk);
    setManaged(false);
    setPickOnBounds(false);
    batches.setMouseTransparent(true);
    batches.setManaged(false);
    getChildren().addAll(transition, batches, targetLine, transitionLabel, batchLabel, targetLabel, remembered, target);
  }

  void place(LoopPlaces places) {
    Optional<Box> memory = places.memory();
    for (javafx.scene.Node part : List.of(transition, batches, transitionLabel, batchLabel, remembered)) {
      part.setVisible(memory.isPresent());
    }
    memory.ifPresent(box -> place(places, box));
    Optional<Box> copy = places.target();
    for (javafx.scene.Node part : List.of(targetLine, targetLabel, target)) {
      part.setVisible(copy.isPresent());
    }
    copy.ifPresent(box -> {
      target.resizeRelocate(box.x(), box.y(), box.width(), box.height());
      Box loss = desk.model().places().box(places.losses().get(0));
      targetLine.getPoints().setAll(box.x(), box.y() + PORT, loss.right(), loss.y() + PORT);
      say(targetLabel, "y");
      targetLabel.relocate((box.x() + places.trunk()) / 2 - targetLabel.getWidth() / 2, box.y() + PORT - targetLabel.getHeight() - 2);
    });
  }

  private void place(LoopPlaces places, Box box) {
    remembered.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    Box input = desk.model().places().box(places.input().orElseThrow());
    double down = input.x() + 0.3 * input.width();
    boolean beside = places.isBeside();
    double way = beside ? places.losses().stream().mapToDouble(loss -> desk.model().places().box(loss).bottom()).max().orElse(0) + UNDER
        : box.centerY();
    say(transitionLabel, desk.lang().say("loop.transition"));
    if (beside) {
      transition.getPoints().setAll(down, input.bottom(), down, way, box.centerX(), way, box.centerX(), box.bottom());
      transitionLabel.relocate(down + GAP, way - transitionLabel.getHeight() - 2);
    } else {
      transition.getPoints().setAll(down, input.bottom(), down, way, box.x(), way);
      transitionLabel.relocate(Math.min(down + GAP, box.x() - transitionLabel.getWidth() - GAP), way - transitionLabel.getHeight() - 2);
    }
    List<javafx.scene.Node> lines = new ArrayList<>();
    for (Node loss : places.losses()) {
      Box at = desk.model().places().box(loss);
      double y = at.y() + LOW * at.height();
      Polyline line = LoopView.line("loop-batch");
      double begin = beside ? box.x() : box.right();
      line.getPoints().setAll(begin, box.centerY(), places.trunk(), box.centerY(), places.trunk(), y, at.right(), y);
      Polygon head = LoopView.head("loop-batch-head");
      head.getPoints().setAll(at.right(), y, at.right() + 1.5 * HEAD, y - HEAD, at.right() + 1.5 * HEAD, y + HEAD);
      lines.add(line);
      lines.add(head);
    }
    batches.getChildren().setAll(lines);
    Project project = desk.model().document().project();
    say(batchLabel, desk.lang().say("loop.batch", places.agent().orElseThrow().batch(project.training().batch())));
    batchLabel.setVisible(!beside || batchLabel.getWidth() + GAP < box.x() - places.trunk());
    batchLabel.relocate(beside ? places.trunk() + GAP : box.right() + GAP, box.centerY() - batchLabel.getHeight() - 2);
  }

  /** Titles only, for zooming out. */
  void simplify(boolean simple) {
    remembered.simplify(simple);
    target.simplify(simple);
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.autosize();
  }

  void show() {
    Optional<AgentSnapshot> sight = desk.run().snapshot().flatMap(Snapshot::agent);
    remembered.show(sight);
    target.show(sight);
  }
}
