package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Scale;

/** Transparent colours over the units of a picture of tokens or values. */
final class Tint extends Region {
  /** Opacity of the strongest colour; an attribution of 0 has none. */
  private static final double OPACITY = 0.6;
  private static final double ROUND = 4;

  private final UnitPlaces places;
  private final List<Rectangle> rectangles = new ArrayList<>();
  private int count;

  Tint(UnitPlaces places) {
    this.places = places;
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Sets the colours.
   *
   * @param values by unit; empty for no colours
   * @param largest value of the strongest colour
   */
  void show(float[] values, float largest, Scale scale) {
    while (rectangles.size() < values.length) {
      Rectangle rectangle = new Rectangle();
      rectangle.setManaged(false);
      rectangle.setArcWidth(ROUND);
      rectangle.setArcHeight(ROUND);
      rectangles.add(rectangle);
      getChildren().add(rectangle);
    }
    count = values.length;
    for (int i = 0; i < count; i++) {
      double share = largest == 0 ? 0 : values[i] / largest;
      rectangles.get(i).setFill(scale.color(Math.signum(share)));
      rectangles.get(i).setOpacity(OPACITY * Math.min(1, Math.abs(share)));
    }
    lie();
  }

  /** Aligns the colours with the units. */
  void lie() {
    for (int i = 0; i < rectangles.size(); i++) {
      Rectangle rectangle = rectangles.get(i);
      Optional<Box> place = i < count ? places.placeOf(i) : Optional.empty();
      rectangle.setVisible(place.isPresent());
      if (place.isPresent()) {
        rectangle.setX(place.get().x());
        rectangle.setY(place.get().y());
        rectangle.setWidth(place.get().width());
        rectangle.setHeight(place.get().height());
      }
    }
  }
}
