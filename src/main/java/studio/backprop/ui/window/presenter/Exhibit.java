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
 * View of the window that can be presented; lent, not copied, so that it keeps its state.
 *
 * @param begin prepares it; returns the action that reverts this
 * @param letters smallest font size in px; displayed at 24 px
 * @param choice selector beside it, such as the lens of the network; empty for none
 * @param ground node that zooms and pans; pen strokes follow it
 * @param commands active while presented
 * @param alone whether to omit the run's metrics and output
 */
public record Exhibit(
    ObservableValue<String> titleKey, Icon icon, Region view, Supplier<Runnable> begin, double letters,
    Optional<Region> choice, Node ground, List<Command> commands,
    boolean alone) {
  /** Readable font size for a class, in px. */
  public static final double LARGE_LETTERS = 24;
  private static final double USUAL_LETTERS = 12;

  public static Exhibit of(String titleKey, Icon icon, Region view) {
    return of(new SimpleStringProperty(titleKey), icon, view);
  }

  public static Exhibit of(ObservableValue<String> titleKey, Icon icon, Region view) {
    return new Exhibit(titleKey, icon, view, () -> () -> {}, USUAL_LETTERS, Optional.empty(), view, List.of(), false);
  }

  public static Exhibit of(String titleKey, Icon icon, Region view, double letters) {
    return of(new SimpleStringProperty(titleKey), icon, view, letters);
  }

  public static Exhibit of(ObservableValue<String> titleKey, Icon icon, Region view, double letters) {
    return new Exhibit(titleKey, icon, view, () -> () -> {}, letters, Optional.empty(), view, List.of(), false);
  }

  /** Exhibit with metrics of its own; {@code begin} returns the action that reverts it. */
  public static Exhibit alone(String titleKey, Icon icon, Region view, Supplier<Runnable> begin) {
    return new Exhibit(new SimpleStringProperty(titleKey), icon, view, begin, USUAL_LETTERS, Optional.empty(), view, List.of(), true);
  }

  /** Takes it out of its place, which stays reserved; returns the action that puts it back. */
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
