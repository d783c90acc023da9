package studio.backprop.ui.design.designer;

import java.util.Optional;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Hand;

/** Rubber band of a selection. */
final class MarqueeView extends Rectangle {
  MarqueeView(Hand hand) {
    getStyleClass().add("marquee");
    setManaged(false);
    setMouseTransparent(true);
    hand.frameProperty().subscribe(this::show);
  }

  private void show(Optional<Box> drawn) {
    setVisible(drawn.isPresent());
    drawn.ifPresent(box -> {
      setX(box.x());
      setY(box.y());
      setWidth(box.width());
      setHeight(box.height());
    });
  }
}
