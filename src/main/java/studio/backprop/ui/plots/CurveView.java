package studio.backprop.ui.plots;

import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;

/** A plot of the loss or of the measure, with its title, legend and newest numbers. */
public final class CurveView extends PlotView {
  private final CurveModel model;
  private final CompletableFuture<ChartLook> look;
  private final CurveWords words;
  private final Label waiting = new Label();
  private final Label steps = new Label();
  private final Label latestSmoothed = new Label();
  private final Label latestValidation = new Label();
  private StackPane place;
  private ChartPane pane;

  CurveView(CurveModel model, PlotsModel plots, Lang lang, ThemeModel theme, CompletableFuture<ChartLook> look) {
    super(plots, lang, theme, "curve");
    this.model = model;
    this.look = look;
    this.words = new CurveWords(model, lang);
    waiting.textProperty().bind(lang.bind("plots.empty_curve"));
    waiting.getStyleClass().add("waiting");
    waiting.setMouseTransparent(true);
    steps.textProperty().bind(lang.bind("plots.step"));
    steps.getStyleClass().add("axis-name");
    steps.setMouseTransparent(true);
    StackPane.setAlignment(steps, Pos.BOTTOM_RIGHT);
    latestSmoothed.getStyleClass().addAll("strong", "note", "accent");
    latestValidation.getStyleClass().addAll("strong", "note", "gradient");
    model.quantityProperty().subscribe(this::build);
  }

  private void build(CurveModel.Quantity quantity) {
    pane = null;
    place = new StackPane(waiting, steps);
    Titled titled = new Titled(words.title(), place);
    switch (quantity) {
      case LOSS -> titled.lead(legend());
      case ACCURACY -> titled.action(latest());
      case ERROR -> titled.detail(model.targetProperty()).action(latest());
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
    HBox box = new HBox(latestSmoothed, latestValidation);
    box.getStyleClass().add("latest");
    return box;
  }

  @Override
  void repaint() {
    if (pane == null) {
      chart();
    }
    if (pane == null) {
      ask();
      return;
    }
    pane.refresh(theme.palette());
    waiting.setVisible(model.isEmpty());
    latestSmoothed.setText(words.latestSmoothed());
    latestValidation.setText(words.latestValidation());
    setAccessibleText(words.summary());
  }

  /** Puts the chart in its place as soon as the library is ready. */
  private void chart() {
    if (look.isDone()) {
      pane = new ChartPane(model, words, lang, look.join());
      place.getChildren().add(0, pane);
    }
  }
}
