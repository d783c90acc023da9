package studio.backprop.ui.plots;

import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** The plots side by side along the bottom of the window, with rules between them. The output view may stand elsewhere. */
public final class DockView extends HBox {
  private final OutputView output;

  public DockView(PlotsModel plots, Lang lang, ThemeModel theme) {
    CompletableFuture<ChartLook> look = ChartLook.load();
    getStyleClass().add("dock");
    add(new CurveView(plots.loss(), plots, lang, theme, look));
    add(new CurveView(plots.measure(), plots, lang, theme, look));
    add(new FlowView(plots, lang, theme));
    output = new OutputView(plots, lang, theme);
    takeOutput();
  }

  /** The output view, for another place; {@link #takeOutput} brings it back. */
  public Region giveOutput() {
    getChildren().remove(output);
    return output;
  }

  /** Puts the output view at the right end. */
  public void takeOutput() {
    add(output);
  }

  private void add(Region plot) {
    HBox.setHgrow((Node) plot, Priority.ALWAYS);
    plot.setPrefWidth(0);
    plot.setMinWidth(0);
    if (getChildren().isEmpty()) {
      plot.getStyleClass().add("first");
    }
    getChildren().add(plot);
  }
}
