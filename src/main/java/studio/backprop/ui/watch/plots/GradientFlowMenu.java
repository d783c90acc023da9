package studio.backprop.ui.watch.plots;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Menu of the gradient flow: range of steps, colour scale, and size. */
final class GradientFlowMenu {
  private final Lang lang;
  private final ContextMenu menu = new ContextMenu();
  private Node place;

  GradientFlowMenu(GradientFlowModel model, Lang lang, Runnable enlarge) {
    this.lang = lang;
    choice(model.stretchProperty(), GradientFlowModel.Stretch.RECENT, "plots.stretch_recent");
    choice(model.stretchProperty(), GradientFlowModel.Stretch.ALL, "plots.stretch_all");
    menu.getItems().add(new SeparatorMenuItem());
    choice(model.coloursProperty(), GradientFlowModel.Colours.NETWORK, "plots.colours_network");
    choice(model.coloursProperty(), GradientFlowModel.Colours.ROW, "plots.colours_row");
    MenuItem larger = new MenuItem(null, Icon.FULL_SCREEN.view());
    larger.textProperty().bind(lang.bind("plots.enlarge"));
    larger.setOnAction(event -> enlarge.run());
    menu.getItems().addAll(new SeparatorMenuItem(), larger);
  }

  private <T> void choice(ObjectProperty<T> property, T value, String key) {
    RadioMenuItem item = new RadioMenuItem();
    item.textProperty().bind(lang.bind(key));
    item.setOnAction(event -> property.set(value));
    property.subscribe(now -> item.setSelected(now == value));
    menu.getItems().add(item);
  }

  /** Context menu for mouse and keyboard. @param place supplies the style sheets */
  void showOn(Node place) {
    this.place = place;
    place.setOnContextMenuRequested(event -> {
      menu.show(place, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  Button button() {
    Button button = new Button(null, Icon.MORE.view());
    button.getStyleClass().addAll("bare", "icon-only", "small");
    new Hints(lang).explain(button, "plots.more");
    button.setOnAction(event -> {
      Bounds at = button.localToScreen(button.getBoundsInLocal());
      menu.show(place, at.getMinX(), at.getMaxY());
    });
    return button;
  }
}
