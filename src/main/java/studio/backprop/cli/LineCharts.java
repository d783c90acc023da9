package studio.backprop.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.chart.ChartFonts;
import studio.backprop.ui.kit.chart.ChartLook;

/** Line charts for files: typeface and light colours of the window. */
final class LineCharts {
  private static final float TITLE = 18;
  private static final float[] DASHES = {6, 4};
  private static final Token[] SERIES = {
    Token.ACCENT, Token.GROUP_SEQUENCE, Token.GROUP_CONVOLUTION, Token.GROUP_GRAPH, Token.RIBBON_EXPLODING, Token.GROUP_MERGE,
    Token.TERM_RIM, Token.TIME
  };

  private final ChartLook look = new ChartLook(ChartFonts.read(), Theme.LIGHT.palette());

  Color color(Token token) {
    return look.color(token);
  }

  Color series(int index) {
    return color(SERIES[index % SERIES.length]);
  }

  /** Empty chart with a left-aligned title and the legend above the plot. */
  JFreeChart chart(String title, ValueAxis x, ValueAxis y) {
    XYPlot plot = new XYPlot(null, x, y, null);
    look.dress(plot);
    JFreeChart chart = new JFreeChart(title, look.fonts().bold().deriveFont(TITLE), plot, true);
    chart.setBackgroundPaint(color(Token.BG));
    chart.setPadding(new RectangleInsets(16, 16, 12, 24));
    chart.getTitle().setPaint(color(Token.FG));
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getLegend().setPosition(RectangleEdge.TOP);
    chart.getLegend().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getLegend().setItemFont(look.label());
    chart.getLegend().setItemPaint(color(Token.MUT));
    chart.getLegend().setBackgroundPaint(color(Token.BG));
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  void line(XYLineAndShapeRenderer renderer, int series, Color color, float width) {
    renderer.setSeriesPaint(series, color);
    renderer.setSeriesStroke(series, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setSeriesShapesVisible(series, false);
    renderer.setLegendShape(series, new Rectangle2D.Double(-8, -1.5, 16, 3));
  }

  /** Dashed line with markers: metrics of held-out examples. */
  void dashed(XYLineAndShapeRenderer renderer, int series, Color color) {
    line(renderer, series, color, 2);
    renderer.setSeriesStroke(series, new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    renderer.setSeriesShape(series, new Ellipse2D.Double(-3, -3, 6, 6));
    renderer.setSeriesShapesVisible(series, true);
    renderer.setLegendShape(series, renderer.getSeriesShape(series));
  }
}
