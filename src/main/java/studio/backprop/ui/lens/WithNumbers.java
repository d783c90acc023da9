package studio.backprop.ui.lens;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Node;
import studio.backprop.train.NodeLook;
import studio.backprop.ui.lens.LensModel.Quantity;

/** A picture for the values and gradients of a node; its weights, and what has changed, are shown as plain numbers. */
final class WithNumbers implements InsideView {
  private final LensDesk desk;
  private final InsideView picture;
  private final InsideView numbers;
  private final StackPane place = new StackPane();

  WithNumbers(LensDesk desk, InsideView picture) {
    this.desk = desk;
    this.picture = picture;
    this.numbers = new GeneralInside(desk);
    place.getChildren().addAll(picture.region(), numbers.region());
  }

  @Override
  public Region region() {
    return place;
  }

  @Override
  public void show(Node node, NodeLook look) {
    Quantity quantity = desk.model().quantityProperty().get();
    boolean plain = quantity == Quantity.WEIGHTS || quantity == Quantity.CHANGE;
    picture.region().setVisible(!plain);
    numbers.region().setVisible(plain);
    (plain ? numbers : picture).show(node, look);
  }

  @Override
  public boolean takesReach() {
    return numbers.region().isVisible() || picture.takesReach();
  }

  @Override
  public boolean press(KeyCode key) {
    return picture.region().isVisible() && picture.press(key);
  }

  @Override
  public void leave() {
    picture.leave();
    numbers.leave();
  }
}
