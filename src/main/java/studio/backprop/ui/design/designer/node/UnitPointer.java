package studio.backprop.ui.design.designer.node;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Influence;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.CellTexts;

/**
 * Overlay of a picture of units: reports the unit under the mouse, outlines the one that is hovered here or elsewhere, and marks the inputs
 * or outputs of the value under the mouse.
 */
final class UnitPointer extends Region {
  private static final int DIGITS = 4;

  private final CanvasDesk desk;
  private final int node;
  private final Node picture;
  private final UnitPlaces places;
  private final Rectangle ring = new Rectangle();
  private final Rectangle followed = new Rectangle();
  private boolean reads;
  /** Last position of the mouse. */
  private double x;
  private double y;
  /** Index of the weight under the mouse, −1 for none. */
  private int pointedWeight = -1;
  /** Created lazily: a canvas for every picture of a large network is costly. */
  private CellMarks marks;

  /** @param picture the sibling that it covers */
  UnitPointer(CanvasDesk desk, int node, Node picture, UnitPlaces places) {
    this.desk = desk;
    this.node = node;
    this.picture = picture;
    this.places = places;
    setManaged(false);
    ring.getStyleClass().add("unit-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    ring.setVisible(false);
    followed.getStyleClass().add("followed-ring");
    followed.setManaged(false);
    followed.setMouseTransparent(true);
    getChildren().addAll(ring, followed);
    for (ObservableValue<?> place : List.of(picture.layoutBoundsProperty(), picture.layoutXProperty(), picture.layoutYProperty())) {
      place.subscribe(this::cover);
    }
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, at -> leave());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::follow);
    sceneProperty().subscribe((before, now) -> read("")); // the picture is replaced while the mouse is on it
    ring(desk.focus().unit().in(node));
    mark(desk.focus().cell().influenceProperty().get());
    showFollowed();
  }

  private void point(MouseEvent at) {
    desk.focus().unit().point(node, places.unitAt(at.getX(), at.getY()));
    x = at.getX();
    y = at.getY();
    setCursor(places.aside(x, y).isEmpty() || !desk.setsWeights() ? null : Cursor.V_RESIZE);
    if (places.answers() && desk.run().runProperty().get() != null) {
      desk.focus().cell().point(desk.run().runProperty().get().project().network(), node, places.cellAt(at.getX(), at.getY()));
      read(words());
    } else if (!places.answers()) {
      pointedWeight = picture.isVisible() ? places.cellAt(at.getX(), at.getY()) : -1;
      read(words());
    }
  }

  /** A click on a number follows it, where supported. */
  private void follow(MouseEvent at) {
    int cell = places.cellAt(at.getX(), at.getY());
    if (at.getButton() == MouseButton.PRIMARY && at.isStillSincePress() && cell >= 0) {
      desk.focus().followed().choose(subject(cell));
    }
  }

  private Subject subject(int cell) {
    return places.parameter().map(name -> new Subject(desk.model().network().node(node).weights(), name, cell))
        .orElseGet(() -> new Subject(node, null, cell));
  }

  /** Bounds of the followed number, if shown here. */
  Optional<Box> placeOf(Subject number) {
    boolean here = picture.isVisible() && number.place() >= 0 && subject(number.place()).equals(number);
    return here ? places.cellPlace(number.place())
        .map(box -> new Box(box.x() + getLayoutX(), box.y() + getLayoutY(), box.width(), box.height()))
        : Optional.empty();
  }

  /** Outlines the numbers of the followed path. */
  void showFollowed() {
    Optional<Box> place = desk.focus().followed().pointedProperty().get().stream().map(this::placeOf).flatMap(Optional::stream).findFirst();
    followed.setVisible(place.isPresent());
    place.ifPresent(box -> ring(followed, new Box(box.x() - getLayoutX(), box.y() - getLayoutY(), box.width(), box.height())));
  }

  private String words() {
    String aside = places.aside(x, y);
    if (!aside.isEmpty()) {
      return aside;
    }
    if (!places.answers()) {
      return pointedWeight < 0 ? "" : weight(pointedWeight);
    }
    return desk.focus().cell().influenceProperty().get().flatMap(cell -> CellTexts.of(desk.lang(), desk.run(), cell)).orElse("");
  }

  private String weight(int cell) {
    float shown = places.shownAt(cell);
    String name = places.parameter().orElseThrow();
    String said = desk.lang().known("parameter." + name, name);
    return Float.isNaN(shown) ? "" : desk.lang().say(
        places.wording(), said, cell + 1, desk.model().network().node(node).name(),
        desk.lang().numbers().significant(shown, DIGITS));
  }

  private void leave() {
    pointedWeight = -1;
    x = -1;
    y = -1;
    desk.focus().leave();
    read("");
  }

  private void cover() {
    Bounds size = picture.getLayoutBounds();
    resizeRelocate(picture.getLayoutX(), picture.getLayoutY(), size.getWidth(), size.getHeight());
    showFollowed();
  }

  /** Updates the values, also in the reading line. */
  void refresh() {
    if (reads) {
      read(words());
    }
  }

  /** Shown in the line below the network, where it covers nothing. */
  private void read(String words) {
    if (reads || !words.isEmpty()) {
      reads = !words.isEmpty();
      desk.model().readingProperty().set(words.replace("\n", "  ·  "));
    }
  }

  void mark(Optional<Influence> influence) {
    Optional<BitSet> cells = influence.filter(all -> places.answers() && picture.isVisible()).flatMap(this::marked);
    if (cells.isEmpty() || !Sight.of(this)) {
      getChildren().remove(marks);
      marks = null;
      return;
    }
    if (marks == null) {
      marks = new CellMarks(desk, places);
      getChildren().add(0, marks);
      marks.resize(getWidth(), getHeight());
    }
    long count = desk.focus().cell().analysis().shape(node).map(Shape::count).orElse(0L);
    marks.show(cells.get(), count > 1 && cells.get().cardinality() == count, influence.get().node() == node ? Token.TERM_RIM
        : influence.get().before().containsKey(node) ? Token.GROUP_CONVOLUTION : Token.ACCENT_TEXT);
  }

  private Optional<BitSet> marked(Influence influence) {
    if (influence.node() != node) {
      return influence.in(node);
    }
    BitSet itself = new BitSet();
    itself.set(influence.place());
    return Optional.of(itself);
  }

  void ring(OptionalInt unit) {
    Optional<Box> place = unit.isPresent() ? places.placeOf(unit.getAsInt()) : Optional.empty();
    ring.setVisible(place.isPresent());
    place.ifPresent(box -> ring(ring, box));
  }

  private static void ring(Rectangle ring, Box place) {
    ring.setX(place.x());
    ring.setY(place.y());
    ring.setWidth(place.width());
    ring.setHeight(place.height());
  }
}
