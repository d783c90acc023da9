package studio.backprop.ui.watch.plots;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;

/** Common mouse and keyboard handling of output pictures, and their switch to an alternative view. */
final class PlotInteraction {
  private PlotInteraction() {}

  /**
   * Canvas with a read-out above it.
   *
   * @param read mouse position; moves the read-out
   * @param press mouse press
   */
  static StackPane pane(Painting painting, Readout readout, Consumer<MouseEvent> read, Consumer<MouseEvent> press, Consumer<KeyEvent> key) {
    painting.setFocusTraversable(true);
    painting.getStyleClass().add("focusable");
    painting.setOnMouseMoved(read::accept);
    painting.setOnMouseExited(e -> readout.hide());
    painting.setOnMousePressed(at -> {
      press.accept(at);
      at.consume(); // a scroll pane around it, in a small window, would take the focus
    });
    painting.addEventHandler(KeyEvent.KEY_PRESSED, key::accept);
    return new StackPane(painting, readout);
  }

  /** Labels a switch of alternative views; its help has the key with {@code .help}. */
  static void label(ToggleButton toggle, Lang lang, String key, Runnable changed) {
    toggle.textProperty().bind(lang.bind(key));
    toggle.getStyleClass().add("small");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    new Hints(lang).explain(toggle, key + ".help");
    toggle.selectedProperty().subscribe(changed);
  }
}
