package studio.backprop.ui.judge.evaluate;

import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Button that copies the figures of a page as CSV and confirms it. */
public final class CopyCsvButton extends Button {
  private static final Duration SAID = Duration.seconds(2);

  private final BooleanProperty copied = new SimpleBooleanProperty(this, "copied");

  /**
   * @param page name of the page: {@code copy-page} is the id, {@code page.copy.help} the tooltip
   * @param lacks whether there is nothing to copy
   * @param csv evaluated on each click
   */
  public CopyCsvButton(Lang lang, Hints hints, String page, ObservableValue<Boolean> lacks, Supplier<String> csv) {
    super(null, Icon.COPY.view());
    setId("copy-" + page);
    setMinWidth(USE_PREF_SIZE);
    PauseTransition shown = new PauseTransition(SAID);
    shown.setOnFinished(event -> copied.set(false));
    textProperty().bind(Bindings.when(copied).then(lang.bind("metrics.copied")).otherwise(lang.bind("metrics.copy")));
    disableProperty().bind(lacks);
    setOnAction(event -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, csv.get()));
      copied.set(true);
      shown.playFromStart();
    });
    hints.explain(this, page + ".copy.help");
  }
}
