package studio.backprop.ui.judge.attribution;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Attribution map of an image: a colour per pixel or, for occlusion windows, per window centre. */
final class AttributionPicture extends StackPane {
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private ExplainedExample of;
  private AttributionMap shown;
  private double largest;
  private boolean unsigned;
  private Raster raster;

  AttributionPicture(ThemeModel theme, AttributionTexts words) {
    this.theme = theme;
    this.words = words;
    getStyleClass().add("attribution-picture");
    getChildren().addAll(painting, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /**
   * @param map of an image; null without one
   * @param most value of the strongest colour
   * @param size whether the values are magnitudes, without a sign
   */
  void show(ExplainedExample example, AttributionMap map, double most, boolean size) {
    of = example;
    shown = map;
    largest = most;
    unsigned = size;
    readout.hide();
    painting.repaint();
  }

  void name(String said) {
    painting.setAccessibleText(said);
  }

  private int high() {
    return of.data().dataset().inputShape().size(1);
  }

  private int wide() {
    return of.data().dataset().inputShape().size(2);
  }

  private double cell(double width, double height) {
    return Math.min(width / wide(), height / high());
  }

  /** Left edge of the first cell: a window's colour is at its centre. */
  private double left(double width, double height) {
    return (width - cell(width, height) * shown.columns()) / 2;
  }

  private double top(double width, double height) {
    return (height - cell(width, height) * shown.rows()) / 2;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (of == null) {
      return;
    }
    double cell = cell(width, height);
    Scale scale = unsigned ? theme.palette().gates() : theme.palette().signed();
    g.setFill(scale.color(0));
    g.fillRect((width - cell * wide()) / 2, (height - cell * high()) / 2, cell * wide(), cell * high());
    if (shown != null) {
      if (raster == null || raster.width() != shown.columns() || raster.height() != shown.rows()) {
        raster = new Raster(shown.columns(), shown.rows());
      }
      for (int i = 0; i < shown.rows() * shown.columns(); i++) {
        raster.set(i % shown.columns(), i / shown.columns(), scale.argb(largest == 0 ? 0 : shown.parts()[i] / largest));
      }
      raster.update();
      raster.paint(g, 0, 0, shown.columns(), shown.rows(), left(width, height), top(width, height), cell * shown.columns(),
          cell * shown.rows());
    }
    g.setStroke(theme.palette().color(Token.BORDER));
    g.strokeRect((width - cell * wide()) / 2 + 0.5, (height - cell * high()) / 2 + 0.5, cell * wide() - 1, cell * high() - 1);
  }

  private void read(MouseEvent at) {
    readout.hide();
    if (shown == null) {
      return;
    }
    double cell = cell(getWidth(), getHeight());
    int column = (int) Math.floor((at.getX() - left(getWidth(), getHeight())) / cell);
    int row = (int) Math.floor((at.getY() - top(getWidth(), getHeight())) / cell);
    if (column >= 0 && row >= 0 && column < shown.columns() && row < shown.rows()) {
      int part = row * shown.columns() + column;
      readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(),
          words.part(of, part, shown.columns()) + "\n" + words.signed(shown.parts()[part]));
    }
  }
}
