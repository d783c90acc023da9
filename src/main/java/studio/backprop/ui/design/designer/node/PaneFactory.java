package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.run.time.RunDiff;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.UnitColumn;
import studio.backprop.ui.workspace.run.ParameterIndex;

/** Factory of node panes, by lens and by what the run knows of the node. */
final class PaneFactory {
  private static final int PICTURE_RANK = 3;

  private final CanvasDesk desk;

  PaneFactory(CanvasDesk desk) {
    this.desk = desk;
  }

  NodePane of(Node node, int width) {
    Lens lens = desk.model().lens();
    if (lens == Lens.DIFFERENCE && !node.layer().isInput()) {
      return difference(node, width);
    }
    Optional<Run> run = Optional.ofNullable(desk.run().runProperty().get()).filter(r -> trains(r, node));
    if (run.isPresent() && node.layer().joinsBatches() && desk.run().generator().runs()) {
      return new MixPane(desk);
    }
    Optional<NodePane> points = run.filter(now -> desk.run().generator().runs()).flatMap(now -> PointsPane.of(desk, node, now));
    if (points.isPresent()) {
      return points.get();
    }
    if (run.isPresent() && node.layer().isOutput()) {
      return new LossPane(desk, node);
    }
    Optional<Snapshot> snapshot = desk.run().snapshot().filter(s -> run.isPresent());
    Optional<UnitColumn> column = desk.model().units().of(node.id());
    if (column.isPresent()) {
      boolean dense = node.layer().neurons() > 0;
      return new UnitsPane(desk, node, column.get(), snapshot.filter(s -> dense).flatMap(s -> ParameterIndex.of(run.get(), s, node)),
          snapshot.filter(s -> dense).flatMap(s -> ParameterIndex.biasOf(run.get(), s, node)));
    }
    Optional<Shape> answered = snapshot.flatMap(s -> answered(s, node));
    if (answered.isPresent() && node.layer().isInput()) {
      Optional<NodePane> environment = EnvironmentPane.of(desk, node, answered.get(), run.get());
      if (environment.isPresent()) {
        return environment.get();
      }
    }
    if (answered.isPresent() && node.layer().isInput() && (lens != Lens.STRUCTURE || answered.get().rank() == PICTURE_RANK)) {
      return new ExamplePane(desk, node, answered.get(), run.get().data(), width);
    }
    if (answered.isPresent() && Anatomy.narrow(node.layer()) && (lens == Lens.ACTIVATIONS || lens == Lens.GRADIENTS)) {
      return new StripPane(desk, node, answered.get(), width);
    }
    Optional<ParameterIndex> learned = snapshot.flatMap(s -> ParameterIndex.of(run.get(), s, node));
    return switch (lens) {
      case STRUCTURE -> new ShapePane(desk, node);
      case ACTIVATIONS -> answered.<NodePane>map(shape -> new ActivationPane(
          desk, node, shape, FewWeights.of(desk, node, run.orElseThrow(), snapshot.orElseThrow()), width))
          .orElseGet(() -> new ShapePane(desk, node));
      case GRADIENTS -> answered.map(shape -> backward(node, shape, learned, width)).orElseGet(() -> new ShapePane(desk, node));
      case CHANGE -> answered.<NodePane>map(shape -> new ChangePane(desk, node, shape, learned.filter(l -> snapshot.get().hasValues()),
          width))
          .orElseGet(() -> new ShapePane(desk, node));
      case WEIGHTS -> learned.filter(l -> snapshot.get().hasValues())
          .<NodePane>map(l -> new WeightPane(desk, node, l, width)).orElseGet(() -> new ShapePane(desk, node));
      case DIFFERENCE -> new ShapePane(desk, node);
    };
  }

  /** Pane of two runs, as soon as both have a snapshot. */
  private NodePane difference(Node node, int width) {
    Optional<RunDiff> found = desk.run().branches().comparison().differenceProperty().get();
    if (node.layer().isOutput() && found.isPresent()) {
      return new LossesPane(desk);
    }
    return found.flatMap(f -> f.of(node.name())).<NodePane>map(of -> new DifferencePane(desk, of, width))
        .orElseGet(() -> new ShapePane(desk, node));
  }

  private NodePane backward(Node node, Shape shape, Optional<ParameterIndex> learned, int width) {
    return learned.isPresent() ? new GradientPane(desk, node, shape, learned.get(), width) : new PassingPane(desk, node, shape, width);
  }

  /** Output shape of a node, if it has one that matches the document. */
  private Optional<Shape> answered(Snapshot snapshot, Node node) {
    float[] output = snapshot.activations().output(node.id());
    return desk.model().document().analysis().shape(node.id()).filter(shape -> output != null && shape.count() == output.length);
  }

  /** Whether a run knows the node as drawn; after an edit it may not until the network is valid again. */
  private static boolean trains(Run run, Node node) {
    return run.project().network().find(node.id()).filter(known -> known.layer().equals(node.layer())).isPresent();
  }
}
