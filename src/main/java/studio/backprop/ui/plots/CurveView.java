package studio.backprop.ui.plots;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.PanHandlerFX;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;

/**
 * A plot of the loss or of the measure. The pointer reads numbers off; dragging or the wheel zooms, Ctrl and dragging moves, a double
 * click shows everything again.
 */
public final class CurveView extends StackPane {
  private final CurveModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final ChartLook look;
  private final Turns.Turn turn;
  private final StackPane place = new StackPane();
  private final Label empty = new Label();
  private final Label steps = new Label();
  private final Label latestSmoothed = new Label();
  private final Label latestValidation = new Label();
  private final Readout readout = new Readout();
  private CurveChart chart;
  private ChartViewer viewer;

  CurveView(CurveModel model, PlotsModel plots, Lang lang, ThemeModel theme, ChartLook look) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.look = look;
    getStyleClass().addAll("plot", "curve");
    empty.textProperty().bind(lang.bind("plots.empty_curve"));
    empty.getStyleClass().add("waiting");
    empty.setMouseTransparent(true);
    steps.textProperty().bind(lang.bind("plots.step"));
    steps.getStyleClass().add("axis-name");
    steps.setMouseTransparent(true);
    StackPane.setAlignment(steps, Pos.BOTTOM_RIGHT);
    turn = plots.turns().take(this::repaint);
    model.quantityProperty().subscribe(now -> build());
    theme.paletteProperty().subscribe(palette -> chart.dress(palette));
    lang.textsProperty().subscribe(texts -> turn.ask());
    plots.run().frameProperty().subscribe(frame -> turn.ask());
  }

  private void build() {
    CurveModel.Quantity quantity = model.quantityProperty().get();
    chart = new CurveChart(model, look, x -> lang.numbers().compact(x));
    chart.dress(theme.palette());
    chart.showAll();
    viewer = new ChartViewer(chart.chart(), false);
    ChartCanvas canvas = viewer.getCanvas();
    canvas.setTooltipEnabled(false);
    canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
    // the library sets a font only where it differs from the one before, and forgets that drawing ended with a restore
    canvas.getGraphicsContext2D().setFont(Font.font(Fonts.FAMILY, ChartLook.FONT_SIZE));
    canvas.addMouseHandler(new PanHandlerFX("move", false, true, false, false));
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, e -> readout.hide());
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::showAll);
    place.getChildren().setAll(viewer, steps, empty, readout);
    Titled titled = new Titled(lang.bind("plots." + quantity.name().toLowerCase(Locale.ROOT)), place);
    switch (quantity) {
      case LOSS -> titled.lead(legend());
      case ACCURACY, ERROR -> titled.action(latest());
    }
    getChildren().setAll(titled);
  }

  private Legend legend() {
    return new Legend()
        .add(Legend.Mark.LINE, Token.ACCENT_RIM, lang.bind("plots.batch"))
        .add(Legend.Mark.LINE, Token.ACCENT_TEXT, lang.bind("plots.smoothed", model.smoothing()))
        .add(Legend.Mark.DASHED, Token.GRADIENT, lang.bind("plots.validation"));
  }

  private HBox latest() {
    latestSmoothed.getStyleClass().setAll("label", "strong", "note", "accent");
    latestValidation.getStyleClass().setAll("label", "strong", "note", "gradient");
    HBox box = new HBox(latestSmoothed, latestValidation);
    box.getStyleClass().add("latest");
    return box;
  }

  private void repaint() {
    chart.refresh();
    empty.setVisible(model.isEmpty());
    latestSmoothed.setText(number("plots.latest_smoothed", model.latestSmoothed()));
    latestValidation.setText(number("plots.latest_validation", model.latestValidation()));
    setAccessibleText(summary());
  }

  private String number(String key, OptionalDouble value) {
    return value.isPresent() ? lang.say(key, write(value.getAsDouble())) : "";
  }

  private String write(double value) {
    return model.quantityProperty().get() == CurveModel.Quantity.ACCURACY ? lang.numbers().fixed(value, 1) : lang.numbers().significant(value, 3);
  }

  private String summary() {
    String title = lang.say("plots." + model.quantityProperty().get().name().toLowerCase(Locale.ROOT));
    return model.isEmpty()
        ? lang.say("plots.summary_empty", title, lang.say("plots.empty_curve"))
        : lang.say("plots.summary", title, model.lastStep(), latestSmoothed.getText(), latestValidation.getText());
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
          reading -> readout.show(at.getX(), area.getMinY(), area.getMaxY(), area.getMinX(), area.getMaxX(), say(reading)));
    }
  }

  private String say(CurveModel.Reading reading) {
    String batch = reading.least() == reading.most() ? write(reading.most()) : lang.say("plots.range", write(reading.least()), write(reading.most()));
    String text = lang.say("plots.reading", reading.step(), batch, write(reading.smoothed()));
    return reading.validation().isPresent()
        ? text + "\n" + lang.say("plots.reading_validation", write(reading.validation().getAsDouble()))
        : text;
  }
}
