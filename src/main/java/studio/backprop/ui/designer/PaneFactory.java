package studio.backprop.ui.designer;

import java.util.Optional;
import studio.backprop.layer.Input;
import studio.backprop.layer.Output;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Run;
import studio.backprop.train.Snapshot;

/** Chooses what stands in the middle of a node: by the lens, and by what the run knows of the node. */
final class PaneFactory {
  private static final int PICTURE_RANK = 3;

  private final Desk desk;

  PaneFactory(Desk desk) {
    this.desk = desk;
  }

  NodePane of(Node node, int width) {
    Lens lens = desk.model().lens();
    Optional<Run> run = desk.run().runProperty().map(Optional::of).orElse(Optional.empty()).getValue();
    boolean shown = run.filter(r -> r.project().network().find(node.id()).filter(n -> n.layer().equals(node.layer())).isPresent()).isPresent();
    if (shown && node.layer() instanceof Output) {
      return new LossPane(desk);
    }
    if (shown && node.layer() instanceof Input input && isPicture(input.shape(), run.get())) {
      return new ExamplePane(desk, run.get().data(), input.shape(), width);
    }
    Optional<Snapshot> snapshot = desk.run().snapshot().filter(s -> shown && s.hasValues());
    Optional<Learned> learned = snapshot.flatMap(s -> Learned.of(run.get(), s, node));
    if (lens == Lens.STRUCTURE || learned.isEmpty()) {
      return new ShapePane(desk, node, lens == Lens.GRADIENTS);
    }
    return lens == Lens.GRADIENTS ? new GradientPane(desk, learned.get(), width) : new WeightPane(desk, learned.get(), width);
  }

  private static boolean isPicture(Shape shape, Run run) {
    return shape.rank() == PICTURE_RANK && shape.equals(run.data().dataset().inputShape());
  }

  /** Rows × columns as people think of them: units first. */
  static String size(ParameterSpec spec) {
    long perRow = spec.shape().count();
    return spec.shape().rank() < PICTURE_RANK && spec.rows() > 1 ? perRow + "×" + spec.rows() : spec.rows() + "×" + perRow;
  }
}
