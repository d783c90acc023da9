package studio.backprop.ui.design.designer;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Icon;

/** Toolbar of the canvas: lenses at the left, zoom at the right. */
final class Toolbar extends HBox {
  /** Width of the window from which the tools have labels. */
  private static final double WIDE = 1440;

  private final CanvasDesk desk;
  private final LensSwitch lens;
  /** Width from which the lenses have labels instead of icons. */
  private double wordsFrom;
  /** The same for the tools, whose icons are less known. */
  private double toolsFrom;
  private final List<Button> tools;
  private boolean named = true;
  private final Region gap = new Region();
  private final Button draw = new Button(null, Icon.RENAME.view());

  Toolbar(CanvasDesk desk) {
    this.desk = desk;
    DesignerModel model = desk.model();
    getStyleClass().add("designer-bar");
    setPickOnBounds(false);
    lens = new LensSwitch(desk);
    model.lensProperty().subscribe(chosen -> name(named));
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
    fit.textProperty().bind(desk.lang().bind("zoom.fit.short"));
    tidy.textProperty().bind(desk.lang().bind("zoom.tidy.short"));
    tools = List.of(fit, tidy);
    desk.lang().textsProperty().subscribe(texts -> { // other words, another width
      toolsFrom = 0;
      name(true);
    });
    draw.setId("draw-example");
    draw.setVisible(false);
    draw.managedProperty().bind(draw.visibleProperty());
    draw.textProperty().bind(desk.lang().bind("pad.open"));
    draw.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(lens, gap, draw, smaller, size, larger, fit, tidy);
  }

  /** Action of the button for drawing an example, while it is possible. */
  void onDraw(KeyCombination key, ObservableValue<Boolean> possible, Runnable action) {
    draw.setOnAction(event -> action.run());
    desk.hints().explain(draw, key, "pad.open.help");
    possible.subscribe(draw::setVisible);
  }

  @Override
  protected void layoutChildren() {
    boolean wide = getScene() != null && getScene().getWidth() >= WIDE;
    nameTools(wide && getWidth() >= toolsFrom);
    if (wide && getWidth() >= toolsFrom && getWidth() < prefWidth(-1)) {
      toolsFrom = prefWidth(-1);
      nameTools(false);
    }
    boolean words = named;
    if (words && getWidth() < prefWidth(-1)) {
      wordsFrom = prefWidth(-1);
      name(false);
    } else if (!words && getWidth() >= wordsFrom) {
      name(true);
    }
    super.layoutChildren();
  }

  /** Restricts the choice of lenses; empty hides it. */
  void offerLenses(List<Lens> some) {
    lens.offerOnly(some);
    lens.setVisible(!some.isEmpty());
  }

  /** Room between the lenses and the tools. */
  Box gap() {
    return new Box(gap.getLayoutX(), 0, gap.getWidth(), getHeight());
  }

  /** With little room only the chosen lens has a label. */
  private void name(boolean words) {
    named = words;
    lens.getChildren().stream().map(ToggleButton.class::cast)
        .forEach(choice -> choice.setContentDisplay(words || choice.isSelected() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
  }

  private void nameTools(boolean words) {
    ContentDisplay wanted = words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    for (Button tool : tools) {
      if (tool.getContentDisplay() != wanted) {
        tool.setContentDisplay(wanted);
        tool.getStyleClass().remove("icon-only");
        if (!words) {
          tool.getStyleClass().add("icon-only");
        }
      }
    }
  }

  private Button button(Icon icon, String key, String keys, Runnable action) {
    Button button = new Button(null, icon == null ? null : icon.view());
    button.getStyleClass().add("icon-only");
    button.setOnAction(event -> action.run());
    desk.hints().explain(button, KeyCombination.valueOf(keys), key);
    return button;
  }
}
