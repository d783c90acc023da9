package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Sparkline;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.ParameterIndex;
import studio.backprop.ui.workspace.run.RecentValues;

/**
 * Pane of the gradients lens for a node with weights: output for the chosen example, gradient of each weight, and history of the gradient
 * norm.
 */
final class GradientPane extends NodePane {
  private static final double ANSWER = 60;
  /** Gap between settings and picture. */
  private static final double ABOVE = 7;
  private static final double CAPTION_Y = 66;
  private static final double GRADIENTS_Y = 84;
  private static final double GRADIENTS = 36;
  private static final double NORM_Y = 124;
  private static final double LINE_Y = 142;
  private static final double LINE = 26;
  /** Distance that large letters may extend below the picture, beside the shape. */
  private static final double BELOW = 4;

  private final CanvasDesk desk;
  private final Node node;
  private final ParameterIndex learned;
  private final OutputPicture answer;
  private final Optional<ParameterPicture> gradients;
  private final Text caption = new Text();
  private final NormRow norm;
  private final RestNote rest;
  /** Zoomed out: name and value in large letters. */
  private final Text farName = text("far-name");
  private final Text farNumber = text("far-number");
  private final FontIcon farLock = Icon.LOCK.view();
  private final Sparkline line;
  private double far = Double.NaN;
  private boolean simple;
  private final float[] recent = new float[RecentValues.COUNT];

  GradientPane(CanvasDesk desk, Node node, Shape shape, ParameterIndex learned, int width) {
    this.desk = desk;
    this.node = node;
    this.learned = learned;
    var palette = desk.theme().paletteProperty();
    answer = OutputPicture.of(desk, node, shape, width, (int) ANSWER);
    boolean room = !answer.complete() && desk.run().snapshot().filter(Snapshot::hasValues).isPresent();
    ColourReach.Limit limit = desk.reach().limit(ColourReach.Quantity.GRADIENT, node.id());
    gradients = room
        ? Optional.of(new ParameterPicture(learned.spec(), width, (int) GRADIENTS, true, palette.map(Palette::size), limit))
        : Optional.empty();
    caption.getStyleClass().add("pane-caption");
    norm = Badges.gradient(desk);
    line = new Sparkline(width, LINE, RecentValues.COUNT, Token.GRADIENT);
    line.paletteProperty().bind(palette);
    line.setMouseTransparent(true);
    farNumber.fontProperty().subscribe(font -> requestLayout()); // the zoom changes it
    rest = new RestNote(desk);
    farLock.setVisible(false);
    farLock.setMouseTransparent(true);
    getChildren().addAll(answer.view(), rest, norm, line, farName, farNumber, farLock);
    gradients.ifPresent(picture -> getChildren().addAll(caption, picture));
    pointAt(desk, node.id(), answer.view(), answer.places());
    gradients.ifPresent(picture -> pointAt(desk, node.id(), picture, picture));
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    rest.redraw();
    caption.setText(desk.lang().say("pane.gradients", ParameterPicture.size(learned.spec())));
    answer.redraw();
  }

  @Override
  void simplify(boolean wanted) {
    simple = wanted;
    answer.simplify(simple);
    caption.setVisible(!simple);
    norm.setVisible(!simple);
    rest.setOpacity(simple ? 0 : 1); // zoomed out, shown in large letters
    farName.setVisible(simple);
    farNumber.setVisible(simple);
    line.setVisible(!simple);
    showPictures();
  }

  /** Zoomed out there is room for one picture: for a GAN that of the gradients, which shows which network was trained. */
  private void showPictures() {
    boolean only = onlyGradients();
    answer.view().setOpacity(only ? 0 : 1);
    gradients.ifPresent(picture -> picture.setOpacity(simple && !only ? 0 : 1)); // visibility depends on the training
    requestLayout();
  }

  private boolean onlyGradients() {
    return simple && desk.run().generator().runs() && gradients.filter(ParameterPicture::isVisible).isPresent();
  }

  @Override
  double needed() {
    return LINE_Y + LINE;
  }

  @Override
  void refresh() {
    Snapshot snapshot = desk.run().snapshot().filter(s -> s.activations().has(node.id())).orElse(null);
    if (snapshot == null) {
      return;
    }
    answer.show(snapshot.activations());
    boolean rests = snapshot.measured() && snapshot.rests(learned.parameter());
    boolean any = snapshot.gradKnown(learned.parameter()) && !rests;
    rest.setVisible(rests);
    gradients.ifPresent(picture -> picture.setVisible(any));
    if (any) {
      gradients.ifPresent(picture -> picture.show(snapshot.grads(learned.parameter())));
      showNorms(snapshot);
    } else {
      norm.clear();
      farName.setText(rests ? desk.lang().say("pane.at_rest") : "");
      far = Double.NaN;
    }
    showPictures();
  }

  @Override
  double simpleBottom() {
    double high = LargeTitle.height(farNumber.getFont());
    return PICTURE + (bothFit(high) && !rest.isVisible() ? 2 * high : oneFits(high) ? high : 0);
  }

  private boolean bothFit(double high) {
    return PICTURE + 2 * high <= getHeight() + BELOW;
  }

  private boolean oneFits(double high) {
    return PICTURE + high - BELOW <= getHeight() + TOLERANCE;
  }

  /** Below the picture; the name only where there is room for both, or where the node is frozen and has no value. */
  private void layoutFar() {
    farNumber.setText(Double.isNaN(far) ? "" : desk.lang().numbers().compact(far));
    if (Fonts.width(farNumber.getText(), farNumber.getFont()) > getWidth()) {
      farNumber.setText(desk.lang().numbers().significant(far, 1));
    }
    double high = LargeTitle.height(farNumber.getFont());
    boolean both = bothFit(high);
    boolean named = rest.isVisible() ? oneFits(high) : both;
    farName.setOpacity(named ? 1 : 0);
    farLock.setIconSize((int) Math.round(farName.getFont().getSize()));
    farLock.setVisible(rest.isVisible() && farName.isVisible() && named);
    double aside = farLock.isVisible() ? farLock.getIconSize() + 3 : 0;
    farLock.relocate(0, PICTURE);
    farName.relocate(aside, PICTURE);
    farNumber.relocate(0, both ? PICTURE + high : PICTURE);
    showIfRoom(farNumber, PICTURE + high - BELOW);
  }

  private void showNorms(Snapshot snapshot) {
    if (farNumber.isVisible()) {
      farName.setText(norm.name());
      far = snapshot.gradNorm(learned.parameter());
    }
    if (line.isVisible()) {
      norm.show(snapshot.gradNorm(learned.parameter()));
      line.show(recent, desk.run().recentGradientNorms(learned.history(), recent));
    }
  }

  @Override
  protected void layoutChildren() {
    // many classes take the room of the history
    double above = Math.max(0, Math.min(ABOVE, answer.needed() - NORM_Y));
    double lower = Math.max(0, Math.min(answer.needed() - above, getHeight() - NormRow.HEIGHT) - NORM_Y);
    answer.view().resizeRelocate(0, -above, getWidth(), answer.complete() ? above + NORM_Y + lower : ANSWER);
    caption.relocate(0, CAPTION_Y);
    double missing = GRADIENTS_Y + GRADIENTS - getHeight(); // a low node leaves the words away, and keeps the picture off its foot
    caption.setOpacity(missing > TOLERANCE ? 0 : 1);
    double top = missing > TOLERANCE ? Math.max(CAPTION_Y, GRADIENTS_Y - missing) : GRADIENTS_Y;
    boolean only = onlyGradients();
    gradients.ifPresent(picture -> picture.resizeRelocate(0, only ? 0 : top, getWidth(), only ? ANSWER : GRADIENTS));
    rest.resizeRelocate(0, NORM_Y + lower + 2, getWidth(), NormRow.HEIGHT);
    norm.resizeRelocate(0, NORM_Y + lower, getWidth(), NormRow.HEIGHT);
    showIfRoom(norm, NORM_Y + lower + NormRow.HEIGHT);
    showIfRoom(line, needed() + lower);
    line.resizeRelocate(0, LINE_Y + lower, getWidth(), LINE);
    layoutFar();
  }
}
