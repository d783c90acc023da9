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

/** What pictures of answers have in common: they are pointed at, pressed and walked over by keys, and may be seen in a second way. */
final class PlotInteraction {
  private PlotInteraction() {}

  /**
   * A painting under its read-out.
   *
   * @param read where the mouse is; the read-out goes with it
   * @param press where it is pressed
   */
  static StackPane pane(Painting painting, Readout readout, Consumer<MouseEvent> read, Consumer<MouseEvent> press, Consumer<KeyEvent> key) {
    painting.setFocusTraversable(true);
    painting.getStyleClass().add("focusable");
    painting.setOnMouseMoved(read::accept);
    painting.setOnMouseExited(e -> readout.hide());
    painting.setOnMousePressed(at -> {
      press.accept(at);
      at.consume(); // in a small window a pane that scrolls is around it, and would take the focus
    });
    painting.addEventHandler(KeyEvent.KEY_PRESSED, key::accept);
    return new StackPane(painting, readout);
  }

  /** Labels a small switch between two ways of seeing the same; its help stands under the key with {@code .help}. */
  static void label(ToggleButton toggle, Lang lang, String key, Runnable changed) {
    toggle.textProperty().bind(lang.bind(key));
    toggle.getStyleClass().add("small");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    new Hints(lang).explain(toggle, key + ".help");
    toggle.selectedProperty().subscribe(changed);
  }
}
