package studio.backprop.ui.presenter;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Icon;

/**
 * A view of the window that can be presented. It is lent, not copied, so that it keeps its state.
 *
 * @param titleKey what it is called, which may change with the data
 * @param icon its sign
 * @param view the view itself
 * @param begin prepares it for the larger place, and answers what undoes that
 */
public record Exhibit(ObservableValue<String> titleKey, Icon icon, Region view, Supplier<Runnable> begin) {
  public static Exhibit of(String titleKey, Icon icon, Region view) {
    return of(new SimpleStringProperty(titleKey), icon, view);
  }

  public static Exhibit of(ObservableValue<String> titleKey, Icon icon, Region view) {
    return new Exhibit(titleKey, icon, view, () -> () -> {});
  }

  /** Takes it out of its place, which stays free, and answers what brings it back. */
  Runnable lend() {
    Pane home = (Pane) view.getParent();
    Region place = new Region();
    place.setMinWidth(view.getWidth());
    place.setPrefHeight(view.getHeight());
    HBox.setHgrow(place, HBox.getHgrow(view));
    VBox.setVgrow(place, Priority.ALWAYS);
    home.getChildren().set(home.getChildren().indexOf(view), place);
    boolean visible = view.isVisible();
    view.setVisible(true);
    Runnable undo = begin.get();
    return () -> {
      view.setVisible(visible);
      home.getChildren().set(home.getChildren().indexOf(place), view);
      undo.run();
    };
  }
}
