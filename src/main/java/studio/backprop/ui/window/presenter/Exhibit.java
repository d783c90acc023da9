package studio.backprop.ui.window.presenter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/**
 * A view of the window that can be presented. It is lent, not copied, so that it keeps its state.
 *
 * @param titleKey what it is called, which may change with the data
 * @param icon its sign
 * @param view the view itself
 * @param begin prepares it for the larger place, and answers what undoes that
 * @param letters the size of its smallest letters, in px; a class sees them at 24 px
 * @param choice what can be chosen in it, beside the network a lens; empty where there is no choice
 * @param ground what zooms and moves within the view: what is drawn on it follows
 * @param commands what its keys do while it is presented
 * @param alone whether it says itself how far and how well: then neither the run's figures nor its output stand beside it
 */
public record Exhibit(
    ObservableValue<String> titleKey, Icon icon, Region view, Supplier<Runnable> begin, double letters,
    Optional<Region> choice, Node ground, List<Command> commands,
    boolean alone) {
  /** What a class can read, in px. */
  public static final double LARGE_LETTERS = 24;
  private static final double USUAL_LETTERS = 12;

  public static Exhibit of(String titleKey, Icon icon, Region view) {
    return of(new SimpleStringProperty(titleKey), icon, view);
  }

  public static Exhibit of(ObservableValue<String> titleKey, Icon icon, Region view) {
    return new Exhibit(titleKey, icon, view, () -> () -> {}, USUAL_LETTERS, Optional.empty(), view, List.of(), false);
  }

  /** @param letters the size of its smallest letters, in px */
  public static Exhibit of(String titleKey, Icon icon, Region view, double letters) {
    return of(new SimpleStringProperty(titleKey), icon, view, letters);
  }

  /** @param letters the size of its smallest letters, in px */
  public static Exhibit of(ObservableValue<String> titleKey, Icon icon, Region view, double letters) {
    return new Exhibit(titleKey, icon, view, () -> () -> {}, letters, Optional.empty(), view, List.of(), false);
  }

  /** One that says itself how far and how well. @param begin prepares it, and answers what undoes that */
  public static Exhibit alone(String titleKey, Icon icon, Region view, Supplier<Runnable> begin) {
    return new Exhibit(new SimpleStringProperty(titleKey), icon, view, begin, USUAL_LETTERS, Optional.empty(), view, List.of(), true);
  }

  /** Takes it out of its place, if it has one, which stays free, and answers what brings it back. */
  Runnable lend() {
    if (view.getParent() == null) {
      return () -> {};
    }
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
