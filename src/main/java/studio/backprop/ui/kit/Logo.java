package studio.backprop.ui.kit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Logo: four fully connected nodes, values in white, gradients in orange. In the colours of the light theme, as on the desktop. */
public final class Logo extends Pane {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

  private final double side;

  /** @param side in px */
  public Logo(double side) {
    this.side = side;
    Color gradient = Theme.DARK.palette().signed().color(-1);
    getChildren().addAll(
        plate(), wire(0.31, 0.69), wire(0.69, 0.31),
        node(0.26, 0.31, Color.WHITE), node(0.26, 0.69, Color.WHITE), node(0.74, 0.31, gradient), node(0.74, 0.69, gradient));
    setMinSize(side, side);
    setMaxSize(side, side);
    setMouseTransparent(true);
  }

  private Rectangle plate() {
    Rectangle plate = new Rectangle(side, side, Theme.LIGHT.palette().signed().color(1));
    plate.setArcWidth(side / 2);
    plate.setArcHeight(side / 2);
    return plate;
  }

  private Line wire(double fromY, double toY) {
    Line line = new Line(side * 0.26, side * fromY, side * 0.74, side * toY);
    line.setStroke(Theme.LIGHT.palette().signed().color(0.2));
    line.setStrokeWidth(side * 0.055);
    return line;
  }

  private Circle node(double x, double y, Color color) {
    return new Circle(side * x, side * y, side * 0.105, color);
  }

  /** Window and task bar icons, small to large. */
  public static List<Image> images() {
    return IntStream.of(SIZES).mapToObj(size -> new Image(Logo.class.getResource(file(size)).toExternalForm())).toList();
  }

  static int[] sizes() {
    return SIZES.clone();
  }

  static String file(int size) {
    return "/icons/backprop-" + size + ".png";
  }
}
