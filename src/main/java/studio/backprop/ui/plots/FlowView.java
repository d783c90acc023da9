package studio.backprop.ui.plots;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;

/** Gradient flow: one row of cells for each node that learns, newest step at the right, darker where the gradient is larger. */
public final class FlowView extends PlotView {
  private static final double NAMES = 76;
  private static final double SIGN = 26;
  private static final double NUMBERS = 56;
  private static final double LEGEND = 34;
  private static final double BAR = 7;
  /** Least distance of two numbers under the bar, and about the width of a digit. */
  private static final double APART = 40;
  private static final double LETTER = 7;
  private static final double MOST_ROW = 52;
  /** Rows lower than a line of text show every second name, or fewer. */
  private static final double LINE = 14;
  /** Pixels of the raster in a row's height: only the middle one is painted, since scaling reaches over the edge of its part. */
  private static final int THICK = 3;

  private final FlowModel model;
  private final Painting painting = new Painting(this::paint);
  private final Label empty = new Label();
  private final Readout readout = new Readout();
  private final Raster bar = new Raster(256, 1);
  private Raster cells = new Raster(FlowModel.MOST_COLUMNS, 1);

  FlowView(PlotsModel plots, Lang lang, ThemeModel theme) {
    super(plots, lang, theme, "flow");
    this.model = plots.flow();
    empty.textProperty().bind(lang.bind("plots.empty_flow"));
    empty.getStyleClass().add("waiting");
    empty.setMouseTransparent(true);
    StackPane.setAlignment(empty, Pos.BOTTOM_CENTER);
    painting.setOnMouseMoved(this::read);
    painting.setOnMouseExited(e -> readout.hide());
    getChildren().add(
        new Titled(lang.bind("plots.flow"), new StackPane(painting, empty, readout)).detail(lang.bind("plots.flow_detail")));
  }

  @Override
  void repaint() {
    model.refresh();
    Palette palette = theme.palette();
    int rows = Math.max(1, model.rows().size());
    cells = cells.height() == THICK * rows ? cells : new Raster(FlowModel.MOST_COLUMNS, THICK * rows);
    for (int y = 0; y < THICK * model.rows().size(); y++) {
      for (int column = 0; column < model.columns(); column++) {
        cells.set(column, y, palette.size().argb(model.share(y / THICK, column)));
      }
    }
    cells.update();
    for (int x = 0; x < bar.width(); x++) {
      bar.set(x, 0, palette.size().argb(x / (bar.width() - 1.0)));
    }
    bar.update();
    empty.setVisible(model.columns() == 0);
    painting.repaint();
    painting.setAccessibleText(summary());
  }

  private String summary() {
    if (model.columns() == 0) {
      return lang.say("plots.summary_empty", lang.say("plots.flow"), empty.getText());
    }
    String norms = IntStream.range(0, model.rows().size())
        .mapToObj(row -> lang.say("plots.flow_norm", model.rows().get(row).name(), lang.numbers().compact(model.latest(row))))
        .collect(Collectors.joining(lang.say("plots.list")));
    return lang.say("plots.flow_summary", model.steps(), norms);
  }

  // --- where things stand

  private double rowHeight() {
    double free = (painting.getHeight() - LEGEND) / Math.max(1, model.rows().size());
    return free > 2 ? Math.min(MOST_ROW, Math.floor(free)) : Math.max(0.1, free);
  }

  private double left() {
    return NAMES + SIGN;
  }

  private double stripWidth() {
    return Math.max(1, Math.floor(painting.getWidth() - left() - NUMBERS));
  }

  private void paint(GraphicsContext g, double width, double height) {
    double row = rowHeight();
    double gap = row > LINE ? 3 : row > 4 ? 1 : 0;
    int named = (int) Math.ceil(LINE / row);
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < model.rows().size(); i++) {
      paintStrip(g, i, i * row, row - gap);
      if (i % named == 0) {
        paintWords(g, i, i * row + (row - gap) / 2);
      }
    }
    if (model.columns() > 0) {
      paintLegend(g, model.rows().size() * row + 6);
    }
  }

  private void paintStrip(GraphicsContext g, int row, double top, double high) {
    g.setFill(theme.palette().color(Token.SUB));
    g.fillRect(left(), top, stripWidth(), high);
    if (model.columns() > 0) {
      cells.paint(g, 0, THICK * row + 1, model.columns(), 1, left(), top, stripWidth(), high);
    }
  }

  private void paintWords(GraphicsContext g, int row, double middle) {
    Palette palette = theme.palette();
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(palette.color(Token.FG));
    g.fillText(model.rows().get(row).name(), 0, middle, NAMES - 8);
    g.setFill(palette.color(Token.SUBT));
    g.fillText("∂W", NAMES, middle);
    if (model.columns() > 0) {
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(palette.color(Token.FG));
      g.fillText(lang.numbers().compact(model.latest(row)), painting.getWidth(), middle);
    }
  }

  private void paintLegend(GraphicsContext g, double top) {
    bar.paint(g, 0, 0, bar.width(), 1, left(), top, stripWidth(), BAR);
    g.setFill(theme.palette().color(Token.SUBT));
    g.setTextAlign(TextAlignment.CENTER);
    double decades = Math.log10(model.high() / model.low());
    double middle = top + BAR + 10;
    double taken = 0;
    for (double tick : Ticks.log(model.low(), model.high(), Math.max(2, (int) (stripWidth() / APART)))) {
      String mark = Axes.write(lang.numbers(), tick);
      double half = LETTER * mark.length() / 2;
      double share = Math.log10(tick / model.low()) / decades;
      double x = Math.max(half, Math.min(stripWidth() - half, share * stripWidth()));
      if (x - half >= taken) {
        g.fillText(mark, left() + x, middle);
        taken = x + half + LETTER;
      }
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(lang.say("plots.last_steps", model.steps()), 0, middle, NAMES + SIGN - 8);
  }

  private void read(MouseEvent at) {
    int row = (int) (at.getY() / rowHeight());
    int column = (int) Math.floor((at.getX() - left()) / stripWidth() * model.columns());
    readout.hide();
    model.reading(row, column).ifPresent(
        reading -> readout.show(at.getX(), 0, model.rows().size() * rowHeight(), left(), painting.getWidth(), say(reading)));
  }

  private String say(FlowModel.Reading reading) {
    String norm = lang.numbers().significant(reading.norm(), 3);
    return reading.firstStep() == reading.lastStep()
        ? lang.say("plots.flow_reading", reading.node(), reading.firstStep(), norm)
        : lang.say("plots.flow_readings", reading.node(), reading.firstStep(), reading.lastStep(), norm);
  }
}
