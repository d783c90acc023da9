package studio.backprop.ui.designer;

import javafx.scene.text.Text;
import studio.backprop.train.Snapshot;
import studio.backprop.ui.kit.Palette;

/** A node with weights in the weights lens: the weights at a good size, their norm, and how large the last update was against them. */
final class WeightPane extends NodePane {
  private static final double CAPTION_Y = 94;
  private static final double NORM_Y = 116;
  private static final double UPDATE_Y = 138;

  private static final double LEAST_SHARE = 1e-4;

  private final Desk desk;
  private final Learned learned;
  private final ParameterPicture weights;
  private final Text caption = new Text();
  private final NormRow norm;
  private final NormRow update;

  WeightPane(Desk desk, Learned learned, int width) {
    this.desk = desk;
    this.learned = learned;
    weights = new ParameterPicture(learned.spec(), width, (int) PICTURE, false, desk.theme().paletteProperty().map(Palette::signed));
    caption.getStyleClass().add("pane-caption");
    norm = new NormRow("‖W‖", 0.1, 100, "weight", value -> desk.lang().numbers().compact(value));
    update = new NormRow("ΔW ÷ W", 1e-4, 1e-2, "update", this::share);
    getChildren().addAll(weights, caption, norm, update);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /** A share in percent; one too small for two decimals is not said to be nothing. */
  private String share(double value) {
    boolean tiny = value > 0 && value < LEAST_SHARE;
    String share = desk.lang().numbers().percent(tiny ? LEAST_SHARE : value, 2);
    return tiny ? desk.lang().say("pane.less", share) : share;
  }

  @Override
  void redraw() {
    caption.setText(desk.lang().say("pane.weights", PaneFactory.size(learned.spec())));
  }

  @Override
  void simplify(boolean simple) {
    caption.setVisible(!simple);
    norm.setVisible(!simple);
    update.setVisible(!simple);
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
    if (snapshot.step() > 0 && !learned.frozen()) {
      update.show(snapshot.updateRatio(learned.parameter()));
    } else {
      update.clear();
    }
  }

  @Override
  protected void layoutChildren() {
    weights.resizeRelocate(0, 0, getWidth(), PICTURE);
    caption.relocate(0, CAPTION_Y);
    norm.resizeRelocate(0, NORM_Y, getWidth(), NormRow.HEIGHT);
    update.resizeRelocate(0, UPDATE_Y, getWidth(), NormRow.HEIGHT);
  }
}
