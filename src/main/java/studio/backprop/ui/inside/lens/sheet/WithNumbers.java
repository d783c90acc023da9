package studio.backprop.ui.inside.lens.sheet;

import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** Picture of some quantities of a node; the others, such as weights and changes, are shown as plain numbers. */
public final class WithNumbers implements InsideView {
  private final LensDesk desk;
  private final InsideView picture;
  private final Set<Quantity> pictured;
  private final InsideView numbers;
  private final StackPane place = new StackPane();
  private InsideView shown;

  /** @param pictured quantities that the picture shows */
  public WithNumbers(LensDesk desk, InsideView picture, Set<Quantity> pictured) {
    this.desk = desk;
    this.picture = picture;
    this.pictured = pictured;
    this.numbers = new GeneralInside(desk);
    this.shown = picture;
  }

  @Override
  public Region region() {
    return place;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    shown = pictured.contains(desk.model().quantityProperty().get()) ? picture : numbers;
    if (!place.getChildren().contains(shown.region())) {
      place.getChildren().setAll(shown.region()); // the other would be laid out, and say what it shows
    }
    shown.show(node, look);
  }

  @Override
  public boolean takesReach() {
    return shown.takesReach();
  }

  @Override
  public boolean press(KeyCode key) {
    return shown.press(key);
  }

  @Override
  public void leave() {
    picture.leave();
    numbers.leave();
  }
}
