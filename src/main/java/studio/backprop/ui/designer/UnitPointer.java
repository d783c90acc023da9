package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Lies over a picture of a layer's units: says which of them the mouse is on, and rings the one that is pointed at, here or elsewhere. */
final class UnitPointer extends Region {
  private final Node picture;
  private final UnitPlaces places;
  private final Rectangle ring = new Rectangle();

  /** @param picture what it lies over, in the same parent */
  UnitPointer(Desk desk, int node, Node picture, UnitPlaces places) {
    this.picture = picture;
    this.places = places;
    setManaged(false);
    ring.getStyleClass().add("unit-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    ring.setVisible(false);
    getChildren().add(ring);
    for (ObservableValue<?> place : List.of(picture.layoutBoundsProperty(), picture.layoutXProperty(), picture.layoutYProperty())) {
      place.subscribe(this::cover);
    }
    addEventHandler(MouseEvent.MOUSE_MOVED, at -> desk.run().pointed().point(node, places.unitAt(at.getX(), at.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, at -> desk.run().pointed().leave());
    ring(desk.run().pointed().in(node));
  }

  private void cover() {
    Bounds size = picture.getLayoutBounds();
    resizeRelocate(picture.getLayoutX(), picture.getLayoutY(), size.getWidth(), size.getHeight());
  }

  void ring(OptionalInt unit) {
    Optional<Box> place = unit.isPresent() ? places.placeOf(unit.getAsInt()) : Optional.empty();
    ring.setVisible(place.isPresent());
    place.ifPresent(this::ring);
  }

  private void ring(Box place) {
    ring.setX(place.x());
    ring.setY(place.y());
    ring.setWidth(place.width());
    ring.setHeight(place.height());
  }
}
