package studio.backprop.ui.kit.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import studio.backprop.ui.kit.Fonts;

/** Chart that follows its size. Mouse-transparent; draws only on request. */
public final class ChartPicture extends Region {
  private final JFreeChart chart;
  private final ChartCanvas canvas;

  public ChartPicture(JFreeChart chart) {
    this.chart = chart;
    chart.setBackgroundPaint(null);
    canvas = new ChartCanvas(chart);
    canvas.setTooltipEnabled(false);
    canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
    // the library sets a font only if it differs from the last, and forgets that drawing ended with a restore
    canvas.getGraphicsContext2D().setFont(Font.font(Fonts.FAMILY, ChartLook.NOTE));
    setMouseTransparent(true);
    getChildren().add(canvas);
  }

  /** Applies changes, then draws once. */
  public void change(Consumer<JFreeChart> changes) {
    chart.setNotify(false);
    changes.accept(chart);
    chart.setNotify(true);
  }

  /** Data area in px of this region, without axes; empty until drawn. */
  public Rectangle2D plane() {
    return canvas.getRenderingInfo() == null ? new Rectangle2D.Double() : canvas.getRenderingInfo().getPlotInfo().getDataArea();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(snapSizeX(getWidth()));
    canvas.setHeight(snapSizeY(getHeight()));
  }
}
