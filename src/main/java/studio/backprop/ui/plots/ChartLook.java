package studio.backprop.ui.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.Token;

/** How charts of JFreeChart look here: the colours of the palette, the bundled font, level rules only, no frames. */
final class ChartLook {
  static final float FONT_SIZE = 12;

  private final Font font;

  /**
   * Loads the chart library in the background: its classes and its own copy of the font take a good part of a second, which no frame must
   * wait for. A chart that nobody sees is drawn on the way.
   */
  static CompletableFuture<ChartLook> load() {
    CompletableFuture<ChartLook> ready = new CompletableFuture<>();
    Thread thread = new Thread(
        () -> {
          try {
            ChartLook look = new ChartLook();
            look.drawUnseen();
            ready.complete(look);
          } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
          }
        },
        "chart-library");
    thread.setDaemon(true);
    thread.start();
    return ready;
  }

  private void drawUnseen() {
    XYPlot plot = new XYPlot(new Points("unseen"), Axes.steps(Double::toString), Axes.log(Double::toString), new SamplingXYLineRenderer());
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    dress(plot, Theme.LIGHT.palette());
    ChartViewer viewer = new ChartViewer(chart, false);
    viewer.getCanvas().setWidth(200);
    viewer.getCanvas().setHeight(100);
  }

  private ChartLook() {
    // charts measure their texts with AWT's own copy of the font
    try (InputStream in = Fonts.class.getResourceAsStream("/fonts/BackpropSans-Regular.ttf")) {
      font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(FONT_SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the bundled font is broken", e);
    }
  }

  /** Everything but the series. */
  void dress(XYPlot plot, Palette palette) {
    plot.getChart().setBackgroundPaint(null);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(awt(palette.color(Token.BORDER_SOFT)));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    dress(plot.getDomainAxis(), palette);
    dress(plot.getRangeAxis(), palette);
    plot.getDomainAxis().setAxisLinePaint(awt(palette.color(Token.BORDER)));
    plot.getRangeAxis().setAxisLineVisible(false);
  }

  private void dress(ValueAxis axis, Palette palette) {
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(awt(palette.color(Token.SUBT)));
    axis.setTickMarksVisible(false);
  }

  static Color awt(javafx.scene.paint.Color color) {
    return new Color((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
  }
}
