package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import studio.backprop.generative.GeneratorView;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.run.Run;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.GeneratorModel;
import studio.backprop.ui.workspace.run.LatentGridImage;

/** Pane of a GAN's input as points: the noise z, of which one can be dragged to move its G(z), or the real examples. */
final class PointsPane extends NodePane {
  private static final double DOT = 1.6;
  /** Around the selected z. */
  private static final double RING = 3.5;
  private static final double MAX_LARGER = 2.2;
  private static final double PICK_RADIUS = 8;

  private final CanvasDesk desk;
  private final GeneratorModel generator;
  private final boolean noise;
  private final Painting painting = new Painting(this::paint);
  private GeneratorView seen;
  private LatentGridImage bent;
  private OptionalInt point = OptionalInt.empty();
  private double side = 1;
  /** Scale of the dots when zoomed out. */
  private double larger = 1;

  private PointsPane(CanvasDesk desk, boolean noise) {
    this.desk = desk;
    this.generator = desk.run().generator();
    this.noise = noise;
    painting.setManaged(false);
    getChildren().add(painting);
    if (noise) {
      painting.setOnMousePressed(this::drag);
      painting.setOnMouseDragged(this::drag);
      painting.setOnMouseReleased(MouseEvent::consume);
      painting.setOnMouseMoved(this::look);
      painting.setOnMouseExited(away -> generator.pointProperty().set(OptionalInt.empty()));
      desk.hints().explain(painting, "pane.noise.help");
    } else {
      painting.setMouseTransparent(true);
    }
  }

  /** Empty unless the node is an input of two values. */
  static Optional<NodePane> of(CanvasDesk desk, Node node, Run run) {
    if (!node.layer().isInput() || !run.data().dataset().isPoints()) {
      return Optional.empty();
    }
    Analysis known = run.project().network().analyse();
    return AdversarialRoles.of(run.project().network()).filter(roles -> roles.noise().id() == node.id() || roles.real().id() == node.id())
        .filter(roles -> known.shape(node.id()).filter(shape -> shape.count() == 2).isPresent())
        .map(roles -> new PointsPane(desk, roles.noise().id() == node.id()));
  }

  @Override
  void redraw() {
    larger = Math.min(MAX_LARGER, Detail.letters(desk.model().camera().zoom()) / (double) Detail.DEFAULT_LETTERS);
    seen = generator.lookProperty().get();
    bent = generator.bentProperty().get();
    point = generator.pointProperty().get();
    painting.repaint();
  }

  @Override
  void refresh() {
    boolean same = seen == generator.lookProperty().get() && bent == generator.bentProperty().get()
        && point.equals(generator.pointProperty().get());
    if (!same) {
      redraw();
    }
  }

  @Override
  protected void layoutChildren() {
    side = Math.max(1, Math.min(getWidth(), Math.max(PICTURE, getHeight())));
    painting.resizeRelocate((getWidth() - side) / 2, Math.max(0, (PICTURE - side) / 2), side, side);
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeRect(0.5, 0.5, width - 1, height - 1);
    if (seen == null) {
      return;
    }
    if (noise && generator.bendsProperty().get()) {
      for (int line = 1; line < LatentGridImage.SIDE - 1; line++) {
        double at = line * width / (LatentGridImage.SIDE - 1);
        g.strokeLine(at, 0, at, height);
        g.strokeLine(0, at, width, at);
      }
    }
    g.setFill(palette.color(noise ? Token.TIME : Token.FG));
    float[] places = noise ? seen.z() : seen.real();
    for (int i = 0; i < places.length / 2; i++) {
      dot(g, x(places[2 * i]), y(places[2 * i + 1]), DOT * Math.sqrt(larger));
    }
    if (noise) {
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(1.5 * larger);
      int told = generator.told();
      double radius = RING * larger;
      g.strokeOval(x(seen.z()[2 * told]) - radius, y(seen.z()[2 * told + 1]) - radius, 2 * radius, 2 * radius);
      g.setFill(palette.color(Token.ACCENT));
      generator.chosenProperty().get().ifPresent(chosen -> dot(g, x(chosen[0]), y(chosen[1]), 2 * DOT * larger));
    }
  }

  private static void dot(GraphicsContext g, double x, double y, double radius) {
    g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private double low(int axis) {
    return noise ? -generator.reach() : seen.low()[axis];
  }

  private double high(int axis) {
    return noise ? generator.reach() : seen.high()[axis];
  }

  private double x(double value) {
    return side * (value - low(0)) / (high(0) - low(0));
  }

  private double y(double value) {
    return side * (high(1) - value) / (high(1) - low(1));
  }

  private void drag(MouseEvent at) {
    double reach = generator.reach();
    float across = (float) Math.max(-reach, Math.min(reach, reach * (2 * at.getX() / side - 1)));
    float up = (float) Math.max(-reach, Math.min(reach, reach * (1 - 2 * at.getY() / side)));
    generator.chosenProperty().set(at.getClickCount() > 1 ? Optional.empty() : Optional.of(new float[] {across, up}));
    redraw();
    at.consume();
  }

  private void look(MouseEvent at) {
    if (seen == null) {
      return;
    }
    int nearest = -1;
    double least = PICK_RADIUS * larger;
    for (int i = 0; i < seen.points(); i++) {
      double distance = Math.hypot(x(seen.z()[2 * i]) - at.getX(), y(seen.z()[2 * i + 1]) - at.getY());
      nearest = distance < least ? i : nearest;
      least = Math.min(least, distance);
    }
    generator.pointProperty().set(nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest));
    redraw();
  }
}
