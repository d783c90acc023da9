package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.workspace.run.ColourReach;

/**
 * Pane of the activations lens: output for the chosen example or, with two inputs, over their plane; range, share of dead units, and the
 * dropout mask of the last step.
 */
final class ActivationPane extends NodePane {
  private static final int DIGITS = 2;
  private static final double CAPTION_Y = 94;
  private static final double SECOND_Y = 112;
  private static final double MASK_Y = 130;
  private static final double MASK = 40;

  private final CanvasDesk desk;
  private final Node node;
  private final Shape shape;
  private final OutputPicture answer;
  private final Text caption = new Text();
  private final NormRow silent;
  private final Text forgotten = new Text();
  private final OutputCells mask;
  private final Optional<FewWeights> weights;
  private boolean simple;

  /** @param weights shown as numbers, where they are few */
  ActivationPane(CanvasDesk desk, Node node, Shape shape, Optional<FewWeights> weights, int width) {
    this.desk = desk;
    this.node = node;
    this.shape = shape;
    answer = OutputPicture.of(desk, node, shape, width, (int) PICTURE);
    silent = Badges.silent(desk);
    boolean forgets = node.layer().forgets();
    mask = forgets ? new OutputCells(shape, width, (int) MASK, false, desk.theme().paletteProperty(), ColourReach.Limit.OWN) : null;
    caption.getStyleClass().add("pane-caption");
    forgotten.getStyleClass().add("pane-caption");
    forgotten.setWrappingWidth(width);
    getChildren().add(answer.view());
    if (!answer.complete()) {
      getChildren().addAll(caption, silent);
    }
    this.weights = weights.filter(few -> !answer.complete());
    this.weights.ifPresent(getChildren()::add);
    if (forgets) {
      getChildren().addAll(forgotten, mask);
      mask.setVisible(false);
    }
    silent.setVisible(false);
    pointAt(desk, node.id(), answer.view(), answer.places());
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    silent.rename(desk.lang().say("badge.silent"));
    answer.redraw();
    if (mask != null) {
      mask.paint();
    }
  }

  @Override
  void simplify(boolean simple) {
    answer.simplify(simple);
    caption.setVisible(!simple);
    weights.ifPresent(few -> few.setVisible(!simple));
    this.simple = simple;
    forgotten.setVisible(!simple);
    requestLayout();
  }

  @Override
  double needed() {
    return mask != null ? MASK_Y + MASK
        : weights.isPresent() ? weightsY() + weights.get().needed()
        : silentPossible() ? SECOND_Y + NormRow.HEIGHT
        : answer.complete() ? Math.max(PICTURE + 20, answer.needed()) : CAPTION_Y + NormRow.HEIGHT;
  }

  private double weightsY() {
    return silentPossible() ? MASK_Y : SECOND_Y;
  }

  /** Whether dead units are defined for the layer. */
  private boolean silentPossible() {
    return desk.run().snapshot().filter(snapshot -> !Double.isNaN(snapshot.silentShare(node.id()))).isPresent();
  }

  @Override
  void refresh() {
    desk.run().snapshot().filter(snapshot -> snapshot.activations().has(node.id())).ifPresent(this::show);
  }

  private void show(Snapshot snapshot) {
    answer.show(snapshot.activations());
    weights.ifPresent(few -> few.show(snapshot));
    if (!answer.complete()) {
      caption.setText(range());
      double share = snapshot.silentShare(node.id());
      silent.setVisible(!Double.isNaN(share));
      if (silent.isVisible()) {
        silent.show(share);
      }
    }
    if (mask != null) {
      showMask(Optional.ofNullable(snapshot.mask(node.id())));
    }
  }

  /** Minimum and maximum. */
  private String range() {
    String least = desk.lang().numbers().end(answer.least(), answer.most(), DIGITS);
    String most = desk.lang().numbers().end(answer.most(), answer.least(), DIGITS);
    if (answer.overPlane()) {
      return desk.lang().say("pane.plane", least, most);
    }
    return shape.count() == 1 ? desk.lang().say("pane.value", most) : desk.lang().say("pane.range", least, most);
  }

  /** The example is computed in inference mode; the mask of the last training step is shown beside it. */
  private void showMask(Optional<float[]> drawn) {
    mask.setVisible(drawn.isPresent());
    if (drawn.isEmpty()) {
      forgotten.setText(desk.lang().say("pane.passes"));
      return;
    }
    int zeros = 0;
    for (float factor : drawn.get()) {
      zeros += factor == 0 ? 1 : 0;
    }
    forgotten.setText(desk.lang().say("pane.forgot", desk.lang().numbers().percent(zeros / (double) drawn.get().length)));
    mask.show(drawn.get());
  }

  @Override
  protected void layoutChildren() {
    answer.view().resizeRelocate(0, 0, getWidth(), answer.complete() ? getHeight() : PICTURE);
    caption.relocate(0, CAPTION_Y);
    silent.resizeRelocate(0, SECOND_Y, getWidth(), NormRow.HEIGHT);
    forgotten.relocate(0, SECOND_Y);
    weights.ifPresent(few -> {
      few.relocate(0, weightsY());
      showIfRoom(few, weightsY() + few.needed());
    });
    showIfRoom(caption, CAPTION_Y + NormRow.HEIGHT);
    showIfRoom(silent, simple ? Double.MAX_VALUE : SECOND_Y + NormRow.HEIGHT);
    showIfRoom(forgotten, SECOND_Y + NormRow.HEIGHT);
    if (mask != null) {
      mask.resizeRelocate(0, MASK_Y, getWidth(), MASK);
      showIfRoom(mask, simple ? Double.MAX_VALUE : MASK_Y + MASK);
    }
  }
}
