package studio.backprop.ui.designer;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Icon;

/** The bar over the canvas: which lens at the left, how large at the right. */
final class Toolbar extends HBox {
  private final Desk desk;
  private final LensSwitch lens;
  /** The width from which on the lenses are named; below, they have their icons. */
  private double wordsFrom;
  private final Region gap = new Region();

  Toolbar(Desk desk) {
    this.desk = desk;
    DesignerModel model = desk.model();
    getStyleClass().add("designer-bar");
    setPickOnBounds(false);
    lens = new LensSwitch(desk);
    desk.lang().textsProperty().subscribe(texts -> name(true)); // other words, another width
    gap.setMouseTransparent(true);
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button size = button(null, "zoom.actual", "Shortcut+0", model.camera()::actualSize);
    size.getStyleClass().setAll("button", "zoom-size");
    size.textProperty().bind(Bindings.createStringBinding(
        () -> desk.lang().numbers().percent(model.camera().zoom()), model.camera().zoomProperty(), desk.lang().numbersProperty()));
    Button fit = button(Icon.FIT, "zoom.fit", "F", model::showAll);
    Button smaller = button(Icon.MINUS, "zoom.out", "Shortcut+Minus", model.camera()::zoomOut);
    Button larger = button(Icon.PLUS, "zoom.in", "Shortcut+Plus", model.camera()::zoomIn);
    Button tidy = button(Icon.TIDY, "zoom.tidy", "T", model::tidy);
    getChildren().addAll(lens, gap, smaller, size, larger, fit, tidy);
  }

  @Override
  protected void layoutChildren() {
    boolean words = named();
    if (words && getWidth() < prefWidth(-1)) {
      wordsFrom = prefWidth(-1);
      name(false);
    } else if (!words && getWidth() >= wordsFrom) {
      name(true);
    }
    super.layoutChildren();
  }

  /** What is left between the lenses and the tools at the right. */
  Box gap() {
    return new Box(gap.getLayoutX(), 0, gap.getWidth(), getHeight());
  }

  private boolean named() {
    return ((Labeled) lens.getChildren().get(0)).getContentDisplay() == ContentDisplay.LEFT;
  }

  private void name(boolean words) {
    lens.getChildren().forEach(choice -> ((Labeled) choice).setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
  }

  private Button button(Icon icon, String key, String keys, Runnable action) {
    Button button = new Button(null, icon == null ? null : icon.view());
    button.getStyleClass().add("icon-only");
    button.setOnAction(event -> action.run());
    desk.hints().explain(button, KeyCombination.valueOf(keys), key);
    return button;
  }
}
