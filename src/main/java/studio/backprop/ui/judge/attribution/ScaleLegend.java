package studio.backprop.ui.judge.attribution;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;

/** Legend of the colours: lowers or raises the score; for saliency, which has no sign, the magnitude. */
final class ScaleLegend extends HBox {
  private static final double WIDE = 72;
  private static final double HIGH = 10;

  private final ThemeModel theme;

  ScaleLegend(Lang lang, ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("scale-legend");
    getChildren().addAll(label(lang, "reason.legend.lowers"), bar(true), label(lang, "reason.legend.raises"), bar(false),
        label(lang, "reason.legend.size"));
  }

  private static Label label(Lang lang, String key) {
    Label label = new Label();
    label.getStyleClass().add("note");
    label.textProperty().bind(lang.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Painting bar(boolean signed) {
    Painting bar = new Painting((g, width, height) -> paint(g, signed, width, height));
    bar.setMinSize(signed ? WIDE : WIDE / 2, HIGH);
    bar.setMaxSize(signed ? WIDE : WIDE / 2, HIGH);
    theme.paletteProperty().subscribe(palette -> bar.repaint());
    return bar;
  }

  private void paint(GraphicsContext g, boolean signed, double width, double height) {
    Scale scale = signed ? theme.palette().signed() : theme.palette().gates();
    for (int x = 0; x < width; x++) {
      g.setFill(scale.color(signed ? 2 * x / (width - 1) - 1 : x / (width - 1)));
      g.fillRect(x, 0, 1, height);
    }
  }
}
