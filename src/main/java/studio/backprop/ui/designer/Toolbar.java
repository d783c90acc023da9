package studio.backprop.ui.designer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Segmented;

/** The bar over the canvas: which lens at the left, how large at the right. */
final class Toolbar extends HBox {
  private final Desk desk;
  private final Segmented<Lens> lens;
  /** The width from which on the lenses are named; below, they have their icons. */
  private double wordsFrom;
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
