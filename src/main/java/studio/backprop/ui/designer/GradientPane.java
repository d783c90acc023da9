package studio.backprop.ui.designer;

import javafx.scene.text.Text;
import studio.backprop.train.Snapshot;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Sparkline;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.run.Latest;

/** A node with weights in the gradients lens: the weights, how each of them should change, and how strongly over the last steps. */
final class GradientPane extends NodePane {
  private static final double WEIGHTS = 60;
  private static final double CAPTION_Y = 66;
  private static final double GRADIENTS_Y = 84;
  private static final double GRADIENTS = 36;
  private static final double NORM_Y = 124;
  private static final double LINE_Y = 142;
  private static final double LINE = 26;

  private final Desk desk;
  private final Learned learned;
  private final ParameterPicture weights;
  private final ParameterPicture gradients;
  private final Text caption = new Text();
  private final NormRow norm;
  private final Sparkline line;
  private final float[] recent = new float[Latest.COUNT];

  GradientPane(Desk desk, Learned learned, int width) {
    this.desk = desk;
    this.learned = learned;
    var palette = desk.theme().paletteProperty();
    weights = new ParameterPicture(learned.spec(), width, (int) WEIGHTS, false, palette.map(Palette::signed));
    gradients = new ParameterPicture(learned.spec(), width, (int) GRADIENTS, true, palette.map(Palette::size));
    caption.getStyleClass().add("pane-caption");
    norm = new NormRow("‖∂L/∂W‖", 1e-4, 1, "gradient", value -> desk.lang().numbers().compact(value));
    line = new Sparkline(width, LINE, Latest.COUNT, Token.GRADIENT);
    line.paletteProperty().bind(palette);
    getChildren().addAll(weights, caption, gradients, norm, line);
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    caption.setText(desk.lang().say("pane.gradients", PaneFactory.size(learned.spec())));
  }

  @Override
  void simplify(boolean simple) {
    caption.setVisible(!simple);
    norm.setVisible(!simple);
    line.setVisible(!simple);
    gradients.setOpacity(simple ? 0 : 1); // whether it is visible is up to the training
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
    boolean any = snapshot.step() > 0 && !learned.frozen();
    gradients.setVisible(any && snapshot.hasValues());
    if (any) {
      if (snapshot.hasValues()) {
        gradients.show(snapshot.grads(learned.parameter()));
      }
      norm.show(snapshot.gradNorm(learned.parameter()));
      line.show(recent, desk.run().latestGradientNorms(learned.history()).copyTo(recent));
    } else {
      norm.clear();
    }
  }

  @Override
  protected void layoutChildren() {
    weights.resizeRelocate(0, 0, getWidth(), WEIGHTS);
    caption.relocate(0, CAPTION_Y);
    gradients.resizeRelocate(0, GRADIENTS_Y, getWidth(), GRADIENTS);
    norm.resizeRelocate(0, NORM_Y, getWidth(), NormRow.HEIGHT);
    line.resizeRelocate(0, LINE_Y, getWidth(), LINE);
  }
}
