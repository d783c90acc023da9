package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Influence;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.UnitSpot;

/** The part of a node between its settings and its footer: a picture, and in some lenses numbers. */
abstract class NodePane extends Region {
  /** The pictures' height: the ports are at its middle. */
  static final double PICTURE = 88;
  static final double TOLERANCE = 2;

  private final List<UnitPointer> pointers = new ArrayList<>();

  NodePane() {
    setManaged(false);
    setPickOnBounds(false);
  }

  /** The shape, the colours or the language are other ones now. */
  abstract void redraw();

  /** Lets the mouse point at single units in a picture of the node. To be called once the picture is among the children. */
  final void pointAt(CanvasDesk desk, int node, Node picture, UnitPlaces places) {
    UnitPointer pointer = new UnitPointer(desk, node, picture, places);
    pointers.add(pointer);
    getChildren().add(pointer);
  }

  /** The unit of an opened node at a place of the scene. */
  Optional<UnitSpot> spotAt(double sceneX, double sceneY) {
    return Optional.empty();
  }

  /** Rings the unit that is pointed at. */
  final void showPointed(OptionalInt unit) {
    pointers.forEach(pointer -> pointer.ring(unit));
  }

  /** Marks what the number under the mouse was made from, or goes into. */
  final void showInfluence(Optional<Influence> influence) {
    pointers.forEach(pointer -> pointer.mark(influence));
  }

  /** Outlines the element under the pointer on the followed path. */
  final void showFollowed() {
    pointers.forEach(UnitPointer::showFollowed);
  }

  /** Where a number stands in this pane, if it is shown. */
  final Optional<Box> placeOf(Subject number) {
    return pointers.stream().map(pointer -> pointer.placeOf(number)).flatMap(Optional::stream).findFirst();
  }

  /** Says again what stands under the mouse. */
  final void sayPointed() {
    pointers.forEach(UnitPointer::refresh);
  }

  /** What is said in place of the settings of the node, as long as its picture shows something that the lens does not name. */
  Optional<String> pictureName() {
    return Optional.empty();
  }

  /** How high it is with all that it shows. */
  double needed() {
    return PICTURE;
  }

  /** Where what is read from far away ends, once it has its size. */
  double simpleBottom() {
    return PICTURE;
  }

  /** Whether what is said over it takes two lines, of which the second reaches into it. */
  void standLow(boolean low) {}

  /** Leaves everything but the main picture away, or brings it back. */
  void simplify(boolean simple) {}

  /** Leaves a part away that a low node has no room for. @param bottom how far down it reaches */
  final void showIfRoom(javafx.scene.Node part, double bottom) {
    boolean room = bottom <= getHeight() + TOLERANCE;
    part.setOpacity(room ? 1 : 0); // whether it is visible is up to the zoom and the training
    part.setMouseTransparent(!room);
  }

  /** Shows the newest state of training. Called often: nothing may be laid out or allocated here without need. */
  abstract void refresh();

  static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    return text;
  }
}
