package studio.backprop.ui.judge.examples;

import java.awt.Paint;
import javafx.geometry.Orientation;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.chart.ChartLook;
import studio.backprop.ui.kit.chart.ChartPicture;

/** Horizontal bar chart of the number of examples per class. */
final class ClassChart {
  private static final double LINE = 22;
  /** Share of a row that stays empty. */
  private static final double GAP = 0.4;
  /** Share of the longest bar reserved after it for its number. */
  private static final double ROOM = 0.45;
  private static final double APART = 4;
  private static final float WIDEST_NAME = 0.5f;

  private final PreparedData data;
  private final ClassCounts counts;
  private final Lang lang;
  private final ExamplesTexts words;

  ClassChart(PreparedData data, ClassCounts counts, Lang lang) {
    this.data = data;
    this.counts = counts;
    this.lang = lang;
    this.words = new ExamplesTexts(lang);
  }

  /** Chart of these classes. A click shows the examples of a class, where each example has one. */
  BarChart of(int[] shown, ChartLook look, ExamplesModel model) {
    ChartPicture picture = new ChartPicture(new JFreeChart(null, null, plot(shown, look), false));
    picture.setPrefHeight(shown.length * LINE);
    BarChart bars = new BarChart(picture, Orientation.VERTICAL, shown.length, at -> say(shown[at]), at -> model.show(shown[at]));
    return ExamplesModel.hasClasses(data) ? bars.clickable() : bars;
  }

  private CategoryPlot plot(int[] shown, ChartLook look) {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    for (int c : shown) {
      bars.addValue(counts.of(c), "", words.ofClass(data, c));
    }
    CategoryAxis names = new CategoryAxis();
    NumberAxis numbers = new NumberAxis();
    CategoryPlot plot = new CategoryPlot(bars, names, numbers, renderer(shown, look));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    look.dress(plot);
    names.setLowerMargin(GAP / 2 / shown.length);
    names.setUpperMargin(GAP / 2 / shown.length);
    names.setCategoryMargin(shown.length > 1 ? GAP * (shown.length - 1) / shown.length : 0);
    names.setTickMarksVisible(false);
    names.setAxisLineVisible(false);
    names.setTickLabelPaint(look.color(Token.FG));
    names.setMaximumCategoryLabelWidthRatio(WIDEST_NAME);
    numbers.setVisible(false);
    numbers.setUpperMargin(ROOM);
    return plot;
  }

  /** With more classes than colours all bars share one: a repeated colour would suggest a relation. */
  private BarRenderer renderer(int[] shown, ChartLook look) {
    boolean distinct = counts.classes() <= Palette.classes();
    BarRenderer renderer = look.flat(new BarRenderer() {
      @Override
      public Paint getItemPaint(int row, int column) {
        return ChartLook.awt(distinct ? look.palette().ofClass(shown[column]) : look.palette().color(Token.ACCENT));
      }
    });
    renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
      @Override
      public String generateLabel(CategoryDataset bars, int row, int column) {
        return lang.numbers().whole(counts.of(shown[column]));
      }
    });
    renderer.setItemLabelAnchorOffset(APART);
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(look.note());
    renderer.setDefaultItemLabelPaint(look.color(Token.FG));
    renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    return renderer;
  }

  private String say(int c) {
    return lang.say(ExamplesModel.hasClasses(data) ? "examples.class_bar" : "examples.class_answers", words.ofClass(data, c), counts.of(c),
        lang.numbers().share(counts.share(c)));
  }
}
