package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultTableXYDataset;
import org.jfree.data.xy.XYSeries;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.chart.AxisNumbers;
import studio.backprop.ui.kit.chart.ChartLook;
import studio.backprop.ui.kit.chart.ChartPicture;

/** Histogram with bars stacked by class. */
final class HistogramChart {
  private static final double HEIGHT = 132;
  private static final double GAP = 0.06;
  /** Half a label exceeds the upper and the right end of the axes. */
  private static final RectangleInsets ROOM = new RectangleInsets(8, 0, 0, 4);
  private static final int DIGITS = 4;
  /** Colour of numbers without classes. */
  private static final int NO_CLASS = 1;

  private final PreparedData data;
  private final ColumnHistogram histogram;
  private final Lang lang;
  private final ExamplesTexts words;

  HistogramChart(PreparedData data, ColumnHistogram histogram, Lang lang) {
    this.data = data;
    this.histogram = histogram;
    this.lang = lang;
    this.words = new ExamplesTexts(lang);
  }

  BarChart of(ChartLook look) {
    JFreeChart chart = new JFreeChart(null, null, plot(look), false);
    chart.setPadding(ROOM);
    ChartPicture picture = new ChartPicture(chart);
    picture.setPrefHeight(HEIGHT);
    return new BarChart(picture, Orientation.HORIZONTAL, histogram.spread().bins(), this::say, bin -> { });
  }

  private XYPlot plot(ChartLook look) {
    Spread spread = histogram.spread();
    NumberAxis across = axis();
    across.setRange(spread.low(), spread.from(spread.bins()));
    NumberAxis up = axis();
    up.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    up.setAxisLineVisible(false);
    up.setTickMarksVisible(false);
    StackedXYBarRenderer renderer = look.flat(new StackedXYBarRenderer(GAP));
    for (int c = 0; c < histogram.classes(); c++) {
      renderer.setSeriesPaint(c, ChartLook.awt(look.palette().ofClass(histogram.classes() > 1 ? c : NO_CLASS)));
    }
    XYPlot plot = new XYPlot(bars(), across, up, renderer);
    look.dress(plot);
    return plot;
  }

  private NumberAxis axis() {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new AxisNumbers(number -> lang.numbers().significant(number, DIGITS)));
    return axis;
  }

  private DefaultTableXYDataset bars() {
    Spread spread = histogram.spread();
    DefaultTableXYDataset bars = new DefaultTableXYDataset(false);
    for (int c = 0; c < histogram.classes(); c++) {
      XYSeries series = new XYSeries(c, true, false);
      for (int bin = 0; bin < spread.bins(); bin++) {
        series.add(spread.from(bin) + spread.width() / 2, histogram.count(c, bin));
      }
      bars.addSeries(series);
    }
    bars.setAutoWidth(false);
    bars.setIntervalWidth(spread.width());
    return bars;
  }

  /** Range of a bar, number of its examples, and their classes. */
  private String say(int bin) {
    Spread spread = histogram.spread();
    String all = lang.say("examples.bin", write(spread.from(bin)), write(spread.from(bin + 1)), histogram.count(bin));
    List<String> lines = new ArrayList<>(List.of(all));
    for (int c = 0; histogram.classes() > 1 && c < histogram.classes(); c++) {
      if (histogram.count(c, bin) > 0) {
        lines.add(lang.say("examples.guess", words.ofClass(data, c), lang.numbers().whole(histogram.count(c, bin))));
      }
    }
    return String.join("\n", lines);
  }

  private String write(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}
