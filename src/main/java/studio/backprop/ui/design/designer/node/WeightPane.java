package studio.backprop.ui.design.designer.node;

import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.ParameterIndex;

/** Pane of the weights lens: weights, their norm, and the relative size of the last update. */
final class WeightPane extends NodePane {
  private static final double CAPTION_Y = 94;
  private static final double NORM_Y = 118;
  private static final double UPDATE_Y = 136;
  private static final double SILENT_Y = 154;

  private final CanvasDesk desk;
  private final Node node;
  private final ParameterIndex learned;
  private final ParameterPicture weights;
  private final Text caption = new Text();
  private final NormRow norm;
  private final NormRow update;
  private final NormRow silent;
  private boolean simple;

  WeightPane(CanvasDesk desk, Node node, ParameterIndex learned, int width) {
    this.desk = desk;
    this.node = node;
    this.learned = learned;
    weights = new ParameterPicture(learned.spec(), width, (int) PICTURE, false, desk.theme().paletteProperty().map(Palette::signed),
        desk.reach().limit(ColourReach.Quantity.WEIGHT, node.id()));
    caption.getStyleClass().add("pane-caption");
    norm = Badges.weight(desk);
    update = Badges.update(desk);
    silent = Badges.silent(desk);
    silent.setVisible(false);
    getChildren().addAll(weights, caption, norm, update, silent);
    pointAt(desk, node.id(), weights, weights);
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    silent.rename(desk.lang().say("badge.silent"));
    caption.setText(desk.lang().say("pane.weights", ParameterPicture.size(learned.spec())));
  }

  @Override
  void simplify(boolean simple) {
    this.simple = simple;
    caption.setVisible(!simple);
    norm.setVisible(!simple);
    update.setVisible(!simple);
    requestLayout(); // the rest is hidden: its visibility depends on the training
  }

  @Override
  double needed() {
    return (silent.isVisible() ? SILENT_Y : UPDATE_Y) + NormRow.HEIGHT;
  }

  @Override
  void refresh() {
    Snapshot snapshot = desk.run().snapshot().orElse(null);
    if (snapshot == null) {
      return;
    }
    if (snapshot.hasValues()) {
      weights.show(snapshot.values(learned.parameter()));
    }
    norm.show(snapshot.weightNorm(learned.parameter()));
    if (snapshot.measured() && !learned.frozen()) {
      update.show(snapshot.updateRatio(learned.parameter()));
    } else {
      update.clear();
    }
    double share = snapshot.silentShare(node.id());
    silent.setVisible(!Double.isNaN(share));
    if (silent.isVisible()) {
      silent.show(share);
    }
  }

  @Override
  protected void layoutChildren() {
    weights.resizeRelocate(0, 0, getWidth(), PICTURE);
    caption.relocate(0, CAPTION_Y);
    norm.resizeRelocate(0, NORM_Y, getWidth(), NormRow.HEIGHT);
    update.resizeRelocate(0, UPDATE_Y, getWidth(), NormRow.HEIGHT);
    silent.resizeRelocate(0, SILENT_Y, getWidth(), NormRow.HEIGHT);
    showIfRoom(caption, CAPTION_Y + NormRow.HEIGHT);
    showIfRoom(norm, NORM_Y + NormRow.HEIGHT);
    showIfRoom(update, UPDATE_Y + NormRow.HEIGHT);
    showIfRoom(silent, simple ? Double.MAX_VALUE : SILENT_Y + NormRow.HEIGHT);
  }
}
