package studio.backprop.ui.plots;

import java.awt.geom.Rectangle2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.PanHandlerFX;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Token;

/**
 * A chart under the mouse. The pointer reads numbers off; dragging or the wheel zooms, Ctrl and dragging moves, a double click shows
 * everything again.
 */
final class ChartPane extends StackPane {
  /** The zoom rectangle lets the curves through. */
  private static final double VEIL = 0.2;

  private final CurveModel model;
  private final CurveWords words;
  private final CurveChart chart;
  private final ChartViewer viewer;
  private final Readout readout = new Readout();
  private final Label zoomed = new Label();

  ChartPane(CurveModel model, CurveWords words, Lang lang, ChartLook look) {
    this.model = model;
    this.words = words;
    chart = new CurveChart(model, look, x -> Axes.write(lang.numbers(), x));
    viewer = new ChartViewer(chart.chart(), false);
    ChartCanvas canvas = viewer.getCanvas();
    canvas.setTooltipEnabled(false);
    canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
    // the library sets a font only where it differs from the one before, and forgets that drawing ended with a restore
    canvas.getGraphicsContext2D().setFont(Font.font(Fonts.FAMILY, ChartLook.FONT_SIZE));
    // window managers keep Alt and dragging for themselves
    canvas.addMouseHandler(new PanHandlerFX("move", false, true, false, false));
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, e -> readout.hide());
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> readout.hide());
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::showAll);
    viewer.setFocusTraversable(false);
    zoomed.textProperty().bind(lang.bind("plots.zoomed"));
    zoomed.getStyleClass().add("zoomed");
    zoomed.setMouseTransparent(true);
    StackPane.setAlignment(zoomed, Pos.TOP_RIGHT);
    chart.chart().addChangeListener(change -> zoomed.setVisible(chart.zoomed()));
    getChildren().addAll(viewer, zoomed, readout);
  }

  /** Draws the newest numbers. */
  void refresh(Palette palette) {
    chart.dress(palette);
    viewer.setZoomFillPaint(palette.color(Token.ACCENT).deriveColor(0, 1, 1, VEIL));
    chart.refresh();
  }

  private void showAll(MouseEvent click) {
    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
      chart.showAll();
    }
  }

  private void read(MouseEvent at) {
    Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
    readout.hide();
    if (area.contains(at.getX(), at.getY())) {
      model.readingAt(chart.stepAt(at.getX(), area)).ifPresent(
          reading -> readout.show(at.getX(), area.getMinY(), area.getMaxY(), area.getMinX(), area.getMaxX(), words.reading(reading)));
    }
  }
}
