package studio.backprop.ui.kit;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/** Progress ring, filled clockwise, with a number inside; a check mark when complete. */
public final class ProgressRing extends StackPane {
  private static final double WHOLE = 360;
  private static final double TOP = 90;

  /**
   * @param size diameter in px
   * @param done in [0, 1]; the number is displayed while incomplete
   */
  public ProgressRing(double size, double done, String number) {
    double radius = size / 2 - 2;
    Circle track = new Circle(radius);
    track.getStyleClass().add("track");
    Arc arc = new Arc(0, 0, radius, radius, TOP, -WHOLE * Math.max(0, Math.min(1, done)));
    arc.setType(ArcType.OPEN);
    arc.getStyleClass().add("filled");
    Circle whole = new Circle(radius);
    whole.getStyleClass().add("filled");
    Stream.of(track, arc, whole).forEach(shape -> shape.setFill(null)); // black until the styles are applied
    // the arc turns about its centre: the pane would centre its visible part
    arc.setManaged(false);
    arc.setCenterX(size / 2);
    arc.setCenterY(size / 2);
    Node middle = done >= 1 ? Icon.CHECK.view() : text(number);
    getStyleClass().add("progress-ring");
    getChildren().addAll(track, done >= 1 ? whole : arc, middle);
    setMinSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  private static Text text(String number) {
    Text text = new Text(number);
    text.getStyleClass().add("number");
    return text;
  }
}
