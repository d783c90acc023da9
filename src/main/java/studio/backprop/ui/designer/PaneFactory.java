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
    Optional<Run> run = Optional.ofNullable(desk.run().runProperty().get()).filter(r -> trains(r, node));
    if (run.isPresent() && node.layer() instanceof Output) {
      return new LossPane(desk);
    }
    if (run.isPresent() && node.layer() instanceof Input input && isPicture(input.shape(), run.get())) {
      return new ExamplePane(desk, run.get().data(), input.shape(), width);
    }
    Optional<Snapshot> snapshot = desk.run().snapshot().filter(Snapshot::hasValues);
    Optional<Learned> learned = run.flatMap(r -> snapshot.flatMap(s -> Learned.of(r, s, node)));
    if (lens == Lens.STRUCTURE || learned.isEmpty()) {
      return new ShapePane(desk, node, lens == Lens.GRADIENTS);
    }
    return lens == Lens.GRADIENTS ? new GradientPane(desk, learned.get(), width) : new WeightPane(desk, learned.get(), width);
  }

  /** Whether a run knows the node as it is drawn; after an edit it may not, for a moment or until the network is whole again. */
  private static boolean trains(Run run, Node node) {
    return run.project().network().find(node.id()).filter(known -> known.layer().equals(node.layer())).isPresent();
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
