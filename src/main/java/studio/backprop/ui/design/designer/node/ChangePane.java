package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.ParameterIndex;

/** Pane of the update lens: changes of the output for the chosen example and of the weights since the previous step. */
final class ChangePane extends NodePane {
  private static final int DIGITS = 2;
  private static final double ANSWER = 60;
  private static final double CAPTION_Y = 64;
  private static final double WEIGHTS_Y = 84;
  private static final double WEIGHTS = 44;
  private static final double SECOND_Y = 132;
  private static final double UPDATE_Y = 152;
  private static final double MIN_CAPTION_WIDTH = 90;

  private final CanvasDesk desk;
  private final Node node;
  private final OutputCells answer;
  private final Optional<ParameterIndex> learned;
  private final Optional<ParameterPicture> weights;
  private final Text caption = new Text();
  private final Text second = new Text();
  private final NormRow update;
  private final Extent extent = new Extent();
  private boolean simple;

  ChangePane(CanvasDesk desk, Node node, Shape shape, Optional<ParameterIndex> learned, int width) {
    this.desk = desk;
    this.node = node;
    this.learned = learned;
    answer = new OutputCells(shape, width, (int) (learned.isPresent() ? ANSWER : PICTURE), false, desk.theme().paletteProperty(),
        ColourReach.Limit.OWN);
    weights = learned.map(of -> new ParameterPicture(
        of.spec(), width, (int) WEIGHTS, false, desk.theme().paletteProperty().map(Palette::signed), ColourReach.Limit.OWN).ofChanges());
    update = Badges.update(desk);
    caption.setOpacity(width < MIN_CAPTION_WIDTH ? 0 : 1);
    caption.getStyleClass().add("pane-caption");
    second.getStyleClass().add("pane-caption");
    getChildren().addAll(answer, caption);
    weights.ifPresent(picture -> getChildren().addAll(picture, second, update));
    pointAt(desk, node.id(), answer, answer);
    weights.ifPresent(picture -> pointAt(desk, node.id(), picture, picture));
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    answer.paint();
  }

  @Override
  void simplify(boolean simple) {
    this.simple = simple;
    answer.simplify(simple);
    caption.setVisible(!simple);
    second.setVisible(!simple);
    requestLayout();
    weights.ifPresent(picture -> picture.setOpacity(simple ? 0 : 1)); // visibility depends on the training
  }

  @Override
  double needed() {
    return learned.isPresent() ? UPDATE_Y + NormRow.HEIGHT : PICTURE + 24;
  }

  @Override
  void refresh() {
    Optional<float[]> answers = desk.changes().outputs(node.id());
    Optional<float[]> moved = desk.changes().weights(node);
    answer.setVisible(answers.isPresent());
    answers.ifPresent(answer::show);
    caption.setText(answers.map(change -> said("pane.change", change))
        .orElseGet(() -> desk.changes().awaited() ? desk.lang().say("pane.change.waits") : ""));
    weights.ifPresent(picture -> {
      picture.setVisible(moved.isPresent());
      moved.ifPresent(picture::show);
      second.setText(moved.map(change -> said("pane.change.weights", change)).orElse(""));
      update.setVisible(moved.isPresent());
      desk.run().snapshot().filter(snapshot -> snapshot.measured() && !learned.orElseThrow().frozen())
          .ifPresentOrElse(snapshot -> update.show(snapshot.updateRatio(learned.orElseThrow().parameter())), update::clear);
    });
  }

  private String said(String key, float[] change) {
    return desk.lang().say(key, desk.lang().numbers().significant(extent.largest(change), DIGITS));
  }

  @Override
  protected void layoutChildren() {
    double height = learned.isPresent() ? ANSWER : PICTURE;
    answer.resizeRelocate(0, 0, getWidth(), height);
    caption.relocate(0, learned.isPresent() ? CAPTION_Y : height + 6);
    weights.ifPresent(picture -> picture.resizeRelocate(0, WEIGHTS_Y, getWidth(), WEIGHTS));
    second.relocate(0, SECOND_Y);
    update.resizeRelocate(0, UPDATE_Y, getWidth(), NormRow.HEIGHT);
    showIfRoom(second, SECOND_Y + NormRow.HEIGHT);
    showIfRoom(update, simple ? Double.MAX_VALUE : UPDATE_Y + NormRow.HEIGHT);
  }
}
