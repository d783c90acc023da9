package studio.backprop.ui.kit.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Style of charts on screen and in files: theme colours, bundled typeface, horizontal rules, no frames. */
public record ChartLook(ChartFonts fonts, Palette palette) {
  /** Font size of ticks and axis names in px. */
  static final float NOTE = 12;

  private static final float LABEL = 13;
  private static final Stroke RULE = new BasicStroke(1);

  public Color color(Token token) {
    return awt(palette.color(token));
  }

  public static Color awt(javafx.scene.paint.Color color) {
    return new Color((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
  }

  public Font note() {
    return fonts.regular().deriveFont(NOTE);
  }

  public Font label() {
    return fonts.regular().deriveFont(LABEL);
  }

  public void dress(XYPlot plot) {
    bare(plot);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(color(Token.BORDER_SOFT));
    plot.setRangeGridlineStroke(RULE);
    dress(plot.getDomainAxis());
    dress(plot.getRangeAxis());
  }

  public void dress(CategoryPlot plot) {
    bare(plot);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinesVisible(false);
    dress(plot.getDomainAxis());
    dress(plot.getRangeAxis());
  }

  public <R extends BarRenderer> R flat(R bars) {
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    return bars;
  }

  public <R extends XYBarRenderer> R flat(R bars) {
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    return bars;
  }

  /** Transparent background. */
  private void bare(Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
  }

  private void dress(Axis axis) {
    axis.setLabelFont(label());
    axis.setLabelPaint(color(Token.MUT));
    axis.setTickLabelFont(note());
    axis.setTickLabelPaint(color(Token.SUBT));
    axis.setAxisLinePaint(color(Token.BORDER));
    axis.setTickMarkPaint(color(Token.BORDER));
  }
}
