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

/** Part of a node between settings and footer: a picture, and in some lenses statistics. */
abstract class NodePane extends Region {
  /** Height of the pictures, in whose middle the ports are. */
  static final double PICTURE = 88;
  static final double TOLERANCE = 2;

  private final List<UnitPointer> pointers = new ArrayList<>();

  NodePane() {
    setManaged(false);
    setPickOnBounds(false);
  }

  /** Called after a change of shape, colours or language. */
  abstract void redraw();

  /** Makes the units of a picture respond to the mouse. The picture must be a child already. */
  final void pointAt(CanvasDesk desk, int node, Node picture, UnitPlaces places) {
    UnitPointer pointer = new UnitPointer(desk, node, picture, places);
    pointers.add(pointer);
    getChildren().add(pointer);
  }

  /** Unit of an opened node at a scene point. */
  Optional<UnitSpot> spotAt(double sceneX, double sceneY) {
    return Optional.empty();
  }

  /** Outlines the unit under the pointer. */
  final void showPointed(OptionalInt unit) {
    pointers.forEach(pointer -> pointer.ring(unit));
  }

  /** Marks the inputs or outputs of the number under the mouse. */
  final void showInfluence(Optional<Influence> influence) {
    pointers.forEach(pointer -> pointer.mark(influence));
  }

  /** Outlines the element under the pointer on the followed path. */
  final void showFollowed() {
    pointers.forEach(UnitPointer::showFollowed);
  }

  /** Bounds of a number in this pane, if shown. */
  final Optional<Box> placeOf(Subject number) {
    return pointers.stream().map(pointer -> pointer.placeOf(number)).flatMap(Optional::stream).findFirst();
  }

  /** Updates the reading line. */
  final void sayPointed() {
    pointers.forEach(UnitPointer::refresh);
  }

  /** Caption in place of the node's settings, while the picture shows what the lens does not name. */
  Optional<String> pictureName() {
    return Optional.empty();
  }

  /** Height at which it shows everything. */
  double needed() {
    return PICTURE;
  }

  /** Lower edge of the large letters, after layout. */
  double simpleBottom() {
    return PICTURE;
  }

  /** Whether the header takes two lines, of which the second extends into the pane. */
  void standLow(boolean low) {}

  /** Shows only the main picture, for zooming out. */
  void simplify(boolean simple) {}

  /**
   * Hides a part that does not fit a low node.
   *
   * @param bottom lower edge of the part
   */
  final void showIfRoom(javafx.scene.Node part, double bottom) {
    boolean room = bottom <= getHeight() + TOLERANCE;
    part.setOpacity(room ? 1 : 0); // visibility depends on zoom and training
    part.setMouseTransparent(!room);
  }

  /** Shows the newest training state. Called often: must avoid layout and allocation. */
  abstract void refresh();

  static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    return text;
  }
}
