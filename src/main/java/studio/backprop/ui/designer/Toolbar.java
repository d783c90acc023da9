package studio.backprop.ui.designer;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Segmented;

/** The bar over the canvas: which lens at the left, how large at the right. */
final class Toolbar extends HBox {
  /** From this width of the window on the tools have their words. */
  private static final double WIDE = 1440;

  private final Desk desk;
  private final Segmented<Lens> lens;
  /** The width from which on the lenses are named; below, they have their icons. */
  private double wordsFrom;
  /** The same of the tools whose icons are less known. */
  private double toolsFrom;
  private final List<Button> tools;
  private boolean named = true;
  private final Region gap = new Region();

  Toolbar(Desk desk) {
    this.desk = desk;
    DesignerModel model = desk.model();
    getStyleClass().add("designer-bar");
    setPickOnBounds(false);
    lens = new Segmented<Lens>(desk.lang().bind("lens.name"))
        .add(Lens.STRUCTURE, desk.lang().bind("lens.structure"), Icon.STRUCTURE)
        .add(Lens.ACTIVATIONS, desk.lang().bind("lens.activations"), Icon.ACTIVATIONS)
        .add(Lens.GRADIENTS, desk.lang().bind("lens.gradients"), Icon.GRADIENTS)
        .add(Lens.WEIGHTS, desk.lang().bind("lens.weights"), Icon.WEIGHTS)
        .add(Lens.CHANGE, desk.lang().bind("lens.change"), Icon.CHANGE)
        .add(Lens.DIFFERENCE, desk.lang().bind("lens.difference"), Icon.DIFFERENCE);
    for (Lens choice : EnumSet.range(Lens.STRUCTURE, Lens.CHANGE)) {
      String digit = String.valueOf(choice.ordinal() + 1);
      lens.explain(choice, desk.hints(), KeyCombination.valueOf(digit), "lens.see." + choice.name().toLowerCase(Locale.ROOT));
    }
    ObservableValue<Boolean> comparable = desk.run().branches().comparison().pairProperty().map(Optional::isPresent);
    lens.explain(Lens.DIFFERENCE, desk.hints(), comparable.map(Toolbar::meaningOfDifference));
    lens.allow(Lens.DIFFERENCE, comparable);
    lens.offerLast(comparable);
    lens.valueProperty().bindBidirectional(model.lensProperty());
    lens.valueProperty().subscribe(chosen -> name(named));
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
    getChildren().addAll(lens, gap, smaller, size, larger, fit, tidy);
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

  /** What is left between the lenses and the tools at the right. */
  Box gap() {
    return new Box(gap.getLayoutX(), 0, gap.getWidth(), getHeight());
  }

  /** Where there is little room only the chosen lens has its name. */
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

  private static Message meaningOfDifference(boolean comparable) {
    String key = String.valueOf(Lens.DIFFERENCE.ordinal() + 1);
    return comparable ? Message.of("kit.tip", Message.of("lens.see.difference"), key) : Message.of("lens.difference.no_pair", key);
  }

  private Button button(Icon icon, String key, String keys, Runnable action) {
    Button button = new Button(null, icon == null ? null : icon.view());
    button.getStyleClass().add("icon-only");
    button.setOnAction(event -> action.run());
    desk.hints().explain(button, KeyCombination.valueOf(keys), key);
    return button;
  }
}
